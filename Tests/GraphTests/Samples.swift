import Graph
import Model

/// A small reader for tests: finds the given names in a text and makes claims of them.
struct Sample {
  var id: String
  var title = ""
  var text: String
  var published: String?
  var reader = "1"
  var names: [(EntityKind, String, key: String)] = []
  var claims: [(EventKind, Status, String, date: String?, [(Role, String)])] = []

  var post: Post {
    Post(
      id: id, title: title, text: text, source: "samples", url: "https://example.org/\(id)",
      published: published.flatMap { EDTF($0) })
  }

  /// The post with its mentions: each name wherever it stands first, each claim on its trigger.
  var read: ReadPost {
    var reading = PostReading(postID: id)
    for (kind, name, key) in names {
      guard let span = span(of: name) else { continue }
      let index = reading.entities.firstIndex { $0.kind == kind && $0.key == key }
      if index == nil {
        reading.entities.append(
          ReadEntity(id: "\(kind.rawValue)/\(name.slug)", kind: kind, name: name, key: key, isKnown: false))
      }
      reading.mentions.append(
        Mention(span: span, entity: index ?? reading.entities.count - 1, isNominal: false, rule: "test"))
    }
    for (kind, status, trigger, date, participants) in claims {
      guard let span = span(of: trigger) else { continue }
      let value = date.flatMap { EDTF($0) }
      reading.claims.append(
        Claim(
          kind: kind, triggers: [span], status: status, date: value, basis: value == nil ? nil : .text,
          source: nil, rule: "test",
          participants: participants.compactMap { role, key in
            reading.entities.firstIndex { $0.key == key }.map { Participant(role: role, entity: $0) }
          }, quote: TextSpan(0, post.document.unicodeScalars.count),
          evidence: [Evidence(part: .trigger, span: span, note: "test")]))
    }
    reading.mentions.sort { $0.span < $1.span }
    return ReadPost(post: post, reading: reading, reader: reader)
  }

  /// Where some words stand first.
  private func span(of words: String) -> TextSpan? {
    let document = Array(post.document.unicodeScalars)
    let sought = Array(words.unicodeScalars)
    guard sought.count <= document.count else { return nil }
    for start in 0...(document.count - sought.count)
    where Array(document[start..<start + sought.count]) == sought {
      return TextSpan(start, start + sought.count)
    }
    return nil
  }
}

/// Makes one event of all claims of a kind on the same key participant with the same date and status.
let plainMaking = EventMaking(
  events: { claims in
    let groups = Dictionary(grouping: claims) { claim in
      "\(claim.kind.rawValue)/\(claim.entities(in: claim.kind.keyRole).min() ?? "untold")/"
        + "\(claim.date?.text ?? "undated")/\(claim.status.rawValue)"
    }
    return groups.sorted { $0.key < $1.key }.map { id, claims in
      let sorted = claims.sorted { ($0.postID, $0.order) < ($1.postID, $1.order) }
      let first = sorted[0]
      let published = sorted.compactMap(\.published).first
      let bound = first.status == .actual ? published.map { EDTF(through: $0) } : nil
      return ResolvedEvent(
        id: id, kind: first.kind, status: first.status, date: first.date ?? bound,
        basis: first.date == nil ? (bound == nil ? nil : .post) : first.basis,
        participants: Set(sorted.flatMap(\.participants)).sorted(), claims: sorted.map(\.id))
    }
  },
  keys: { claim in
    let participants = Set(claim.entities(in: claim.kind.keyRole)).sorted()
    return participants.isEmpty
      ? ["\(claim.kind.rawValue)/untold"] : participants.map { "\(claim.kind.rawValue)/\($0)" }
  })

/// Facts about Gondor and its bodies.
let gondorFacts = [
  EntityFacts(
    id: "country/gondor", kind: .country, name: "Gondor", key: "gondor",
    aliases: ["Minas Tirith", "The South"]),
  EntityFacts(
    id: "organization/treasury-of-gondor", kind: .organization, name: "Treasury of Gondor", key: "treasury",
    aliases: ["the Treasury"], country: "country/gondor"),
  EntityFacts(
    id: "organization/office-of-seals", kind: .organization, name: "Office of Seals", key: "seals",
    partOf: "organization/treasury-of-gondor"),
  EntityFacts(id: "law/gondor-act", kind: .law, name: "Gondor Act", key: "act"),
  EntityFacts(
    id: "law/section-7-of-the-gondor-act", kind: .law, name: "section 7 of the Gondor Act", key: "act7",
    partOf: "law/gondor-act"),
]

/// Three posts about Harad Air, one with a fuller name of it.
let haradPosts: [Sample] = [
  Sample(
    id: "p1", title: "Blocking",
    text: "The Office of Seals blocked Harad Air under section 7 of the Gondor Act.",
    published: "2016-12-04",
    names: [
      (.organization, "Office of Seals", "seals"), (.airline, "Harad Air", "harad"),
      (.law, "section 7 of the Gondor Act", "act7"),
    ],
    claims: [
      (
        .designation, .actual, "blocked", "2016-12-02",
        [(.target, "harad"), (.authority, "seals"), (.instrument, "act7")]
      )
    ]),
  Sample(
    id: "p2", title: "More", text: "Gondor has blacklisted Harad Air Lines Co and the Bank of Umbar.",
    published: "2016-12-05",
    names: [
      (.country, "Gondor", "gondor"), (.airline, "Harad Air Lines Co", "harad"),
      (.bank, "Bank of Umbar", "umbar"),
    ],
    claims: [
      (
        .designation, .actual, "blacklisted", nil,
        [(.target, "harad"), (.target, "umbar"), (.authority, "gondor")]
      )
    ]),
  Sample(
    id: "p3", title: "",
    text: "Rohan failed to designate harad air. Mordor tested a missile; Gondor may ban it.",
    published: "2016-12-06",
    names: [
      (.country, "Rohan", "rohan"), (.airline, "harad air", "harad"), (.country, "Mordor", "mordor"),
      (.country, "Gondor", "gondor"),
    ],
    claims: [
      (.designation, .negated, "designate", nil, [(.target, "harad"), (.authority, "rohan")]),
      (.weaponsTest, .actual, "tested", "2016-09-09", [(.actor, "mordor")]),
      (.restriction, .possible, "ban", nil, [(.target, "mordor"), (.authority, "gondor")]),
    ]),
]

/// A graph in a folder with these posts.
func graph(_ scratch: Scratch, _ samples: [Sample] = haradPosts, facts: [EntityFacts] = gondorFacts) throws
  -> Graph
{
  let graph = try Graph(writingTo: scratch.file())
  try graph.store(samples.map(\.read), facts: facts, making: plainMaking)
  return graph
}
