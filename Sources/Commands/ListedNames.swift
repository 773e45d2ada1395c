import Extraction
import Graph
import Knowledge
import Matching
import Model

/// The names of official lists as posts would write them, with what the parties are.
struct ListedNames {
  private let legalForms: Set<String>
  private let heads: [(kind: EntityKind, words: Set<String>)]
  private let surnames: Set<String>
  private let names: Set<String>

  init(_ knowledge: Knowledge) {
    let classes = { (kinds: [WordClass]) in Set(kinds.flatMap { knowledge.wordClasses[$0, default: []] }) }
    legalForms = classes([.legalForm])
    heads = [
      (.bank, classes([.bankHead])), (.airline, classes([.airlineHead])),
      (.organization, classes([.orgStrong, .bodyNoun])),
    ]
    surnames = Set(knowledge.koreanSurnames + knowledge.chineseSurnames)
    names = Set(knowledge.names.map(\.name))
  }

  /// The parties of the lists of a graph; aircraft and whatever only numbers name are left out.
  func parties(of graph: Graph) throws(Failure) -> [GivenParty] {
    let listed = try attempt { try graph.listedParties() }
    return listed.compactMap { entity, names in
      guard entity.kind != .aircraft else { return nil }
      let kind = entity.kind == .party ? kind(of: names) : entity.kind
      var written = names.flatMap { forms(of: $0, kind) }
      let isKnown = entity.isKnown && self.names.contains(entity.name)
      if isKnown { written.insert(entity.name, at: 0) }
      written = written.filter { $0.contains(where: \.isLetter) }
      return written.isEmpty ? nil : GivenParty(kind: kind, names: written, isKnown: isKnown)
    }
  }

  /// What a party is by its names, since lists tell persons and ships from others only.
  private func kind(of names: [String]) -> EntityKind {
    for name in names {
      let words = name.lowercased().split { !$0.isLetter }.map(String.init)
      for (kind, heads) in heads where words.contains(where: heads.contains) { return kind }
      if words.contains(where: legalForms.contains) { return .company }
    }
    return .company
  }

  /// The ways in which a post may write a name: in small letters, a person's given name first unless it is Korean or
  /// Chinese, a company also without its legal form.
  private func forms(of name: String, _ kind: EntityKind) -> [String] {
    let plain = name.split(separator: " ").joined(separator: " ")
    if kind == .person {
      let parts = plain.split(separator: ",", maxSplits: 1).map { written(String($0)) }
      guard parts.count == 2 else { return plain.contains(" ") ? [written(plain)] : [] }
      let family = parts[0].trimmingSpaces
      let given = parts[1].trimmingSpaces
      let isAsian = surnames.contains(family.lowercased())
      return (isAsian ? ["\(family) \(given)"] : []) + ["\(given) \(family)"]
    }
    let whole = written(plain)
    var words = whole.split(separator: " ").map(String.init)
    while words.count > 2, let last = words.last, legalForms.contains(last.lowercased().filter(\.isLetter)) {
      words.removeLast()
    }
    while let last = words.last?.last, last == "," { words[words.count - 1].removeLast() }
    let short = words.joined(separator: " ")
    return kind == .vessel || short == whole ? [whole] : [whole, short]
  }

  /// A name in capitals with small letters behind the first of each word; others as they are.
  private func written(_ name: String) -> String {
    guard !name.contains(where: \.isLowercase) else { return name }
    return name.split(separator: " ").map { word in
      ["OF", "THE", "AND", "FOR", "DE", "LA", "AL"].contains(word)
        ? word.lowercased()
        : word.split(separator: "-", omittingEmptySubsequences: false)
          .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
    }.joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
