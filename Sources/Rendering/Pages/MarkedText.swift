public import Model

/// A text with stretches of it marked, however they overlap.
public struct MarkedText {
  /// A stretch that is marked: inside a link, or with classes.
  public struct Mark {
    /// Where it stands, in code points.
    public var span: TextSpan
    /// The classes of its pieces.
    public var classes: String
    /// Where it leads; of marks over one another the first that leads somewhere counts.
    public var link: String?
    /// What it means, for people who point at it.
    public var title: String?
    /// The names by which a piece is found again, such as the claims that it belongs to.
    public var group: String?

    /// A mark.
    public init(
      span: TextSpan, classes: String, link: String? = nil, title: String? = nil, group: String? = nil
    ) {
      self.span = span
      self.classes = classes
      self.link = link
      self.title = title
      self.group = group
    }
  }

  private let text: String
  private let offset: Int
  private let marks: [Mark]

  /// A text that begins at `offset` of the document into which the marks count.
  public init(_ text: String, at offset: Int, marks: [Mark]) {
    self.text = text
    self.offset = offset
    self.marks = marks
  }

  /// The text in paragraphs, which end at blank lines; the first piece of a group has the group's name as its id.
  public var paragraphs: HTML {
    var pieces: [HTML] = []
    var paragraph = HTML()
    var seen: Set<String> = []
    for piece in cut() {
      var isFirst = true
      for part in piece.text.split(separator: "\n\n", omittingEmptySubsequences: false) {
        if !isFirst {
          pieces.append("<p>\(paragraph)</p>\n")
          paragraph = HTML()
        }
        isFirst = false
        paragraph += MarkedText.html(String(part), piece.marks, &seen)
      }
    }
    pieces.append("<p>\(paragraph)</p>\n")
    return pieces.filter { $0.markup != "<p></p>\n" }.reduce(into: HTML()) { $0 += $1 }
  }

  /// The text on one line.
  public var line: HTML {
    var seen: Set<String> = []
    return cut().reduce(into: HTML()) { $0 += MarkedText.html($1.text, $1.marks, &seen) }
  }

  /// The pieces between the ends of marks, each with the marks that cover it.
  private func cut() -> [(text: String, marks: [Mark])] {
    let scalars = Array(text.unicodeScalars)
    let end = offset + scalars.count
    let inside = marks.filter { $0.span.start < end && $0.span.end > offset }
    var borders: Set<Int> = [offset, end]
    for mark in inside {
      borders.insert(max(mark.span.start, offset))
      borders.insert(min(mark.span.end, end))
    }
    let places = borders.sorted()
    let opening = inside.sorted { $0.span.start < $1.span.start }
    var next = 0
    var open: [Mark] = []
    return zip(places, places.dropFirst()).map { start, stop in
      while next < opening.count, opening[next].span.start <= start {
        open.append(opening[next])
        next += 1
      }
      open.removeAll { $0.span.end <= start }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[(start - offset)..<(stop - offset)])
      return (String(view), open)
    }
  }

  private static func html(_ text: String, _ marks: [Mark], _ seen: inout Set<String>) -> HTML {
    if text.isEmpty { return HTML() }
    if marks.isEmpty { return HTML(text: text) }
    let classes = marks.map(\.classes).joined(separator: " ")
    let title = marks.lazy.compactMap(\.title).first ?? ""
    let groups = marks.compactMap(\.group)
    var id = HTML()
    // A claim may begin where another one goes on.
    for group in groups where seen.insert(group).inserted { id += "<a id=\"\(group)\"></a>" }
    let inner: HTML =
      "<span class=\"\(classes)\" title=\"\(title)\" data-groups=\"\(groups.joined(separator: " "))\">\(text)</span>"
    guard let link = marks.lazy.compactMap(\.link).first else { return id + inner }
    return id + "<a class=\"ref\" href=\"\(link)\">\(inner)</a>"
  }
}
