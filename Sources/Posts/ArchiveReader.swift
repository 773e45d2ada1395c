import Diagnostics
import Model

/// Reads the archive pages of a blog saved as text: a title line, an excerpt cut by `...`, blank lines between.
///
/// An excerpt that is not cut goes on to the next line that can be a title: one that the table lists, else any
/// short single line. Titles, dates and addresses come from the table.
struct ArchiveReader: PostReader {
  /// The longest line that is taken for a title which the table does not list, in bytes.
  private static let longestTitle = 200

  private var blocks: TextBlocks
  private var pending: TextBlocks.Block?
  private let file: String
  private let source: String
  private let hasTable: Bool

  /// Reads `lines` of `file`; posts without a row are told where there is a table at all.
  init(_ lines: LineReader, file: String, source: String, hasTable: Bool) {
    blocks = TextBlocks(lines: lines)
    self.file = file
    self.source = source
    self.hasTable = hasTable
  }

  mutating func next(_ table: inout PostTable) throws(PostInputError) -> ReadPost {
    guard let head = try nextBlock() else { return .end }
    if let fault = finding(head) { return .faulty(fault) }
    guard head.lineCount == 1 else {
      return .faulty(Finding(place(head), .error, "expected a title, a line of its own"))
    }
    guard let body = try body(after: head, table) else {
      return .faulty(Finding(place(head), .error, "the post has no text"))
    }
    if let fault = finding(body) { return .faulty(fault) }
    return post(title: String(Substring(head.text).trimmed), body: body, at: place(head), &table)
  }

  private mutating func nextBlock() throws(PostInputError) -> TextBlocks.Block? {
    if let block = pending {
      pending = nil
      return block
    }
    return try blocks.next()
  }

  /// The excerpt under a title; nil where another title or the end follows.
  private mutating func body(
    after head: TextBlocks.Block, _ table: PostTable
  ) throws(PostInputError) -> TextBlocks.Block? {
    guard var body = try nextBlock() else { return nil }
    if body.lineCount == 1, table.lists(body.text) {
      pending = body
      return nil
    }
    while !body.isCut, body.fault == nil, let next = try nextBlock() {
      if canBeTitle(next, table) || body.bytes.count + next.bytes.count > LineReader.longestLine {
        pending = next
        break
      }
      body = body.joined(with: next)
    }
    return body
  }

  private func canBeTitle(_ block: TextBlocks.Block, _ table: PostTable) -> Bool {
    guard block.lineCount == 1 else { return false }
    return table.lists(block.text) || (!block.isCut && block.bytes.count <= ArchiveReader.longestTitle)
  }

  private func post(
    title: String, body: TextBlocks.Block, at place: SourceLocation, _ table: inout PostTable
  ) -> ReadPost {
    var text = body.text
    if text.utf8.last == 0x0D { text.unicodeScalars.removeLast() }
    let row = table.take(title)
    let id = Post.identifier(own: nil, url: row?.url, published: row?.published, title: title)
    guard let id else {
      return .faulty(Finding(place, .error, "the title has no letters to know the post by"))
    }
    let post = Post(
      id: id, title: title, text: text, source: source, url: row?.url, published: row?.published)
    let isMissing = hasTable && row == nil
    let message = "\(PostTable.fileName) does not list '\(title)': the post has no date and no address"
    return .post(post, place, warning: isMissing ? Finding(place, .warning, message) : nil)
  }

  private func place(_ block: TextBlocks.Block) -> SourceLocation {
    SourceLocation(file: file, line: block.line)
  }

  private func finding(_ block: TextBlocks.Block) -> Finding? {
    block.fault.map {
      Finding(SourceLocation(file: file, line: $0.line, column: $0.column), .error, $0.message)
    }
  }
}
