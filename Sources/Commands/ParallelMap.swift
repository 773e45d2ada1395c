import Arguments
import Dispatch
import FoundationEssentials
import Synchronization

extension Session {
  /// How many threads `--threads` asks for, else as many as there are cores.
  var threads: Int { arguments.integer("threads") ?? ProcessInfo.processInfo.activeProcessorCount }
}

extension Array where Element: Sendable {
  /// The results of a function for each element, made on several threads, in the order of the elements.
  ///
  /// Threads take `piece` elements at a time; a thread more than there are pieces has nothing to do.
  func mapped<Result: Sendable>(
    threads: Int = .max, piece: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let pieces = (count + piece - 1) / piece
    let found = Mutex([[Result]](repeating: [], count: pieces))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: Swift.max(1, Swift.min(threads, pieces))) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < pieces else { return }
        let results = self[(place * piece)..<Swift.min(count, (place + 1) * piece)].map(transform)
        found.withLock { $0[place] = results }
      }
    }
    return found.withLock { $0.flatMap(\.self) }
  }
}
