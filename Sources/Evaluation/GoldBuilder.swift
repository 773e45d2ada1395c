import Diagnostics
import Model

/// Puts together a post's answers from its marks and event lines.
struct GoldBuilder {
  private(set) var title = ""
  private(set) var text = ""
  private var entities: [ReadEntity] = []
  private var indices: [String: Int] = [:]
  private var marks: [MarkedText.Mark] = []
  private var claims: [Claim] = []

  /// Takes the title, which comes before the text.
  mutating func addTitle(_ marked: MarkedText) {
    title = String(marked.plain)
    marks = marked.marks
  }

  /// Takes the text, whose marks count on after the title and the blank line.
  mutating func addText(_ marked: MarkedText) {
    text = String(marked.plain)
    let shift = title.isEmpty ? 0 : title.unicodeScalars.count + 2
    for var mark in marked.marks {
      mark.span = TextSpan(mark.span.start + shift, mark.span.end + shift)
      marks.append(mark)
    }
  }

  /// Takes the events; each needs a mark in the text, each mark an event, each participant a mention.
  mutating func addEvents(_ events: [NotedEvent], _ findings: inout [Finding]) {
    gatherEntities(&findings)
    var triggers: [Int: (kind: EventKind, spans: [TextSpan])] = [:]
    let noted = Set(events.map(\.number))
    for mark in marks {
      guard case .trigger(let kind, let number) = mark.tag else { continue }
      let known = triggers[number, default: (kind, [])]
      if known.kind != kind {
        findings.append(
          Finding(
            mark.location, .error, "event #\(number) is both \(known.kind.rawValue) and \(kind.rawValue)"))
      } else if !noted.contains(number), known.spans.isEmpty {
        findings.append(Finding(mark.location, .error, "event #\(number) has no line under '---'"))
      }
      triggers[number] = (known.kind, known.spans + [mark.span])
    }
    var seen: Set<Int> = []
    for event in events.sorted(by: { $0.number < $1.number }) {
      if !seen.insert(event.number).inserted {
        findings.append(Finding(event.location, .error, "event #\(event.number) has two lines"))
      } else if let trigger = triggers[event.number] {
        claims.append(claim(event, trigger.kind, trigger.spans, &findings))
      } else {
        findings.append(Finding(event.location, .error, "event #\(event.number) has no mark in the text"))
      }
    }
  }

  /// What was put together.
  func reading(of id: String) -> PostReading {
    var mentions: [Mention] = []
    var times: [TimeExpression] = []
    for mark in marks {
      switch mark.tag {
      case .mention(_, let name, let isNominal):
        guard let entity = indices[name] else { continue }
        mentions.append(Mention(span: mark.span, entity: entity, isNominal: isNominal, rule: "gold"))
      case .time(let value): times.append(TimeExpression(span: mark.span, value: value, rule: "gold"))
      case .trigger: continue
      }
    }
    return PostReading(postID: id, entities: entities, mentions: mentions, times: times, claims: claims)
  }

  private mutating func gatherEntities(_ findings: inout [Finding]) {
    for mark in marks {
      guard case .mention(let kind, let name, _) = mark.tag else { continue }
      if let index = indices[name] {
        let other = entities[index].kind
        if other != kind {
          findings.append(
            Finding(mark.location, .error, "'\(name)' is both \(other.rawValue) and \(kind.rawValue)"))
        }
        continue
      }
      indices[name] = entities.count
      entities.append(ReadEntity(id: name, kind: kind, name: name, key: name, isKnown: false))
    }
  }

  private func claim(
    _ event: NotedEvent, _ kind: EventKind, _ triggers: [TextSpan], _ findings: inout [Finding]
  ) -> Claim {
    var participants: [Participant] = []
    for (role, name) in event.participants {
      guard let index = indices[name] else {
        findings.append(
          Finding(event.location, .error, "event #\(event.number): '\(name)' is no mention of this post"))
        continue
      }
      let entity = entities[index].kind
      if entity.isInstrument != (role == .instrument) {
        let message =
          "event #\(event.number): '\(name)' is a \(entity.rawValue) and cannot be \(role.rawValue)"
        findings.append(Finding(event.location, .error, message))
      }
      participants.append(Participant(role: role, entity: index))
    }
    return Claim(
      kind: kind, triggers: triggers, status: event.status, date: event.date,
      basis: event.date == nil ? nil : .text, source: nil, rule: "gold", participants: participants,
      quote: TextSpan(triggers[0].start, triggers[triggers.count - 1].end))
  }
}
