import Arguments
import Glibc
import Graph
import Rendering
import Serving

/// `sanctions serve`: the pages of the report and an API, from the live database, for the people at this computer.
enum ServeCommand {
  static let spec = CommandSpec(
    "serve", "Serve the pages of the report and an API from the database.",
    discussion: [
      "On 127.0.0.1 alone, and read-only: the pages that report writes, always as the database is now, and /api/ with "
        + "the answers of query, entity, posts and others as JSON, described in /openapi.json. Ctrl-C stops it."
    ],
    group: "Keep the database",
    options: [
      Database.option,
      .value(
        "port", "PORT", .integer(minimum: 0), help: "Listen on this port; 0 takes any that is free.",
        defaultText: "8765"),
      SharedOptions.data,
    ],
    examples: [
      CommandExample("sanctions serve", "Then open http://127.0.0.1:8765/ in a browser."),
      CommandExample(
        "curl 'http://127.0.0.1:8765/api/events?entity=Air+Koryo'", "What query --format json answers."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let wanted = session.arguments.integer("port") ?? 8765
    guard let port = UInt16(exactly: wanted) else {
      throw Failure(.wrongUsage, "sanctions: \(wanted) is no port; they end at 65535")
    }
    let desk = try SiteServer(session)
    guard let server = HTTPServer(port: port, policy: SitePage.policy, handler: { desk.answer($0) }) else {
      throw Failure(
        .fileTrouble, "sanctions: port \(port) of 127.0.0.1 cannot be had: is another program there?")
    }
    session.say("Serving http://127.0.0.1:\(server.port)/; Ctrl-C stops.")
    session.errors.flush()
    // Who keeps servers stops them so.
    Interruption.watch(SIGTERM)
    while !Interruption.isWanted { usleep(100_000) }
    server.stop()
    return .done
  }
}
