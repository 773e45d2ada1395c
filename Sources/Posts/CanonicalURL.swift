/// The form of a web address that is the same for every way of writing it.
///
/// http and https are one (a site that moves to https keeps its posts), and so are upper and lower case of the host
/// and its default port; a slash at the end, the fragment and tracking parameters (`utm_…`) are dropped. The path
/// and the other parameters stay as they are, because sites tell pages apart by them.
enum CanonicalURL {
  /// The canonical form of an address; the trimmed text itself where it has no scheme.
  static func of(_ address: String) -> String {
    var rest = Substring(address).trimmed
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    guard let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") else {
      return withoutSlash(String(rest))
    }
    var scheme = rest[..<colon].lowercased()
    rest = rest[rest.index(colon, offsetBy: 3)...]
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var host = rest[..<hostEnd].lowercased()
    let port = scheme == "http" ? ":80" : ":443"
    if scheme == "http" || scheme == "https" {
      if host.hasSuffix(port) { host.removeLast(port.count) }
      scheme = "https"
    }
    rest = rest[hostEnd...]
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    let parameters = rest[mark...].dropFirst().split(separator: "&").filter { !$0.hasPrefix("utm_") }
    let path = withoutSlash(String(rest[..<mark]))
    return "\(scheme)://\(host)\(path)" + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.last == "/" { path.removeLast() }
    return path
  }
}

extension Substring {
  /// The text without white space at its ends.
  var trimmed: Substring {
    var result = drop(while: \.isWhitespace)
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return result
  }
}

extension String {
  /// Whether it is an address of the web, and not one of a letter or a file.
  var isWebAddress: Bool { hasPrefix("http://") || hasPrefix("https://") }
}
