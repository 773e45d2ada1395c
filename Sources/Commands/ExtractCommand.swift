import Arguments
import Diagnostics
import Extraction
import FoundationEssentials
import Model
import Posts

/// `sanctions extract`: posts in, one JSON line a post out, no database.
enum ExtractCommand {
  static let spec = CommandSpec(
    "extract", "Read posts and write what is found in them as JSON Lines.",
    discussion: [
      "Reads what ingest reads, and writes one JSON line a post, in order: "
        + "entities, mentions, times and events. Offsets count code points in the title, a blank line and the text."
    ],
    group: "Read posts",
    arguments: [
      ArgumentSpec("FILE", .any, .file, help: "Files and folders of posts; none or - is standard input.")
    ],
    options: [
      SharedOptions.data, SharedOptions.names, SharedOptions.keepGoing,
      .value(
        "threads", "N", .integer(minimum: 1), help: "Read on N threads; the output is the same.",
        defaultText: "all cores"),
    ],
    examples: [CommandExample("sanctions extract seeds", "Read the collection in the folder seeds.")])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let extractor = try session.extractor(try session.knowledge())
    let reading = ParallelReading(extractor: extractor, threads: min(256, session.threads))
    let markers = try session.pageMarkers()
    var batch: [Post] = []
    var size = 0
    var pending: ParallelReading.Batch?
    func write() {
      guard let started = pending else { return }
      for line in reading.lines(of: started) { session.output.write(bytes: line) }
      pending = nil
    }
    func readBatch() {
      let next = reading.start(batch)
      batch = []
      size = 0
      write()
      pending = next
    }
    do throws(PostInputError) {
      var source = try PostSource(
        paths: session.arguments.positionals, keepGoing: session.arguments.flag("keep-going"),
        markers: markers)
      while let post = try source.next(), !session.output.isClosed {
        size += post.text.utf8.count
        batch.append(post)
        if size >= ParallelReading.batchBytes { readBatch() }
      }
      readBatch()
      write()
      for finding in source.findings { session.say(finding.description) }
      return source.skipped == 0 ? .done : .badData
    } catch {
      // What stands before a bad line is read and written all the same.
      readBatch()
      write()
      throw Failure(error)
    }
  }
}

/// Options that several commands share.
enum SharedOptions {
  static let data = OptionSpec.value(
    "data", "DIR", .folder, help: "Use the knowledge in DIR instead of that in the program.")
  static let names = OptionSpec.value(
    "names", "FILE", .file, help: "Know these names too: a CSV file name,kind.")
  static let keepGoing = OptionSpec.flag(
    "keep-going", help: "Pass over bad posts and tell of them at the end.")
}
