import Diagnostics
import Model

/// Reads posts from JSON Lines: `{"id","title","published","url","text","author"}`, one a line; blank lines are passed over.
struct JSONLinesReader: PostReader {
  let lines: LineReader
  /// The name of the input for messages.
  let file: String
  /// The source that the posts tell.
  let source: String

  mutating func next(_ table: inout PostTable) throws(PostInputError) -> ReadPost {
    while true {
      switch try lines.next() {
      case .end: return .end
      case .tooLong:
        return .faulty(Finding(here(), .error, "the line is over \(LineReader.longestLine >> 20) MiB"))
      case .bytes(let range):
        let read = lines.withBytes(of: range) { bytes in
          bytes.allSatisfy { $0 <= 0x20 } ? nil : post(bytes)
        }
        guard let read else { continue }
        if case .post(let post, _, _) = read { _ = table.take(post.title) }
        return read
      }
    }
  }

  private func here(_ offset: Int? = nil) -> SourceLocation {
    SourceLocation(file: file, line: lines.number, column: offset.map { $0 + 1 } ?? 0)
  }

  private func post(_ bytes: UnsafeBufferPointer<UInt8>) -> ReadPost {
    if let fault = UTF8Check.firstFault(in: bytes) {
      return .faulty(Finding(here(fault), .error, "the text is not UTF-8"))
    }
    let fields: JSONPost
    do {
      fields = try JSONPost(bytes)
    } catch {
      return .faulty(Finding(here(error.offset), .error, error.message))
    }
    guard let text = fields.text?.text, text.utf8.contains(where: { $0 > 0x20 }) else {
      return .faulty(Finding(here(), .error, "the post has no text"))
    }
    var published: EDTF?
    if let field = fields.published, !field.text.isEmpty {
      published = PublicationDate.read(field.text)
      if published == nil {
        return .faulty(Finding(here(field.offset), .error, PublicationDate.complaint(field.text)))
      }
    }
    let title = fields.title?.text ?? ""
    let url = fields.url.flatMap { $0.text.isEmpty ? nil : $0.text }
    guard let id = Post.identifier(own: fields.id?.text, url: url, published: published, title: title) else {
      return .faulty(Finding(here(), .error, "the post has no id, url or title to know it by"))
    }
    let post = Post(
      id: id, title: title, text: text, source: source, url: url, published: published,
      author: fields.author.flatMap { $0.text.isEmpty ? nil : $0.text })
    return .post(post, here(), warning: nil)
  }
}
