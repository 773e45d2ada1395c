import Model

/// Cuts spans of code points out of a document, fast where they are asked for in ascending order.
struct SpanReader {
  private let text: String
  private var place: String.UnicodeScalarView.Index
  private var count = 0

  /// The number of code points of the document.
  let length: Int

  init(_ document: String) {
    var document = document
    document.makeContiguousUTF8()
    text = document
    place = document.unicodeScalars.startIndex
    length = document.unicodeScalars.count
  }

  /// The words of a span; nil where it lies outside the document.
  mutating func words(_ span: TextSpan) -> String? {
    guard span.start >= 0, span.start <= span.end, span.end <= length else { return nil }
    let scalars = text.unicodeScalars
    place = scalars.index(place, offsetBy: span.start - count)
    count = span.start
    return String(scalars[place..<scalars.index(place, offsetBy: span.end - span.start)])
  }
}
