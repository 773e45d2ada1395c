import Arguments
import Graph

/// `sanctions posts`: which posts speak of entities, alone or together, or hold some words.
enum PostsCommand {
  static let spec = CommandSpec(
    "posts", "List posts that mention entities or hold words.",
    discussion: ["Posts that mention all NAMEs, by any name or description, with how often and where."],
    group: "Ask",
    arguments: [
      ArgumentSpec("NAME", .any, HelpCommands.Lookup.entity.kind, help: "Names or identifiers of entities.")
    ],
    options: [
      Database.option, .flag("any", help: "One of the entities is enough.", section: "Filters"),
      .value("text", "WORDS", help: "Only posts that hold all these words.", section: "Filters"),
      .value("limit", "N", .integer(minimum: 0), help: "At most N posts.", section: "Output"),
    ] + RowOptions.options(columns: PostQuery.columns),
    examples: [
      CommandExample("sanctions posts \"Air Koryo\" \"UNSCR 2321\"", "Posts that speak of both."),
      CommandExample("sanctions posts --text \"coal exports\"", "Posts that hold both words."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    var query = PostQuery()
    for name in session.arguments.positionals { query.entities.append(try graph.ids(of: name)) }
    query.takesAny = session.arguments.flag("any")
    query.words = session.arguments.value("text")
    query.limit = session.arguments.integer("limit")
    return try RowOptions.write(
      try attempt { try graph.posts(query) }, narrow: ["published", "title", "mentions", "snippet"], session)
  }
}
