import FoundationEssentials
import Graph
import Knowledge
import Matching
import Model
import Resolution

extension Graph {
  /// Joins the parties of official lists, where there are any, with the entities that there are now.
  func joinLists(_ session: Session, _ knowledge: Knowledge) throws(Failure) {
    guard try attempt({ try hasLists() }) else { return }
    let making = try ListMaking(session, knowledge, self)
    try attempt { try joinLists(making, events: EventMaking(knowledge)) }
  }
}

extension ListMaking {
  /// Joins lists by what `data/` knows, by names and by the verdicts in the graph; `screening` are the names that have to be found by screening.
  init(
    _ session: Session, _ knowledge: Knowledge, _ graph: Graph,
    screening names: some Sequence<String> = []
  ) throws(Failure) {
    let comparer = try NameComparer(session, for: names)
    let parties = knowledge.names.filter { $0.kind.listedKind != nil }.map(\.id)
    let ids = Dictionary(
      knowledge.names.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    let keepers = knowledge.lists.map { (list: $0.list, programme: $0.programme, id: ids[$0.authority]) }
    let wanted = Set(parties).union(keepers.compactMap(\.id))
    let corrections = Corrections(try attempt { try graph.verdicts() })
    let resolver = PartyResolver(same: corrections.pairs(.same), different: corrections.pairs(.different))
    self.init(
      keys: { ListMaking.keys(of: $0, comparer) }, partyKeys: ListMaking.partyKeys,
      facts: knowledge.facts(of: wanted) { NameKey($0, kind: $1).text },
      authority: { list, programmes in
        let rows = keepers.filter { $0.list == list }
        return (rows.first { programmes.contains($0.programme) } ?? rows.first { $0.programme.isEmpty })?.id
      }, join: { resolver.join($0, $1) })
  }

  /// The keys under which lists may hold an entity; a single word does not tell a person.
  @Sendable static func partyKeys(_ names: [String], _ kind: EntityKind) -> [String] {
    guard let listed = kind.listedKind else { return [] }
    var keys: [String] = []
    for name in names where kind != .person || name.contains(" ") {
      let key = NameKey(name, kind: listed).text
      if key.utf8.count > 2, !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  /// The keys of many names, made on all cores.
  private static func keys(of names: [(name: String, kind: EntityKind)], _ comparer: NameComparer)
    -> [NameKeys]
  {
    names.mapped(piece: 512) { name, kind in
      NameKeys(
        key: NameKey(name, kind: kind).text,
        screening: comparer.comparable(name, kind: kind == .party ? nil : kind).screeningKeys)
    }
  }
}
