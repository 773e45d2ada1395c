import Arguments
import Extraction
import Glibc
import Graph
import Model
import Posts
import Rendering

/// `sanctions explain`: each mention, time and claim of a post with the rule and steps that found it.
enum ExplainCommand {
  static let spec = CommandSpec(
    "explain", "Show how each mention, time and claim of posts was found.",
    discussion: [
      "Reads the posts as extract does and writes, for people, what was found and by which rule and words. What is no "
        + "file is the id of a post in the database."
    ],
    group: "Read posts",
    arguments: [
      ArgumentSpec(
        "POST", .any, .file,
        help: "Files and folders of posts, and ids of stored ones; none or - is standard input.")
    ],
    options: [
      Database.option, SharedOptions.data, SharedOptions.names,
      .value("post", "ID", help: "Explain only the post with this id."),
    ],
    examples: [
      CommandExample("sanctions explain seeds", "Explain each post of the collection."),
      CommandExample("sanctions explain p01", "Explain the post p01 of the database."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let knowledge = try session.knowledge()
    var extractor: Extractor?
    let wanted = session.arguments.value("post")
    let names = session.arguments.positionals
    var graph: Graph?
    var found = false
    for name in names.isEmpty ? ["-"] : names {
      // A stored post was read with the names of the lists beside it.
      if isStored(name, session), graph == nil {
        graph = try Database.reading(session)
        extractor = nil
      }
      let reader: Extractor
      if let extractor {
        reader = extractor
      } else {
        reader = try session.extractor(knowledge, listsOf: graph)
      }
      extractor = reader
      let show = { (post: Post) in
        guard wanted == nil || post.id == wanted else { return }
        found = true
        explain(post, reader.read(post, explaining: true), session)
      }
      if isStored(name, session), let graph {
        show(try graph.storedPost(name))
      } else {
        try read(name, session, show)
      }
    }
    if !found, let wanted { session.say("sanctions: no post '\(wanted)' in the input") }
    return found ? .done : .nothingFound
  }

  /// Whether a name is to be looked up in the database: no file has it, and there is a database, or one was named.
  private static func isStored(_ name: String, _ session: Session) -> Bool {
    guard name != "-", access(name, F_OK) != 0 else { return false }
    return session.arguments.value("db") != nil || access(Database.path(session), F_OK) == 0
  }

  private static func read(
    _ path: String, _ session: Session, _ show: (Post) -> Void
  ) throws(Failure) {
    let markers = try session.pageMarkers()
    do {
      var source = try PostSource(paths: [path], markers: markers)
      while let post = try source.next() { show(post) }
    } catch {
      throw Failure(error)
    }
  }

  private static func explain(_ post: Post, _ reading: PostReading, _ session: Session) {
    let document = Array(post.document.unicodeScalars)
    func words(_ span: TextSpan) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: document[span.start..<span.end])
      return escapedForTerminal(String(text))
    }
    let output = session.output
    output.write("\(escapedForTerminal(post.id)): \(escapedForTerminal(post.title))\n")
    for mention in reading.mentions {
      let entity = reading.entities[mention.entity]
      let what = mention.isNominal ? "describes" : "names"
      output.write(
        "  mention \(mention.span.start)-\(mention.span.end) '\(words(mention.span))' \(what) "
          + "\(entity.kind.rawValue) \(escapedForTerminal(entity.name)): \(mention.rule)\n")
    }
    for time in reading.times {
      output.write(
        "  time \(time.span.start)-\(time.span.end) '\(words(time.span))' = \(time.value): \(time.rule)\n")
    }
    for claim in reading.claims {
      let date = claim.date.map { " \($0)" } ?? ""
      output.write("  claim \(claim.kind.rawValue) \(claim.status.rawValue)\(date): \(claim.rule)\n")
      for participant in claim.participants {
        output.write(
          "    \(participant.role.rawValue) \(escapedForTerminal(reading.entities[participant.entity].name))\n"
        )
      }
      for step in claim.evidence {
        let place = step.span.map { " '\(words($0))'" } ?? ""
        output.write("    because \(step.part.rawValue)\(place): \(escapedForTerminal(step.note))\n")
      }
      output.write("    quote '\(words(claim.quote))'\n")
    }
  }
}
