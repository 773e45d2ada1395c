import Model

/// Gives events readable identifiers that follow from what they are.
///
/// `designation/airline/harad-air/ministry-of-finance/2016-12-02`: the kind, the first key participant in order of
/// identifiers, who does it, and the date, or `undated` where only the post bounds it. Events that would share one get
/// what tells them apart: the instrument, else the status, else the other key participants, else their first claim.
enum EventIdentifiers {
  /// The events of one component with their identifiers.
  static func events(from drafts: [EventDraft]) -> [ResolvedEvent] {
    var result: [ResolvedEvent] = []
    for (base, alike) in Dictionary(grouping: drafts, by: base) {
      let suffixes = suffixes(of: alike)
      for (draft, suffix) in zip(alike, suffixes) {
        result.append(
          ResolvedEvent(
            id: suffix.isEmpty ? base : "\(base)/\(suffix)", kind: draft.kind, status: draft.status,
            date: draft.date,
            basis: draft.basis, participants: draft.participants, claims: draft.claims.map(\.id)))
      }
    }
    return result
  }

  private static func base(_ draft: EventDraft) -> String {
    let key = draft.participants.first { $0.role == draft.kind.keyRole }?.entity ?? "untold"
    var parts = [draft.kind.rawValue, key]
    if let doer = draft.doers.first { parts.append(name(doer)) }
    let date = draft.basis == .post ? nil : draft.date
    // An interval keeps its two dates, but "/" parts the pieces of an identifier.
    parts.append(date.map { $0.text.split(separator: "/").joined(separator: "--") } ?? "undated")
    return parts.joined(separator: "/")
  }

  /// What is added to tell events apart that have everything in the base in common.
  private static func suffixes(of drafts: [EventDraft]) -> [String] {
    if drafts.count == 1 { return [""] }
    let attributes: [(EventDraft) -> String] = [
      { names(in: .instrument, of: $0) },
      { $0.status.rawValue },
      { names(in: $0.kind.keyRole, of: $0) },
      { "\($0.status.rawValue)/\(names(in: .instrument, of: $0))" },
    ]
    for attribute in attributes {
      let values = drafts.map(attribute)
      if Set(values).count == drafts.count { return values }
    }
    return drafts.map { $0.claims.map(\.id).min() ?? "" }
  }

  private static func names(in role: Role, of draft: EventDraft) -> String {
    draft.participants.filter { $0.role == role }.map { name($0.entity) }.joined(separator: "+")
  }

  /// The identifier of an entity without its kind.
  private static func name(_ entity: String) -> String {
    entity.firstIndex(of: "/").map { String(entity[entity.index(after: $0)...]) } ?? entity
  }
}
