import Arguments
import Diagnostics
import Glibc
import Graph
import Model
import Posts

/// What `sanctions ingest --dry-run` shows: the posts of the input, and what of them is new.
enum IngestPlan {
  static let columns = ["state", "post", "published", "author", "title", "url", "characters", "source"]

  /// Lists the posts of the input; nothing is stored and no database made.
  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let markers = try session.pageMarkers()
    let isThere = access(Database.path(session), F_OK) == 0
    let graph = isThere ? try Database.reading(session) : nil
    var writer = try RowOptions.Writer(
      columns: columns, narrow: ["state", "published", "author", "title", "characters"], session)
    var source: PostSource
    var skipped = 0
    do throws(PostInputError) {
      source = try PostSource(
        paths: session.arguments.positionals, keepGoing: session.arguments.flag("keep-going"),
        markers: markers)
      while writer.isOpen, let post = try source.next() { writer.write(row(post, graph)) }
      skipped = source.skipped
      for finding in source.findings { session.say(finding.description) }
    } catch {
      writer.finish()
      throw Failure(error)
    }
    let written = writer.finish()
    return skipped == 0 ? written : .badData
  }

  private static func row(_ post: Post, _ graph: Graph?) -> [Cell] {
    // A database that cannot be read is told when it is opened; here the post is then new to it.
    let stored = try? graph?.storedVersion(of: post.id)
    let state = stored.map { $0.sha256 == Graph.digest(of: post) ? "unchanged" : "changed" } ?? "new"
    return [
      .text(state), .text(post.id), Cell(post.published?.text), Cell(post.author), .text(post.title),
      Cell(post.url),
      .int(post.text.unicodeScalars.count), .text(post.source),
    ]
  }
}
