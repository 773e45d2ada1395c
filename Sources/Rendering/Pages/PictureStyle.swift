/// Where a picture is shown.
public enum PicturePlace: Sendable {
  /// On a page of the site, whose style it takes.
  case page
  /// Alone, with a style of its own.
  case alone

  /// The style that the picture has to bring with it.
  var style: HTML {
    switch self {
    case .page: HTML()
    case .alone:
      "<style>\(HTML(trusted: String(decoding: SiteAssets.bytes("picture.css"), as: UTF8.self)))</style>"
    }
  }
}
