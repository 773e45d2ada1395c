import Model
import Resolution

/// A claim in a line: `claim("a1", .designation, "harad-air", by: "treasury", on: "2016-12-02")`.
func claim(
  _ post: String, _ kind: EventKind, _ keys: String..., by doer: String? = nil,
  under instrument: String? = nil,
  told status: Status = .actual, on date: String? = nil, basis: DateBasis = .text,
  published: String? = "2016-12-04",
  at order: Int = 0
) -> StoredClaim {
  var participants = keys.map { StoredParticipant(role: kind.keyRole, entity: "airline/\($0)") }
  for doer in doer?.split(separator: "+") ?? [] {
    participants.append(
      StoredParticipant(role: kind == .violation ? .actor : .authority, entity: "organization/\(doer)"))
  }
  if let instrument { participants.append(StoredParticipant(role: .instrument, entity: "law/\(instrument)")) }
  let value = date.flatMap { EDTF($0) }
  return StoredClaim(
    id: "\(post)#\(kind.rawValue)-\(order)", kind: kind, status: status, date: value,
    basis: value == nil ? nil : basis, postID: post, published: published.flatMap { EDTF($0) }, order: order,
    participants: participants)
}

/// Bodies of Gondor: an office of the treasury, the treasury, a ministry, and Gondor itself; Rohan stands alone.
let gondor = PartRelations([
  ("organization/office", "organization/treasury"), ("organization/treasury", "organization/gondor"),
  ("organization/ministry", "organization/gondor"),
])

/// The claims of each event by post, events and posts in order.
func grouped(_ claims: [StoredClaim]) -> [[String]] {
  EventResolver(parts: gondor).events(from: claims)
    .map { $0.claims.map { String($0.prefix { $0 != "#" }) }.sorted() }.sorted { $0.joined() < $1.joined() }
}

/// The only event of the claims; nil where there are several.
func event(_ claims: StoredClaim...) -> ResolvedEvent? {
  let events = EventResolver(parts: gondor).events(from: claims)
  return events.count == 1 ? events.first : nil
}
