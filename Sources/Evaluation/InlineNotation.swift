public import Diagnostics
import Model

/// Reads posts whose answers are marked in their text.
///
///     id: a1
///     published: 2018-05-27
///     title: ⟦Eriador¦country=Eriador⟧ acts
///
///     On ⟦Friday¦time=2018-05-25⟧ it ⟦blacklisted¦designation#1⟧ ⟦Harad Air¦airline=Harad Air⟧.
///     ---
///     #1 status=actual | authority=Eriador | target=Harad Air | date=2018-05-25
///
/// The head ends at the first blank line, the text at a line `---`; what stands under it are the events.
public enum InlineNotation {
  /// Reads a file that holds one post; nil, with findings, where the notation is wrong.
  public static func read(_ text: String, file: String, findings: inout [Finding]) -> GoldPost? {
    read(lines: lines(of: text)[...], file: file, findings: &findings)
  }

  /// The lines of a text, whichever of LF, CR LF and CR ends them, without a byte order mark.
  public static func lines(of text: String) -> [String] {
    var bytes: [UInt8] = []
    var last: UInt8 = 0
    for byte in text.utf8.dropFirst(text.unicodeScalars.first == "\u{FEFF}" ? 3 : 0) {
      if !(byte == 0x0A && last == 0x0D) { bytes.append(byte == 0x0D ? 0x0A : byte) }
      last = byte
    }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Reads a post that is some lines of a file, with the identifier that is given where its head has none.
  public static func read(
    lines: ArraySlice<String>, file: String, id: String? = nil, findings: inout [Finding]
  ) -> GoldPost? {
    let before = findings.count
    let start = SourceLocation(file: file, line: lines.startIndex + 1)
    let head = lines.prefix { !$0.isEmpty }
    let rest = lines[head.endIndex...]
    let body = rest.prefix { $0 != "---" }
    let fields = self.fields(head, file, &findings)
    var builder = GoldBuilder()
    if let title = fields["title"], !title.text.isEmpty {
      builder.addTitle(MarkedText(title.text, at: title.location, findings: &findings))
    }
    let shown = body.drop(while: \.isEmpty)
    let end = shown.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? shown.startIndex
    let place = SourceLocation(file: file, line: shown.startIndex + 1, column: 1)
    builder.addText(
      MarkedText(shown[..<end].joined(separator: "\n"), at: place, findings: &findings))
    builder.addEvents(events(rest[body.endIndex...].dropFirst(), file, &findings), &findings)
    var published: EDTF?
    if let field = fields["published"], !field.text.isEmpty {
      published = EDTF(field.text)
      if published == nil {
        findings.append(Finding(field.location, .error, "'\(field.text)' is no EDTF date"))
      }
    }
    guard let id = fields["id"]?.text ?? id else {
      findings.append(Finding(start, .error, "the post has no id"))
      return nil
    }
    guard findings.count == before else { return nil }
    let post = Post(
      id: id, title: builder.title, text: builder.text, source: file, url: fields["url"]?.text,
      published: published)
    let others = fields.filter { !["id", "published", "title", "url"].contains($0.key) }
    return GoldPost(
      post: post, reading: builder.reading(of: id), location: start, fields: others.mapValues(\.text))
  }

  private typealias Field = (text: String, location: SourceLocation)

  /// The `name: value` lines of a head.
  private static func fields(
    _ lines: ArraySlice<String>, _ file: String, _ findings: inout [Finding]
  ) -> [String: Field] {
    var fields: [String: Field] = [:]
    for (index, line) in zip(lines.indices, lines) {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else {
        let here = SourceLocation(file: file, line: index + 1)
        findings.append(Finding(here, .error, "a line of the head must be 'name: value', up to a blank line"))
        continue
      }
      let after = line.index(after: colon)
      let value = line[after...].hasPrefix(" ") ? line[after...].dropFirst() : line[after...]
      let column = line.utf8.count - value.utf8.count + 1
      fields[String(line[..<colon])] = (
        String(value), SourceLocation(file: file, line: index + 1, column: column)
      )
    }
    return fields
  }

  /// The event lines under `---`.
  private static func events(
    _ lines: ArraySlice<String>, _ file: String, _ findings: inout [Finding]
  ) -> [NotedEvent] {
    var events: [NotedEvent] = []
    for (index, line) in zip(lines.indices, lines) where line.contains(where: { !$0.isWhitespace }) {
      let here = SourceLocation(file: file, line: index + 1)
      guard let (number, parts) = NotedEvent.head(of: line[...]) else {
        findings.append(
          Finding(here, .error, "an event line must be '#number status=… | role=Name; Name | …'"))
        continue
      }
      events.append(NotedEvent(number, parts, at: here, findings: &findings))
    }
    return events
  }
}
