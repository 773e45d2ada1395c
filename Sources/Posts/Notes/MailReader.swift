import CGMime
import Diagnostics
import Markup
import Model

/// Reads the letters of a mailbox (mbox), such as the issues of a newsletter, through GMime.
struct MailReader: PostReader {
  private let file: String
  private let source: String
  private let markers: PageMarkers
  private let letters: Letters
  private var number = 0

  /// Reads a mailbox, or a letter alone, of these bytes.
  init(_ bytes: [UInt8], isBox: Bool, file: String, source: String, markers: PageMarkers) {
    self.file = file
    self.source = source
    self.markers = markers
    letters = Letters(bytes, isBox: isBox)
  }

  mutating func next(_ table: inout PostTable) throws(PostInputError) -> ReadPost {
    guard let message = letters.next() else { return .end }
    defer { mail_release(message) }
    number += 1
    let place = SourceLocation(file: file)
    do {
      let article = try Letters.article(message, markers)
      guard !article.text.isEmpty else {
        return .leftOut(
          Finding(place, .warning, "letter \(number) '\(article.title)' has no text and is left out"))
      }
      return .post(article, source: source, at: place)
    } catch {
      return .faulty(Finding(place, .error, "letter \(number): \(error.message)"))
    }
  }

  /// A mailbox that GMime reads from memory.
  private final class Letters {
    private let stream: OpaquePointer?
    private let parser: OpaquePointer?

    init(_ bytes: [UInt8], isBox: Bool) {
      g_mime_init()
      stream = bytes.withUnsafeBytes { bytes in
        OpaquePointer(g_mime_stream_mem_new_with_buffer(bytes.baseAddress, bytes.count))
      }
      parser = OpaquePointer(g_mime_parser_new_with_stream(UnsafeMutablePointer(stream)))
      g_mime_parser_set_format(UnsafeMutablePointer(parser), isBox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE)
    }

    deinit {
      mail_release(UnsafeMutableRawPointer(parser))
      mail_release(UnsafeMutableRawPointer(stream))
    }

    /// The next letter, to be released; nil at the end.
    func next() -> UnsafeMutablePointer<GMimeMessage>? {
      let parser = UnsafeMutablePointer<GMimeParser>(parser)
      while g_mime_parser_eos(parser) == 0 {
        if let message = g_mime_parser_construct_message(parser, nil) { return message }
      }
      return nil
    }

    /// The letter as an article: its first text part that is HTML, else the first of plain text.
    static func article(_ message: UnsafeMutablePointer<GMimeMessage>, _ markers: PageMarkers)
      throws(MarkupFault) -> Article
    {
      var article = Article()
      article.title = g_mime_message_get_subject(message).map { String(cString: $0).squeezed } ?? ""
      article.id = g_mime_message_get_message_id(message).map { "mid:" + String(cString: $0) }
      let header = g_mime_object_get_header(mail_object(message), "Date")
      article.published = header.flatMap { PublicationDate.day(String(cString: $0)) }
      if let senders = g_mime_message_get_from(message),
        let text = internet_address_list_to_string(senders, nil, 0)
      {
        let name = String(cString: text).replacing(/\s*<[^>]*>/, with: "").replacing("\"", with: "").squeezed
        article.author = name.isEmpty || name.contains("@") ? nil : name
        g_free(text)
      }
      let parts = Parts(message)
      var paragraphs: [String] = []
      if let plain = parts.plain, !plain.withoutOuterSpace.isEmpty {
        // A line that began with "From " got a mark before it, or it would have begun another letter.
        let lines = plain.replacing("\r\n", with: "\n").replacing(/(?m)^>(>*From )/) { $0.1 }
        paragraphs = PlainNote.paragraphs(of: lines)
      } else if let html = parts.html {
        paragraphs = try Fragment.text(html, markers: markers).components(by: "\n\n")
      }
      article.url = LetterFrame.address(in: paragraphs)
      article.text = LetterFrame.removed(from: paragraphs, subject: article.title).joined(separator: "\n\n")
      return article
    }
  }

  /// The texts of a letter.
  private final class Parts {
    var plain: String?
    var html: String?

    init(_ message: UnsafeMutablePointer<GMimeMessage>) {
      g_mime_message_foreach(
        message,
        { _, part, parts in
          guard let part, let parts, mail_is_text(part) != 0,
            let text = g_mime_text_part_get_text(mail_text(part))
          else { return }
          let found = Unmanaged<Parts>.fromOpaque(parts).takeUnretainedValue()
          let type = g_mime_object_get_content_type(part)
          let isHTML = g_mime_content_type_is_type(type, "text", "html") != 0
          if isHTML { found.html = found.html ?? String(cString: text) }
          if !isHTML { found.plain = found.plain ?? String(cString: text) }
          g_free(text)
        }, Unmanaged.passUnretained(self).toOpaque())
    }
  }
}
