import Arguments
import Diagnostics
import Graph
import Model
import Posts

/// `sanctions ingest`: posts in, the graph brought up to date, one transaction a batch.
enum IngestCommand {
  static let spec = CommandSpec(
    "ingest", "Read posts into the database.",
    discussion: [
      "Reads folders with all that is in them and files of any of these: pages saved from the web and archive pages of "
        + "blogs (HTML), feeds (RSS, Atom), WordPress exports, mailboxes, Markdown with or without front matter, plain "
        + "text, JSON Lines; packed with gzip or not. Standard input is JSON Lines.",
      "A post that is there unchanged is left alone; one with another text replaces what the old one told. Posts are "
        + "stored in batches, each whole or not at all; a bad post stops the reading and stores nothing of its batch. "
        + "Ctrl-C stops after the batch in hand; the same command goes on.",
    ],
    group: "Read posts",
    arguments: [
      ArgumentSpec("FILE", .any, .file, help: "Files and folders of posts; none or - is standard input.")
    ],
    options: [
      Database.option, SharedOptions.data, SharedOptions.names, SharedOptions.keepGoing,
      .flag("refresh", help: "Read again what was read with older rules or other knowledge."),
      .flag(
        "dry-run", help: "Only list the posts that would be read, and whether they are new; store nothing."),
      .value(
        "batch", "N", .integer(minimum: 1), help: "How many posts a transaction stores.", defaultText: "256"),
    ]
      + RowOptions.options(columns: IngestPlan.columns).map { option in
        var option = option
        option.section = "Output of --dry-run"
        return option
      },
    examples: [
      CommandExample("sanctions ingest seeds", "Read the collection in the folder seeds."),
      CommandExample("sanctions ingest --dry-run export.xml", "See what a WordPress export holds."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    if session.arguments.flag("dry-run") { return try IngestPlan.run(session) }
    Interruption.watch()
    let knowledge = try session.knowledge()
    // Looked at first, so that faulty names make no database.
    _ = try session.givenNames()
    do {
      var source = try PostSource(
        paths: session.arguments.positionals, keepGoing: session.arguments.flag("keep-going"),
        markers: try session.pageMarkers())
      let graph = try Database.writing(session)
      let desk = try ReadingDesk(session, graph, knowledge, refreshes: session.arguments.flag("refresh"))
      var counts = StoreCounts()
      let progress = Progress(of: source.progress.total, from: 0, what: "bytes", session)
      do {
        while case let posts = try source.nextBatch(upTo: session.arguments.integer("batch") ?? 256),
          !posts.isEmpty
        {
          counts = counts + (try desk.store(posts))
          progress.report(source.progress.done)
          if Interruption.isWanted { break }
        }
      } catch {
        progress.clear()
        try? desk.joinLists(session)
        throw broken(by: error, after: counts)
      }
      if counts.added + counts.changed + counts.refreshed > 0 { try desk.joinLists(session) }
      progress.clear()
      for finding in source.findings { session.say(finding.description) }
      session.say(
        "\(counts.added) posts added, \(counts.changed) changed, \(counts.refreshed) read again, "
          + "\(counts.unchanged) unchanged, \(source.skipped) skipped")
      if Interruption.isWanted {
        session.say("sanctions: stopped; the same command goes on, what is stored is left alone")
        Interruption.obey(session)
      }
      return source.skipped == 0 ? .done : .badData
    } catch let failure as Failure {
      throw failure
    } catch let error as PostInputError {
      throw Failure(error)
    } catch {
      throw Failure(.fileTrouble, "sanctions: \(error)")
    }
  }

  /// The failure of a batch, with what is stored in spite of it.
  private static func broken(by error: any Error, after counts: StoreCounts) -> Failure {
    let total = counts.added + counts.changed + counts.refreshed + counts.unchanged
    let stored = total == 1 ? "1 post is stored" : "\(total) posts are stored"
    switch error {
    case let error as PostInputError:
      var failure = Failure(error)
      failure.lines.append("sanctions: \(stored); nothing of the batch with the bad one is")
      return failure
    case var failure as Failure:
      failure.lines.append("sanctions: \(stored); nothing of the batch in hand is")
      return failure
    default: return Failure(.fileTrouble, "sanctions: \(error)")
    }
  }
}
