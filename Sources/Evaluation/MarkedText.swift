import Diagnostics
import Model

/// A text with its marks `⟦words¦tag⟧` taken out.
struct MarkedText {
  /// A mark: its words' place in the plain text, what it says of them, and where it stands in the file.
  struct Mark {
    var span: TextSpan
    var tag: Tag
    var location: SourceLocation
  }

  /// The text without marks.
  private(set) var plain = String.UnicodeScalarView()
  /// The marks in text order; their spans count code points of the plain text.
  private(set) var marks: [Mark] = []

  private let text: [Unicode.Scalar]
  private var at = 0
  private var count = 0
  private var location: SourceLocation

  /// Reads a text that begins at `location`; a mark that is not whole or says nothing known is a finding.
  init(_ text: some StringProtocol, at location: SourceLocation, findings: inout [Finding]) {
    self.text = Array(text.unicodeScalars)
    self.location = location
    while at < self.text.count {
      switch self.text[at] {
      case "⟦": mark(&findings)
      case "⟧", "¦":
        findings.append(Finding(self.location, .error, "'\(self.text[at])' outside of a mark"))
        step()
      default:
        plain.append(self.text[at])
        count += 1
        step()
      }
    }
  }

  /// Reads a mark from its `⟦`.
  private mutating func mark(_ findings: inout [Finding]) {
    let start = location
    step()
    let words = upToSign()
    guard !words.isEmpty, at < text.count, text[at] == "¦" else {
      let message = "the mark '⟦\(words.prefix(40))' has no '¦' with a tag after its words"
      findings.append(Finding(start, .error, message))
      if at < text.count, text[at] == "⟧" { step() }
      return
    }
    step()
    let tag = upToSign()
    guard !tag.isEmpty, at < text.count, text[at] == "⟧" else {
      findings.append(Finding(start, .error, "the mark of '\(words.prefix(40))' is not closed by '⟧'"))
      return
    }
    step()
    let size = words.unicodeScalars.count
    do {
      marks.append(Mark(span: TextSpan(count, count + size), tag: try Tag(tag), location: start))
    } catch {
      findings.append(Finding(start, .error, error.message))
    }
    plain.append(contentsOf: words.unicodeScalars)
    count += size
  }

  /// The text up to the next `⟦`, `¦` or `⟧`.
  private mutating func upToSign() -> String {
    var part = String.UnicodeScalarView()
    while at < text.count, !["⟦", "¦", "⟧"].contains(text[at]) {
      part.append(text[at])
      step()
    }
    return String(part)
  }

  private mutating func step() {
    if text[at] == "\n" {
      location.line += 1
      location.column = 1
    } else {
      location.column += UTF8.width(text[at])
    }
    at += 1
  }
}
