import Dispatch
import Extraction
import Model
import Synchronization

/// Readings of posts made on several threads and written in the order of the posts.
///
/// A batch of posts is in memory at a time, so memory does not grow with the corpus.
struct ParallelReading {
  /// Bytes of text after which a batch is read; one post may be longer.
  static let batchBytes = 1 << 20

  let extractor: Extractor
  /// At least 1.
  let threads: Int

  /// The lines of JSON for some posts, in their order.
  func lines(of posts: [Post]) -> [[UInt8]] {
    guard threads > 1, posts.count > 1 else { return posts.map(line(of:)) }
    let next = Atomic(0)
    let lines = Mutex([[UInt8]](repeating: [], count: posts.count))
    DispatchQueue.concurrentPerform(iterations: min(threads, posts.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < posts.count else { return }
        let bytes = line(of: posts[index])
        lines.withLock { $0[index] = bytes }
      }
    }
    return lines.withLock { $0 }
  }

  private func line(of post: Post) -> [UInt8] {
    var json = JSONLine()
    json.reading(extractor.read(post))
    return json.bytes
  }
}
