import Arguments
import Diagnostics
import Extraction
import Graph
import Knowledge
import Matching
import Model
import Posts
import Resolution

/// `sanctions ingest`: posts in, the graph brought up to date, one transaction a batch.
enum IngestCommand {
  static let spec = CommandSpec(
    "ingest", "Read posts into the database.",
    discussion: [
      "A post that is there unchanged is left alone; one with another text replaces what the old one told. Posts are "
        + "stored in batches, each whole or not at all; a bad post stops the reading and stores nothing of its batch."
    ],
    group: "Read posts",
    arguments: [
      ArgumentSpec("FILE", .any, .file, help: "Files and folders of posts; none or - is standard input.")
    ],
    options: [
      Database.option, SharedOptions.data, SharedOptions.names, SharedOptions.keepGoing,
      .flag("refresh", help: "Read again what was read with older rules or other knowledge."),
      .value(
        "batch", "N", .integer(minimum: 1), help: "How many posts a transaction stores.", defaultText: "256"),
    ],
    examples: [CommandExample("sanctions ingest seeds", "Read the collection in the folder seeds.")])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let knowledge = try session.knowledge()
    let extractor = try session.extractor(knowledge)
    do {
      var source = try PostSource(
        paths: session.arguments.positionals, keepGoing: session.arguments.flag("keep-going"))
      let graph = try Database.writing(session)
      let desk = Desk(
        graph: graph, knowledge: knowledge, extractor: extractor, reader: Extractor.reader(knowledge),
        refreshes: session.arguments.flag("refresh"))
      var counts = StoreCounts()
      do {
        while case let posts = try source.nextBatch(upTo: session.arguments.integer("batch") ?? 256),
          !posts.isEmpty
        {
          counts = counts + (try desk.store(posts))
        }
      } catch {
        try? desk.joinLists(session)
        throw broken(by: error, after: counts)
      }
      try desk.joinLists(session)
      for finding in source.findings { session.say(finding.description) }
      session.say(
        "\(counts.added) posts added, \(counts.changed) changed, \(counts.refreshed) read again, "
          + "\(counts.unchanged) unchanged, \(source.skipped) skipped")
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

  /// What a batch needs to be read and stored.
  private struct Desk {
    let graph: Graph
    let knowledge: Knowledge
    let extractor: Extractor
    let reader: String
    let refreshes: Bool

    /// Joins the parties of official lists with the entities that there are now.
    func joinLists(_ session: Session) throws(Failure) {
      guard try attempt({ try graph.hasLists() }) else { return }
      let making = try ListMaking(session, knowledge)
      try attempt { try graph.joinLists(making, events: EventMaking(knowledge)) }
    }

    func store(_ posts: [Post]) throws(Failure) -> StoreCounts {
      do {
        var fresh: [ReadPost] = []
        var unchanged = 0
        for post in posts {
          if let stored = try graph.storedVersion(of: post.id), stored.sha256 == Graph.digest(of: post),
            stored.reader == reader || !refreshes
          {
            unchanged += 1
            continue
          }
          fresh.append(ReadPost(post: post, reading: extractor.read(post, explaining: true), reader: reader))
        }
        guard !fresh.isEmpty else {
          var counts = StoreCounts()
          counts.unchanged = unchanged
          return counts
        }
        let ids = Set(fresh.flatMap { $0.reading.entities.filter(\.isKnown).map(\.id) })
        let facts = knowledge.facts(of: ids) { NameKey($0, kind: $1).text }
        var counts = try graph.store(
          fresh, facts: facts,
          making: EventMaking(knowledge))
        counts.unchanged += unchanged
        return counts
      } catch {
        throw Failure(error)
      }
    }
  }
}

extension Extractor {
  /// What tells readings by these rules, with this knowledge, from others.
  static func reader(_ knowledge: Knowledge) -> String { "\(rulesVersion).\(knowledge.fingerprint)" }
}

extension EventMaking {
  /// Events made of claims by the resolver, with the parts and wholes that knowledge tells.
  init(_ knowledge: Knowledge) {
    let resolver = EventResolver(parts: EventMaking.parts(of: knowledge))
    self.init(events: { resolver.events(from: $0) }, keys: { EventResolver.keys(of: $0) })
  }

  /// The parts and wholes that knowledge tells: bodies of bodies, bodies of countries, sections of laws.
  static func parts(of knowledge: Knowledge) -> PartRelations {
    var ids: [String: String] = [:]
    for record in knowledge.names where ids[record.name] == nil { ids[record.name] = record.id }
    var pairs: [(part: String, whole: String)] = []
    for record in knowledge.names {
      if let whole = ids[record.partOf] { pairs.append((record.id, whole)) }
      if record.kind == .organization, record.partOf.isEmpty, let country = ids[record.country] {
        pairs.append((record.id, country))
      }
    }
    return PartRelations(pairs)
  }
}
