import Arguments
import Graph
import Knowledge
import Model

/// `sanctions remove`: posts out of the graph, with all that they alone tell.
enum RemoveCommand {
  static let spec = CommandSpec(
    "remove", "Remove posts, with all that they alone tell.", group: "Keep the database",
    arguments: [ArgumentSpec("POST", .some, HelpCommands.Lookup.post.kind, help: "Identifiers of posts.")],
    options: [Database.option, SharedOptions.data],
    examples: [CommandExample("sanctions remove p01", "Remove the post p01.")])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    // Looked up first, since opening for writing would create a missing database, and touches one that is there.
    let stored = try Database.reading(session)
    for id in session.arguments.positionals { try stored.storedPost(id, else: "; nothing is removed") }
    let knowledge = try session.knowledge()
    let graph = try Database.writing(session)
    let count = try attempt {
      try graph.remove(posts: session.arguments.positionals, making: EventMaking(knowledge))
    }
    try graph.joinLists(session, knowledge)
    session.say("\(count) posts removed")
    return .done
  }
}
