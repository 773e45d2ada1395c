import Arguments
import Graph
import Matching
import Model

/// How names are screened: by which words and readings, from which score on.
struct Screening: Sendable {
  /// An entry that may be meant, by the name of it that comes closest.
  struct Hit: Sendable {
    var entry: String
    var name: String
    var kind: EntityKind
    var list: String
    var score: Double
    var reasons: [String]
  }

  private let comparer: NameComparer
  private let threshold: Double
  let kind: EntityKind?

  init(_ session: Session, for names: [String]) throws(Failure) {
    comparer = try NameComparer(session, for: names)
    threshold = try CompareCommand.threshold(session)
    kind = session.arguments.value("kind").flatMap(EntityKind.init(rawValue:))
  }

  /// Whether a text is a number of a document or ship rather than a name.
  static func isIdentifier(_ text: String) -> Bool {
    text.utf8.count >= 6 && text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.count { (0x30...0x39).contains($0) } * 2 >= text.utf8.count { $0 != 0x20 }
  }

  /// By what a name can be found.
  func keys(of name: String) -> [Int] {
    Array(
      Set(
        comparable(name, listedAs: .person).screeningKeys + comparable(name, listedAs: .company).screeningKeys
      )
    )
    .sorted()
  }

  /// The lists that tell persons from others; what they tell no kind of is no person.
  static func listsOfPersons(_ names: some Sequence<ListedName>) -> Set<String> {
    Set(names.lazy.filter { $0.kind == .person }.map(\.list))
  }

  /// What kind a listed name is compared as; nil where the one that was asked for cannot be meant.
  func kind(of entry: ListedName, _ telling: Set<String>) -> EntityKind? {
    let listed = entry.kind == .party && telling.contains(entry.list) ? .company : entry.kind
    guard let kind else { return listed }
    switch kind {
    case .person: return listed == .person || listed == .party ? listed : nil
    case .vessel: return listed == .vessel || entry.kind == .party ? listed : nil
    default: return listed == .person || listed == .vessel ? nil : listed
    }
  }

  func comparable(_ name: String, listedAs listed: EntityKind) -> ComparableName {
    comparer.comparable(name, kind: kind ?? (listed == .party ? nil : listed))
  }

  /// The entries whose names come close enough, the closest first.
  func hits(for name: String, among listed: [ListedName]) -> [Hit] {
    let telling = Screening.listsOfPersons(listed)
    return hits(
      for: name,
      among: listed.lazy.compactMap { entry in
        kind(of: entry, telling).map { (entry, $0, comparable(entry.name, listedAs: $0)) }
      })
  }

  /// The same for listed names that were taken apart before.
  func hits(for name: String, among listed: some Sequence<(ListedName, EntityKind, ComparableName)>) -> [Hit]
  {
    let asked = [EntityKind.person, .party, .vessel, .company].map { comparable(name, listedAs: $0) }
    var best: [String: Hit] = [:]
    for (entry, sort, parts) in listed {
      let used = kind ?? (sort == .party ? nil : sort)
      let wanted = asked[sort.place]
      guard NameComparison.mayReach(threshold, wanted, parts) else { continue }
      let found = NameComparison(wanted, parts, kind: used)
      // A weak name is one that many have.
      let score = entry.use == .weak ? found.score * 0.9 : found.score
      let known = best[entry.entry]
      guard score >= threshold, score > known?.score ?? 0 || score == known?.score && entry.name == name
      else {
        continue
      }
      best[entry.entry] = Hit(
        entry: entry.entry, name: entry.name, kind: entry.kind, list: entry.list, score: score,
        reasons: found.reasons + (entry.use == .weak ? ["weak name"] : []))
    }
    return best.values.sorted { one, other in
      if one.score != other.score { return one.score > other.score }
      // Of two that match alike the one that the list writes just so is meant.
      if (one.name == name) != (other.name == name) { return one.name == name }
      return one.entry < other.entry
    }
  }
}

/// All listed names in memory, by their keys.
struct ScreeningIndex: Sendable {
  private let screening: Screening
  private let listed: [(ListedName, EntityKind, ComparableName)]
  private var places: [Int: [Int32]] = [:]

  init(_ names: [ListedName], _ screening: Screening) {
    self.screening = screening
    let telling = Screening.listsOfPersons(names)
    listed = names.compactMap { name in
      screening.kind(of: name, telling).map { (name, $0, screening.comparable(name.name, listedAs: $0)) }
    }
    for (place, name) in listed.enumerated() {
      for key in name.2.screeningKeys { places[key, default: []].append(Int32(place)) }
    }
  }

  /// The entries whose names come close enough to a name.
  func hits(for name: String) -> [Screening.Hit] {
    let keys = screening.keys(of: name)
    var counts = [UInt16](repeating: 0, count: listed.count)
    var touched: [Int32] = []
    var most: UInt16 = 0
    for key in keys {
      for place in places[key] ?? [] {
        if counts[Int(place)] == 0 { touched.append(place) }
        counts[Int(place)] &+= 1
        most = max(most, counts[Int(place)])
      }
    }
    // Those that share the most keys first; where many share one word only, no more than two hundred or so are compared,
    // and none that share less than a third of what the best do.
    var candidates: [Int32] = []
    let least = (most + 2) / 3
    while most >= max(1, least), candidates.count < 120 {
      candidates += touched.filter { counts[Int($0)] == most }.prefix(240 - candidates.count)
      most -= 1
    }
    return screening.hits(for: name, among: candidates.lazy.map { listed[Int($0)] })
  }
}

extension EntityKind {
  /// The place among the kinds whose names are taken apart differently: person, party, vessel and the rest.
  fileprivate var place: Int {
    switch self {
    case .person: 0
    case .party: 1
    case .vessel: 2
    default: 3
    }
  }
}
