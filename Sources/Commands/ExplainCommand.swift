import Arguments
import Extraction
import Model
import Posts
import Rendering

/// `sanctions explain`: each mention, time and claim of a post with the rule and steps that found it.
enum ExplainCommand {
  static let spec = CommandSpec(
    "explain", "Show how each mention, time and claim of posts was found.",
    discussion: [
      "Reads the posts as extract does and writes, for people, what was found and by which rule and words."
    ],
    group: "Read posts",
    arguments: [
      ArgumentSpec("FILE", .any, .file, help: "Files and folders of posts; none or - is standard input.")
    ],
    options: [
      SharedOptions.data, SharedOptions.names,
      .value("post", "ID", help: "Explain only the post with this id."),
    ],
    examples: [CommandExample("sanctions explain seeds", "Explain each post of the collection.")])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let extractor = try session.extractor(try session.knowledge())
    let wanted = session.arguments.value("post")
    var found = false
    do {
      var source = try PostSource(paths: session.arguments.positionals)
      while let post = try source.next() {
        guard wanted == nil || post.id == wanted else { continue }
        found = true
        explain(post, extractor.read(post, explaining: true), session)
      }
    } catch {
      throw Failure(error)
    }
    if !found, let wanted { session.say("sanctions: no post '\(wanted)' in the input") }
    return found ? .done : .nothingFound
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
