import Arguments
import Diagnostics
import FoundationEssentials
import Graph
import Matching
import Model
import Rendering

/// `sanctions screen`: names against everything that imported lists hold.
enum ScreenCommand {
  static let columns = [
    "query", "score", "list", "entry", "name", "listed_name", "kind", "programmes", "births", "nationalities",
    "reasons",
  ]

  static let spec = CommandSpec(
    "screen", "Find names in the imported lists, with a score and a reason for each word.",
    discussion: [
      "Looks each NAME, or each value of a column of a CSV file, up in the newest snapshot of every list. An identifier "
        + "such as 'IMO 9076543' is looked up as it is. The answer is a question for a person, not a verdict."
    ],
    group: "Screen names",
    arguments: [ArgumentSpec("NAME", .any, help: "Names or identifiers.")],
    options: [
      Database.option,
      .value("csv", "FILE", .file, help: "Screen the rows of a CSV file with a header."),
      .value("column", "NAME", help: "The column of the file that holds the names.", defaultText: "name"),
      .value(
        "threshold", "SCORE", help: "The least score that is shown.", defaultText: "0.8", section: "Filters"),
      .value(
        "kind", "KIND", .choice(EntityKind.allCases.map(\.rawValue)), help: "What the names are names of.",
        section: "Filters"),
      .value(
        "country", "NAME", help: "Only entries with this nationality or flag, or with none.",
        section: "Filters"),
      .value(
        "born", "YEAR", .integer(minimum: 1),
        help: "Only entries born within a year of it, or with no birth.", section: "Filters"),
      .value(
        "limit", "N", .integer(minimum: 1), help: "At most N hits a name.", defaultText: "10",
        section: "Output"),
      .value(
        "threads", "N", .integer(minimum: 1), help: "Screen a file on N threads.", defaultText: "all cores"),
      .value(
        "skip", "N", .integer(minimum: 0),
        help: "Leave out the first N rows of a file, and the header, to go on where a run stopped."),
      SharedOptions.data,
    ] + RowOptions.options(columns: columns),
    examples: [
      CommandExample("sanctions screen \"Choe Ryong-hae\"", "One name."),
      CommandExample(
        "sanctions screen --csv customers.csv --column name --format csv", "The rows of a file."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let country = try Country(session)
    let graph = try Database.reading(session)
    guard try !attempt({ try graph.listSnapshots() }).isEmpty else {
      throw Failure(.nothingFound, "sanctions: no list was imported; 'sanctions import' does it")
    }
    let names = session.arguments.positionals
    if let path = session.arguments.value("csv") {
      guard names.isEmpty else { throw Failure(.wrongUsage, "sanctions: give names or --csv, not both") }
      let column = session.arguments.value("column") ?? "name"
      let asked = try session.table(path, having: [column]).rows.map { $0[column] }
      return try screen(asked, among: try attempt { try graph.listedNames() }, country, graph, session)
    }
    guard !names.isEmpty else { throw Failure(.wrongUsage, "sanctions: screen takes names, or --csv FILE") }
    let screening = try Screening(session, for: names)
    var table = Table(columns: columns)
    for name in names {
      let numbered =
        Screening.isIdentifier(name) ? try attempt { try graph.entries(havingIdentifier: name) } : []
      for entry in numbered {
        let hit = Screening.Hit(
          entry: entry, name: name, kind: .party, list: "", score: 1, reasons: ["identifier ="])
        if let row = try row(hit, query: name, country, graph, session) { table.rows.append(row) }
      }
      let keys = screening.keys(of: name)
      let listed = try attempt { try graph.listedNames(havingKeys: keys, limit: 300) }
      table.rows += try rows(screening.hits(for: name, among: listed), query: name, country, graph, session)
    }
    return try RowOptions.write(
      table, narrow: ["score", "entry", "listed_name", "programmes", "reasons"], session)
  }

  /// Screens many names with all listed ones in memory, on several threads; rows come in the order of the names, as soon
  /// as they are found.
  private static func screen(
    _ names: [String], among listed: [ListedName], _ country: Country?, _ graph: Graph, _ session: Session
  ) throws(Failure) -> ExitCode {
    let screening = try Screening(session, for: names + listed.map(\.name))
    let index = ScreeningIndex(listed, screening)
    let skipped = min(session.arguments.integer("skip") ?? 0, names.count)
    var writer = try RowOptions.Writer(
      columns: columns, narrow: ["query", "score", "entry", "listed_name", "reasons"],
      continued: skipped > 0, session)
    let progress = Progress(of: names.count, from: skipped, what: "names", session)
    Interruption.watch()
    for start in stride(from: skipped, to: names.count, by: batch) where writer.isOpen {
      let some = Array(names[start..<min(names.count, start + batch)])
      let found = some.mapped(threads: session.threads, piece: 1) { index.hits(for: $0) }
      progress.clear()
      for (name, hits) in zip(some, found) {
        for row in try rows(hits, query: name, country, graph, session) { writer.write(row) }
      }
      progress.report(start + some.count)
      if Interruption.isWanted {
        writer.finish()
        progress.clear()
        session.say(
          "sanctions: stopped after \(start + some.count) names; --skip \(start + some.count) goes on")
        Interruption.obey(session)
      }
    }
    progress.clear()
    return writer.finish()
  }

  /// How many names are screened between two looks at the clock.
  private static let batch = 512

  /// The hits that the filters let through as rows, at most as many as `--limit` says.
  private static func rows(
    _ hits: [Screening.Hit], query: String, _ country: Country?, _ graph: Graph, _ session: Session
  ) throws(Failure) -> [[Cell]] {
    let limit = session.arguments.integer("limit") ?? 10
    var rows: [[Cell]] = []
    for hit in hits where rows.count < limit {
      if let row = try row(hit, query: query, country, graph, session) { rows.append(row) }
    }
    return rows
  }

  /// A hit as a row; nil where the filters leave it out.
  private static func row(
    _ hit: Screening.Hit, query: String, _ country: Country?, _ graph: Graph, _ session: Session
  ) throws(Failure) -> [Cell]? {
    guard let party = try attempt({ try graph.listedParty(hit.entry) }) else { return nil }
    let arguments = session.arguments
    if let country, !party.nationalities.isEmpty,
      !party.nationalities.contains(where: { country.isMeant(by: $0) })
    {
      return nil
    }
    if let year = arguments.integer("born"), !party.births.isEmpty {
      let years = party.births.flatMap { $0.matches(of: /(?:18|19|20)\d\d/).compactMap { Int($0.output) } }
      if !years.isEmpty, !years.contains(where: { abs($0 - year) <= 1 }) { return nil }
    }
    return [
      .text(query), .real((hit.score * 1000).rounded() / 1000), .text(String(hit.entry.prefix { $0 != "/" })),
      .text(hit.entry), .text(hit.name), .text(party.name), .text(hit.kind.rawValue), .list(party.programmes),
      .list(party.births), .list(party.nationalities), .list(hit.reasons),
    ]
  }
}

/// The country of `--country`, by a name or its code of two letters.
private struct Country {
  private let slug: String
  private let code: String?
  private let codes: CountryCodes

  /// The country that was asked for; nil for none.
  ///
  /// An unknown one is told, since nothing may be found.
  init?(_ session: Session) throws(Failure) {
    guard let text = session.arguments.value("country") else { return nil }
    codes = CountryCodes(try session.knowledge())
    slug = text.slug
    code = text.utf8.count == 2 ? codes.known(text.lowercased()) : codes.code(of: text)
    if code == nil {
      session.say(
        "sanctions: --country '\(text)' is no country that is known, nor a code such as KP; only lists that write it so are meant"
      )
    }
  }

  /// Whether a nationality or flag of a list is this country.
  func isMeant(by nationality: String) -> Bool {
    nationality.slug.contains(slug)
      || code.map { nationality.lowercased() == $0 || codes.code(of: nationality) == $0 } ?? false
  }
}
