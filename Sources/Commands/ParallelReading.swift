import Dispatch
import Extraction
import Model
import Synchronization

/// Readings of posts made on several threads and written in the order of the posts.
///
/// While one batch is read the next one can be fetched and the one before written, so two batches are in memory at a
/// time, and memory does not grow with the corpus.
struct ParallelReading {
  /// Bytes of text after which a batch is read; one post may be longer.
  static let batchBytes = 1 << 20

  let extractor: Extractor
  /// At least 1.
  let threads: Int

  /// Posts that are being read.
  final class Batch: Sendable {
    fileprivate let posts: [Post]
    private let next = Atomic(0)
    private let lines: Mutex<[[UInt8]]>
    private let group = DispatchGroup()

    fileprivate init(_ posts: [Post]) {
      self.posts = posts
      lines = Mutex(Array(repeating: [], count: posts.count))
    }

    /// Lets a number of threads take post after post.
    fileprivate func start(_ threads: Int, _ line: @escaping @Sendable (Post) -> [UInt8]) {
      for _ in 0..<min(threads, posts.count) {
        DispatchQueue.global().async(group: group) {
          while true {
            let index = self.next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < self.posts.count else { return }
            let bytes = line(self.posts[index])
            self.lines.withLock { $0[index] = bytes }
          }
        }
      }
    }

    fileprivate func finished() -> [[UInt8]] {
      group.wait()
      return lines.withLock { $0 }
    }
  }

  /// Begins to read some posts; on one thread they are only read when their lines are asked for.
  func start(_ posts: [Post]) -> Batch {
    let batch = Batch(posts)
    if threads > 1 { batch.start(threads) { line(of: $0) } }
    return batch
  }

  /// The lines of JSON for the posts of a batch, in their order.
  func lines(of batch: Batch) -> [[UInt8]] {
    threads > 1 ? batch.finished() : batch.posts.map(line(of:))
  }

  private func line(of post: Post) -> [UInt8] {
    var json = JSONLine()
    json.reading(extractor.read(post))
    return json.bytes
  }
}
