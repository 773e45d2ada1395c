/// A piece of HTML: what is written as a literal is markup, what is put into it is text and escaped.
///
///     let cell: HTML = "<td class=\"name\">\(entity.name)</td>"
///
/// Text can hold anything: characters that mean something in HTML become references, and control and direction
/// characters, which could disguise what stands around them, are written out as `\u{1B}`.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup.
  public private(set) var markup: String

  /// Nothing.
  public init() { markup = "" }

  /// Markup as it is written in the source.
  public init(stringLiteral value: StaticString) { markup = "\(value)" }

  /// Markup with text in it.
  public init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Markup that was made elsewhere, such as a picture.
  public init(trusted markup: String) { self.markup = markup }

  /// A text, escaped.
  public init(text: String) { markup = HTML.escaped(text) }

  /// One piece after the other.
  public static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.markup + right.markup) }

  /// Appends a piece.
  public static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// What is put between literals.
  public struct StringInterpolation: StringInterpolationProtocol {
    var markup = ""

    /// Room for the literals.
    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    /// Markup of the source.
    public mutating func appendLiteral(_ literal: StaticString) { markup += "\(literal)" }

    /// A text, escaped.
    public mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }

    /// A number.
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// A number with one place behind the point.
    public mutating func appendInterpolation(_ number: Double) {
      markup += String((number * 10).rounded() / 10)
    }

    /// Markup.
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// Markup, one piece after the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.markup }
    }
  }

  private static func escaped(_ text: String) -> String {
    let visible = escapedForTerminal(text, keepingNewlines: true)
    guard visible.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 })
    else {
      return visible
    }
    var result: [UInt8] = []
    result.reserveCapacity(visible.utf8.count + 16)
    for byte in visible.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result.append("&amp;")
      case UInt8(ascii: "<"): result.append("&lt;")
      case UInt8(ascii: ">"): result.append("&gt;")
      case UInt8(ascii: "\""): result.append("&quot;")
      case UInt8(ascii: "'"): result.append("&#39;")
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
