import Arguments
import Extraction
import Graph
import Knowledge
import Matching
import Model
import Resolution

/// Reads posts and stores what they tell, with all names that knowledge, lists and the user give.
struct ReadingDesk {
  private let graph: Graph
  private let knowledge: Knowledge
  private let extractor: Extractor
  private let corrections: Corrections
  private let reader: String
  private let refreshes: Bool

  /// A desk that reads stored posts again, where they were read otherwise, only if it refreshes.
  init(_ session: Session, _ graph: Graph, _ knowledge: Knowledge, refreshes: Bool) throws(Failure) {
    self.graph = graph
    self.knowledge = knowledge
    self.refreshes = refreshes
    extractor = try session.extractor(knowledge, listsOf: graph)
    var reader = ReadingDesk.reader(knowledge)
    if let lists = try attempt({ try graph.listsDigest() }) { reader += "+lists:\(lists.prefix(12))" }
    let verdicts = try attempt { try graph.verdicts() }
    corrections = Corrections(verdicts)
    if let digest = Graph.digest(of: verdicts) { reader += "+verdicts:\(digest.prefix(12))" }
    if let path = session.arguments.value("names"), let bytes = session.contents(of: path) {
      reader += "\(ReadingDesk.namesMark)\(Graph.digest(ofFile: bytes).prefix(12))"
    }
    self.reader = reader
  }

  /// What tells readings by these rules and this knowledge from others; that of a post goes on with lists and names.
  static func reader(_ knowledge: Knowledge) -> String {
    "\(Extractor.rulesVersion).\(knowledge.fingerprint)"
  }

  private static let namesMark = "+names:"

  /// Joins the parties of official lists with the entities that there are now.
  func joinLists(_ session: Session) throws(Failure) { try graph.joinLists(session, knowledge) }

  /// Reads all stored posts with the lists that there are now, but for those read with names of a user, which are gone;
  /// returns how many were read and how many were not.
  func readStoredAgain() throws(Failure) -> (read: Int, left: Int) {
    let versions = try attempt { try graph.storedVersions() }
    let stale = versions.filter { $0.value.reader != reader }
    let ids = stale.filter { !$0.value.reader.contains(ReadingDesk.namesMark) }.keys.sorted()
    for start in stride(from: 0, to: ids.count, by: 256) {
      var posts: [Post] = []
      for id in ids[start..<min(ids.count, start + 256)] {
        if let post = try attempt({ try graph.post(id) }) { posts.append(post) }
      }
      _ = try store(posts)
    }
    return (ids.count, stale.count - ids.count)
  }

  /// Reads and stores posts, all or none; those that are there already are left alone.
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
        fresh.append(
          ReadPost(
            post: post, reading: corrections.applied(to: extractor.read(post, explaining: true)),
            reader: reader))
      }
      guard !fresh.isEmpty else {
        var counts = StoreCounts()
        counts.unchanged = unchanged
        return counts
      }
      let ids = Set(fresh.flatMap { $0.reading.entities.filter(\.isKnown).map(\.id) }).union(
        corrections.subjects)
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
