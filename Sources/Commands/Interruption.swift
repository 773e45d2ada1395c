import Glibc
import Synchronization

/// Whether the user wants a long run to stop: it does so at the next good place, and says how to go on.
enum Interruption {
  private static let wanted = Atomic(false)

  /// Takes Ctrl-C, and what else is given, as a wish from now on; a second one stops at once.
  static func watch(_ others: Int32...) {
    // Whoever started the program may have blocked them, and a program inherits that.
    var kinds = sigset_t()
    sigemptyset(&kinds)
    for kind in [SIGINT] + others { sigaddset(&kinds, kind) }
    sigprocmask(SIG_UNBLOCK, &kinds, nil)
    for kind in [SIGINT] + others {
      signal(kind) { kind in
        Interruption.wanted.store(true, ordering: .relaxed)
        signal(kind, SIG_DFL)
      }
    }
  }

  /// Whether Ctrl-C came.
  static var isWanted: Bool { wanted.load(ordering: .relaxed) }

  /// Ends the program as Ctrl-C does.
  static func obey(_ session: Session) -> Never {
    session.output.flush()
    session.errors.flush()
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
    exit(130)
  }
}
