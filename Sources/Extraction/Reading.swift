import Knowledge
import Matching
import Model
import TextMatching

/// An event as one post tells it, by tokens and indices of the reader.
struct FoundEvent {
  var kind: EventKind
  /// Token ranges of the words that name it.
  var triggers: [Range<Int>]
  var status: Status = .actual
  var date: EDTF?
  var basis: DateBasis?
  var source: Int?
  var rule: String
  var participants: [Participant] = []
  var sentence: Int
  /// Whether it is told as lying before what the post tells: "had been designated", "the previously designated bank".
  var isBackground = false
  /// Whether it is told as going on: "is being designated".
  var isUnderWay = false
  /// Whether a finite verb tells it in the simple past: "listed two refiners".
  var isNarrated = false
  /// Whether it is told as one more act: "also removed".
  var isAdded = false
  /// Whether what was told before does it: "the measures target X".
  var isOfSanctions = false
  /// Whether it is done in a text: "lowered the cap in Resolution 2397".
  var isDoneByText = false
  /// Whether its targets are those of a list behind it.
  var isList = false
  var evidence: [FoundEvidence] = []
}

/// A reason for one part of an event, by tokens.
struct FoundEvidence {
  var part: Evidence.Part
  var tokens: Range<Int>?
  var note: String
}

extension PostReader {
  /// A reason in words, made only where somebody asked for reasons.
  @inline(__always) func why(_ reason: @autoclosure () -> String) -> String {
    isExplaining ? reason() : ""
  }

  /// What was found, as values of the model with offsets in code points.
  func reading(of post: Post) -> PostReading {
    let offsets = CodePoints(bytes)
    var order: [Int] = []
    var position = [Int](repeating: -1, count: entities.count)
    func place(_ entity: Int) {
      guard position[entity] < 0 else { return }
      position[entity] = order.count
      order.append(entity)
    }
    for mention in mentions { place(mention.entity) }
    let cited = events.flatMap { $0.participants.map(\.entity) } + events.compactMap(\.source)
    for entity in cited.sorted() { place(entity) }

    var reading = PostReading(postID: post.id)
    reading.entities = order.map { readEntity($0, keyed: isExplaining) }
    reading.mentions = mentions.map { mention in
      Mention(
        span: offsets.span(mention.start, mention.end), entity: position[mention.entity],
        isNominal: mention.isNominal, rule: mention.rule)
    }
    reading.times = times.compactMap { time in
      time.value.map { TimeExpression(span: offsets.span(time.start, time.end), value: $0, rule: time.rule) }
    }
    reading.claims = events.map { event in
      let quote = sentences[event.sentence]
      return Claim(
        kind: event.kind, triggers: event.triggers.map { tokenSpan($0, offsets) }.sorted(),
        status: event.status,
        date: event.date, basis: event.basis, source: event.source.map { position[$0] }, rule: event.rule,
        participants: event.participants.map { Participant(role: $0.role, entity: position[$0.entity]) },
        quote: tokenSpan(quote, offsets),
        evidence: isExplaining
          ? event.evidence.map { reason in
            Evidence(part: reason.part, span: reason.tokens.map { tokenSpan($0, offsets) }, note: reason.note)
          } : [])
    }
    return reading
  }

  private func tokenSpan(_ range: Range<Int>, _ offsets: CodePoints) -> TextSpan {
    offsets.span(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  private func readEntity(_ index: Int, keyed: Bool) -> ReadEntity {
    let entity = entities[index]
    let name = shownName(of: index)
    return ReadEntity(
      id: entity.known >= 0 && name == lexicon.names[entity.known].name
        ? lexicon.nameIDs[entity.known] : EntityID.text(kind: entity.kind, name: name),
      kind: entity.kind, name: name,
      key: keyed ? NameKey(name, kind: entity.kind).text : "",
      isKnown: entity.known >= 0 && !lexicon.listed.contains(entity.known))
  }

  /// The name in data/, else the fullest form in the post.
  private func shownName(of index: Int) -> String {
    entities[index].name
  }
}
