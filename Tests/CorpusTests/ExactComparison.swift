import Evaluation
import Model

/// Everything in which a reading differs from the answers; nothing is forgiven but what the answers leave open.
struct ExactComparison {
  /// A line for each difference.
  private(set) var differences: [String] = []

  private let gold: PostReading
  private let found: PostReading
  private let document: [Unicode.Scalar]
  /// For mentions found at the place of one of the answers, by place: the index of either's entity.
  private let shared: [(span: TextSpan, gold: Int, found: Int)]

  init(_ post: GoldPost, _ reading: PostReading) {
    gold = post.reading
    found = reading
    document = Array(post.post.document.unicodeScalars)
    shared = post.reading.mentions.compactMap { answer in
      reading.mentions.first { $0.span == answer.span }.map { (answer.span, answer.entity, $0.entity) }
    }
    compareMentions()
    compareIdentities()
    compareTimes()
    compareEvents()
  }

  private func words(_ span: TextSpan) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: document[span.start..<span.end])
    return "'\(String(text))'"
  }

  private mutating func compareMentions() {
    func what(_ mention: Mention, _ reading: PostReading) -> String {
      (mention.isNominal ? "described " : "") + reading.entities[mention.entity].kind.rawValue
    }
    for answer in gold.mentions {
      let right = what(answer, gold)
      guard let other = found.mentions.first(where: { $0.span == answer.span }) else {
        differences.append("missed \(right) \(words(answer.span))")
        continue
      }
      let read = what(other, found)
      if read != right { differences.append("\(words(answer.span)) is \(right), read as \(read)") }
    }
    for mention in found.mentions where !gold.mentions.contains(where: { $0.span == mention.span }) {
      differences.append("spurious \(what(mention, found)) \(words(mention.span))")
    }
  }

  /// Coreference: mentions of one entity must be one entity, and of two two.
  private mutating func compareIdentities() {
    for (index, first) in shared.enumerated() {
      // The first pair that fails tells enough of a cluster.
      let later = shared[(index + 1)...]
      if let second = later.first(where: { $0.gold == first.gold && $0.found != first.found }) {
        differences.append("\(words(first.span)) and \(words(second.span)) are one, read as two")
      }
      if let second = later.first(where: { $0.gold != first.gold && $0.found == first.found }) {
        differences.append("\(words(first.span)) and \(words(second.span)) are two, read as one")
      }
    }
  }

  private mutating func compareTimes() {
    for answer in gold.times {
      let right = answer.value.text
      guard let other = found.times.first(where: { $0.span == answer.span }) else {
        differences.append("missed time \(words(answer.span)) \(right)")
        continue
      }
      if other.value != answer.value {
        differences.append("\(words(answer.span)) is \(right), read as \(other.value.text)")
      }
    }
    for time in found.times where !gold.times.contains(where: { $0.span == time.span }) {
      differences.append("spurious time \(words(time.span)) \(time.value.text)")
    }
  }

  private mutating func compareEvents() {
    var free = found.claims
    for answer in gold.claims {
      let name = "\(answer.kind.rawValue) \(words(answer.triggers[0]))"
      let wanted = roles(answer, gold) { gold.entities[$0].name }
      func shared(_ claim: Claim) -> Int { wanted.intersection(roles(claim, found, nameFound)).count }
      let fitting = free.indices.filter { isSame(answer, free[$0]) }
      // Of several claims the one with the most of the answer's participants, of equals the first.
      guard let best = fitting.max(by: { (shared(free[$0]), -$0) < (shared(free[$1]), -$1) }) else {
        differences.append("missed \(name)")
        continue
      }
      compare(answer, free.remove(at: best), wanted, name)
    }
    for claim in free {
      differences.append("spurious \(claim.kind.rawValue) \(words(claim.triggers[0]))")
    }
  }

  private mutating func compare(_ answer: Claim, _ claim: Claim, _ wanted: Set<String>, _ name: String) {
    if claim.status != answer.status {
      differences.append("\(name) is \(answer.status.rawValue), read as \(claim.status.rawValue)")
    }
    // What knowledge dates the post may leave undated.
    let isKnowledge = answer.date == nil && claim.basis == .knowledge
    if claim.date != answer.date, !isKnowledge {
      let dates = [answer.date, claim.date].map { $0?.text ?? "undated" }
      differences.append("\(name) is \(dates[0]), read as \(dates[1])")
    }
    let got = roles(claim, found, nameFound)
    differences += wanted.subtracting(got).sorted().map { "\(name): missed \($0)" }
    differences += got.subtracting(wanted).sorted().map { "\(name): spurious \($0)" }
  }

  private func isSame(_ answer: Claim, _ claim: Claim) -> Bool {
    answer.kind == claim.kind
      && answer.triggers.contains { one in
        claim.triggers.contains { one.start < $0.end && $0.start < one.end }
      }
  }

  private func roles(_ claim: Claim, _ reading: PostReading, _ name: (Int) -> String) -> Set<String> {
    Set(claim.participants.map { "\($0.role.rawValue) \(name($0.entity))" })
  }

  /// The answer's name for an entity found: that of the first mention they share.
  private func nameFound(_ entity: Int) -> String {
    if let pair = shared.first(where: { $0.found == entity }) { return gold.entities[pair.gold].name }
    return "\(found.entities[entity].name) (read)"
  }
}
