import FoundationEssentials
import Glibc
import Model
import Rendering

/// Shows one doubt after the other on a terminal and writes what a person decides, a key a verdict.
///
/// Each verdict is in the file before the next doubt is shown, so that nothing is lost whatever ends the run.
struct ReviewStepper {
  private let doubts: [ReviewQueue.Doubt]
  private let author: String
  private let path: String
  private let file: FileOutput
  private let session: Session
  private var writer: RowWriter
  private var written = 0

  /// Opens the file, which gets its header where it is new.
  init(
    _ doubts: [ReviewQueue.Doubt], author: String, path: String, header: [String], _ session: Session
  ) throws(Failure) {
    self.doubts = doubts
    self.author = author
    self.path = path
    self.session = session
    let isNew = !ReviewStepper.holdsSomething(path)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure(.fileTrouble, "\(path): \(String(cString: strerror(errno)).lowercased())")
    }
    file = FileOutput(descriptor: descriptor, name: path)
    var settings = OutputSettings(isRaw: true)
    settings.isContinued = true
    writer = RowWriter(.csv, columns: header, settings: settings, to: file)
    guard isNew else { return }
    do throws(OutputError) {
      try file.write(header.joined(separator: ",") + "\n")
      try file.flush()
    } catch {
      throw Failure(.fileTrouble, "sanctions: \(error)")
    }
  }

  /// Whether there is a file with verdicts, or at least its header.
  static func holdsSomething(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  /// Goes through the doubts until all are shown or somebody ends it.
  mutating func run() throws(Failure) -> ExitCode {
    guard !doubts.isEmpty else {
      session.say("nothing is doubtful that was not decided")
      return .nothingFound
    }
    let terminal = Terminal()
    defer { terminal.restore() }
    for (number, doubt) in doubts.enumerated() {
      let keys = doubt.choice == .pair ? "s same, d different" : "r reject, t another date"
      session.output.write("\n\(number + 1) of \(doubts.count): \(escapedForTerminal(doubt.reason))\n")
      for line in doubt.lines { session.output.write("  \(escapedForTerminal(line))\n") }
      session.output.write("\(keys), Enter later, q end? ")
      session.output.flush()
      guard try decide(doubt, terminal) else { break }
    }
    session.output.write("\n")
    session.output.flush()
    session.say("\(written) verdicts written to \(path); sanctions review --apply \(path) applies them")
    return .done
  }

  /// Waits for a key that means something here; false where somebody ends it.
  private mutating func decide(_ doubt: ReviewQueue.Doubt, _ terminal: Terminal) throws(Failure) -> Bool {
    while let key = terminal.key() {
      switch (doubt.choice, key) {
      case (_, "q"), (_, "\u{3}"), (_, "\u{4}"): return false
      case (_, "\n"), (_, "\r"), (_, " "): return true
      case (.pair, "s"): try write(.same, doubt, doubt.object)
      case (.pair, "d"): try write(.different, doubt, doubt.object)
      case (.claim, "r"): try write(.reject, doubt, "")
      case (.claim, "t"):
        guard let date = try askDate(terminal) else { continue }
        try write(.redate, doubt, date)
      default: continue
      }
      return true
    }
    return false
  }

  private func askDate(_ terminal: Terminal) throws(Failure) -> String? {
    session.output.write("date, EDTF such as 2016-12-02? ")
    session.output.flush()
    guard let text = terminal.line(), !text.isEmpty else { return nil }
    if EDTF(text) != nil { return text }
    session.output.write("'\(escapedForTerminal(text))' is no date; another key? ")
    session.output.flush()
    return nil
  }

  private mutating func write(_ kind: Verdict.Kind, _ doubt: ReviewQueue.Doubt, _ object: String)
    throws(Failure)
  {
    let today = Date().formatted(.iso8601.year().month().day())
    do throws(OutputError) {
      try writer.write([
        .text(kind.rawValue), .text(doubt.subject), .text(object), .text(author), .text(today),
        .text(doubt.reason),
      ])
      try writer.finish()
      try file.flush()
    } catch {
      throw Failure(.fileTrouble, "sanctions: \(error)")
    }
    written += 1
    session.output.write("\(kind.rawValue)\n")
  }
}

/// Standard input read a key at a time: from a terminal as each is struck, else as the bytes come.
private struct Terminal {
  private let before: termios?

  init() {
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else {
      before = nil
      return
    }
    before = settings
    // Ctrl-C comes as a key too, so that the terminal is always left as it was.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(0, TCSANOW, &settings)
  }

  func restore() {
    guard var before else { return }
    tcsetattr(0, TCSANOW, &before)
  }

  /// The next key; nil at the end of the input.
  func key() -> Character? {
    var byte: UInt8 = 0
    guard read(0, &byte, 1) == 1 else { return nil }
    return Character(Unicode.Scalar(byte))
  }

  /// A line of text, which the terminal shows while it is typed.
  func line() -> String? {
    restore()
    defer { _ = Terminal() }
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(0, &byte, 1) == 1 {
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }
}
