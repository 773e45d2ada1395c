import Arguments
import Graph
import Model
import Rendering

/// `sanctions entity`: all that the graph holds on one entity.
enum EntityCommand {
  static let spec = CommandSpec(
    "entity", "Show all that is known of an entity.",
    discussion: [
      "Its kind and names, what it belongs to, its events over time by authority and status, the posts that mention "
        + "it, what official lists hold on it and what changed there, and who is named beside it. --section gives one part as rows in any format."
    ],
    group: "Ask",
    arguments: [ArgumentSpec("NAME", .one, HelpCommands.Lookup.entity.kind, help: "A name or identifier.")],
    options: [
      Database.option,
      .value(
        "as-of", "DATE",
        help: "What was designated by this date and not taken off, and the lists of that day."),
      .value(
        "section", "PART", .choice(Section.allCases.map(\.rawValue)), help: "Only this part.",
        section: "Output"),
    ] + RowOptions.options(columns: []),
    examples: [CommandExample("sanctions entity \"Air Koryo\"", "The dossier of an airline.")])

  /// A part of the dossier.
  enum Section: String, CaseIterable {
    case names, relations, events, years, posts, lists, changes, related

    func table(of dossier: Dossier) -> Table {
      switch self {
      case .names: dossier.names
      case .relations: dossier.relations
      case .events: dossier.events
      case .years: dossier.overTime
      case .posts: dossier.posts
      case .lists: dossier.lists
      case .changes: dossier.changes
      case .related: dossier.related
      }
    }

    /// The columns that a page of a terminal has room for.
    var narrow: [String] {
      switch self {
      case .events: ["date", "event", "status", "authority", "target", "instrument", "quote"]
      case .posts: ["published", "title", "mentions"]
      case .lists: ["entry", "name", "state", "snapshot", "date", "basis", "programmes"]
      default: []
      }
    }
  }

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let date = try QueryOptions.date("as-of", session.arguments)
    let graph = try Database.reading(session)
    let name = session.arguments.positionals[0]
    let ids = try graph.ids(of: name)
    guard let dossier = try attempt({ try graph.dossier(on: ids[0], asOf: date) }) else {
      throw Failure(.nothingFound, "sanctions: no entity is called '\(name)'")
    }
    if let section = session.arguments.value("section").flatMap(Section.init(rawValue:)) {
      return try RowOptions.write(section.table(of: dossier), narrow: section.narrow, session)
    }
    let format = session.arguments.value("format") ?? "table"
    guard format == "table" || format == "markdown" else {
      throw Failure(
        .wrongUsage, "sanctions: --format \(format) needs --section, since a dossier has several tables")
    }
    let entity = dossier.entity
    session.output.write(
      "\(escapedForTerminal(entity.name)): \(entity.kind.rawValue), \(entity.id)"
        + "\(entity.isKnown ? "" : dossier.posts.rows.isEmpty ? ", found in lists only" : ", not in data/")\n"
    )
    for section in Section.allCases where !section.table(of: dossier).rows.isEmpty {
      session.output.write("\n\(section.rawValue)\n")
      _ = try RowOptions.write(section.table(of: dossier), narrow: section.narrow, session)
    }
    return .done
  }
}

extension Network {
  /// An entity, those beside it, and what all of them have in common.
  init(around id: String, _ related: Table, _ graph: Graph) throws(Failure) {
    let entity = try attempt { try graph.entity(id) }
    let middle = Node(id: id, name: entity?.name ?? id, kind: entity?.kind.rawValue ?? "")
    let others = related.rows.map { Node(id: $0[0].first, name: $0[1].first, kind: $0[2].first) }
    let ids = others.map(\.id)
    let common = try attempt { try graph.inCommon(among: [id] + ids) }
    self.init(
      nodes: [middle] + others,
      edges: common.map { Edge(from: $0.one, to: $0.other, events: $0.events, posts: $0.posts) })
  }
}

/// `sanctions related`, `entities` and `authorities`.
enum ListingCommands {
  static let related = CommandSpec(
    "related", "List who is named or takes part beside an entity.",
    discussion: [
      "--format dot, graphml or gexf write the entity, those beside it and what these have in common as a network, for "
        + "Graphviz, networkx or Gephi; svg has Graphviz draw it."
    ], group: "Ask",
    arguments: [ArgumentSpec("NAME", .one, HelpCommands.Lookup.entity.kind, help: "A name or identifier.")],
    options: [
      Database.option,
      .value(
        "limit", "N", .integer(minimum: 1), help: "At most N beside it.", defaultText: "all; 40 in a network",
        section: "Output"),
    ] + RowOptions.options(columns: [], pictures: ["svg", "dot", "graphml", "gexf"]),
    examples: [
      CommandExample("sanctions related \"Air Koryo\" --format gexf > koryo.gexf", "Its network for Gephi."),
      CommandExample("sanctions related \"Air Koryo\"", "Who stands beside an airline, the nearest first."),
    ])

  static let entities = CommandSpec(
    "entities", "List the entities.", group: "Ask",
    options: [
      Database.option,
      .value(
        "kind", "KIND", .choice(EntityKind.allCases.map(\.rawValue)), help: "Only this kind.",
        repeatable: true),
    ] + RowOptions.options(columns: []),
    examples: [CommandExample("sanctions entities --kind bank", "The banks.")])

  static let authorities = CommandSpec(
    "authorities", "List who acts, with how many events of each kind.", group: "Ask",
    options: [Database.option] + RowOptions.options(columns: []))

  static func listRelated(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let id = try graph.ids(of: session.arguments.positionals[0])[0]
    var table = try attempt { try graph.related(to: id) }
    let format = session.arguments.value("format") ?? ""
    let isNetwork = ["svg", "dot", "graphml", "gexf"].contains(format)
    let limit = session.arguments.integer("limit") ?? (isNetwork ? 40 : table.rows.count)
    table.rows = Array(table.rows.prefix(limit))
    guard isNetwork else { return try RowOptions.write(table, session) }
    let network = try Network(around: id, table, graph)
    switch format {
    case "dot": session.output.write(network.dot)
    case "graphml": session.output.write(network.graphML)
    case "gexf": session.output.write(network.gexf)
    default: session.output.write(bytes: try Drawing.svg(ofDot: network.dot))
    }
    return table.rows.isEmpty ? .nothingFound : .done
  }

  static func listEntities(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let kinds = session.arguments.values(for: "kind").compactMap(EntityKind.init(rawValue:))
    return try RowOptions.write(try attempt { try graph.entities(kinds) }, session)
  }

  static func listAuthorities(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    return try RowOptions.write(try attempt { try graph.authorities() }, session)
  }
}
