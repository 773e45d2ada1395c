import Diagnostics
import Markup
import Model

/// Reads a document that is one post, or one page of several, all at once.
struct WholeReader: PostReader {
  private var articles: ArraySlice<Article> = []
  private var fault: Finding?
  private let file: String
  private let name: String
  /// The folder and the name, which tell documents apart that nothing else does.
  private let place: String

  /// Reads bytes in a format; what is wrong with them is told as the first post.
  init(_ bytes: [UInt8], _ format: DocumentFormat?, file: String, markers: PageMarkers) {
    self.file = file
    name = DocumentFormat.stem(of: file)
    let folder = String(file.split(separator: "/").dropLast().last ?? "")
    place = folder.isEmpty || folder == "." ? name : "\(folder) \(name)"
    do throws(MarkupFault) {
      switch format {
      case .page: articles = try PageArticles(bytes, markers: markers).articles()[...]
      case .markdown:
        articles = [try MarkdownNote.article(bytes, name: name, folder: folder, markers: markers)]
      default: articles = [PlainNote.article(bytes, name: name)]
      }
      articles.removeAll { $0.text.isEmpty }
      if articles.isEmpty {
        let isBlank = bytes.allSatisfy { $0 <= 0x20 }
        let message = isBlank ? "the input is empty" : "no article is found here"
        fault = Finding(SourceLocation(file: file), .error, message)
      }
    } catch {
      fault = Finding(SourceLocation(file: file, line: error.line), .error, error.message)
    }
  }

  mutating func next(_ table: inout PostTable) throws(PostInputError) -> ReadPost {
    if let finding = fault {
      fault = nil
      return .faulty(finding)
    }
    guard var article = articles.popFirst() else { return .end }
    if article.isDraft {
      return .leftOut(Finding(SourceLocation(file: file), .warning, "the note is a draft and is left out"))
    }
    // A table beside the document knows better.
    if let row = table.take(article.title) {
      article.url = row.url ?? article.url
      article.published = row.published ?? article.published
    }
    return .post(article, source: name, at: SourceLocation(file: file), name: place)
  }
}
