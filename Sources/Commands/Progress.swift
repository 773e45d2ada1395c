import Glibc

/// How far a long run has come, on one line of a terminal; nothing where standard error is none.
struct Progress {
  private let total: Int
  private let from: Int
  private let what: String
  private let session: Session
  private let start = Progress.now()
  private let isShown = isatty(2) == 1

  /// A run over so many things, the first of which were done before.
  init(of total: Int, from: Int, what: String, _ session: Session) {
    self.total = total
    self.from = from
    self.what = what
    self.session = session
  }

  /// Shows that so many are done, how many a second, and how long the rest will take.
  func report(_ done: Int) {
    guard isShown else { return }
    let seconds = max(Progress.now() - start, 0.001)
    let rate = Double(done - from) / seconds
    let left = rate > 0 ? Int(Double(total - done) / rate) : 0
    session.errors.write("\r\u{1B}[K\(done) of \(total) \(what), \(Int(rate)) a second, \(left) s left")
    session.errors.flush()
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    session.errors.write("\r\u{1B}[K")
    session.errors.flush()
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
