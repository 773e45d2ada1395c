import Diagnostics
import Model

/// Takes a reading out of the JSON of one line; what is wrong is collected, so that all of it can be told at once.
struct ReadingDecoder {
  /// The line, for findings.
  let place: SourceLocation
  /// What is wrong so far.
  private(set) var findings: [Finding] = []

  init(place: SourceLocation) { self.place = place }

  mutating func complain(_ offset: Int, _ message: String) {
    findings.append(
      Finding(SourceLocation(file: place.file, line: place.line, column: offset + 1), .error, message))
  }

  /// A post and its answers; nil, with findings, where the line is none.
  mutating func goldPost(_ line: LocatedJSON) -> GoldPost? {
    let reading = reading(line)
    let text = text("text", of: line)
    var published: EDTF?
    if let field = line["published"] { published = date(field) }
    let title = line["title"].flatMap { string($0) } ?? ""
    let url = line["url"].flatMap { string($0) }
    guard let reading, let text, findings.isEmpty else { return nil }
    let post = Post(
      id: reading.postID, title: title, text: text, source: place.file, url: url, published: published)
    let length = post.document.unicodeScalars.count
    let spans = reading.mentions.map(\.span) + reading.times.map(\.span) + reading.claims.flatMap(\.triggers)
    if let outside = spans.first(where: { $0.end > length }) {
      complain(line.offset, "a place ends at \(outside.end), but the document at \(length)")
      return nil
    }
    return GoldPost(post: post, reading: reading, location: place)
  }

  /// What was found in a post; nil, with findings, where the line is no reading.
  mutating func reading(_ line: LocatedJSON) -> PostReading? {
    let id = text("id", of: line)
    var entities: [ReadEntity] = []
    var indices: [String: Int] = [:]
    for entity in elements("entities", of: line) {
      guard let id = text("id", of: entity), let kind = choice("kind", of: entity, EntityKind.self) else {
        continue
      }
      indices[id] = entities.count
      let name = entity["name"].flatMap { string($0) } ?? id
      entities.append(ReadEntity(id: id, kind: kind, name: name, key: id, isKnown: false))
    }
    var mentions: [Mention] = []
    for mention in elements("mentions", of: line) {
      guard let span = span(mention), let entity = self.entity(of: mention, indices) else { continue }
      let isNominal = mention["nominal"]?.flag ?? false
      mentions.append(Mention(span: span, entity: entity, isNominal: isNominal, rule: "read"))
    }
    var times: [TimeExpression] = []
    for time in elements("times", of: line) {
      guard let span = span(time), let value = required("value", of: time), let date = date(value) else {
        continue
      }
      times.append(TimeExpression(span: span, value: date, rule: "read"))
    }
    let claims = elements("events", of: line).compactMap { claim($0, indices) }
    guard let id, findings.isEmpty else { return nil }
    return PostReading(postID: id, entities: entities, mentions: mentions, times: times, claims: claims)
  }

  private mutating func claim(_ event: LocatedJSON, _ indices: [String: Int]) -> Claim? {
    let kind = choice("kind", of: event, EventKind.self)
    let status = choice("status", of: event, Status.self)
    let triggers = elements("triggers", of: event).compactMap { span($0) }
    var when: EDTF?
    if let field = event["date"] { when = date(field) }
    var basis: DateBasis?
    if event["basis"] != nil { basis = choice("basis", of: event, DateBasis.self) }
    var participants: [Participant] = []
    for participant in elements("participants", of: event) {
      guard let role = choice("role", of: participant, Role.self),
        let entity = entity(of: participant, indices)
      else { continue }
      participants.append(Participant(role: role, entity: entity))
    }
    guard let first = triggers.first, let last = triggers.last else {
      complain(event.offset, "the event has no triggers")
      return nil
    }
    guard let kind, let status else { return nil }
    return Claim(
      kind: kind, triggers: triggers, status: status, date: when, basis: basis, source: nil, rule: "read",
      participants: participants, quote: TextSpan(first.start, last.end))
  }
}
