/// The codes in brackets by which WordPress sets pictures, players and the like into a post.
enum Shortcodes {
  /// A text without them; what stands in brackets and is none, such as "[sic]", stays.
  static func removed(from text: String) -> String {
    // The words around a picture are its caption.
    let bare = text.replacing(/(?s)\[caption\b[^\]]*\].*?\[\/caption\]/, with: "")
      .replacing(/(?s)\[(embed|video|audio|playlist|gallery|youtube)\b[^\]]*\].*?\[\/\1\]/) { _ in "" }
    return bare.replacing(/\[\/?(?:embed|video|audio|playlist|gallery|youtube)\b[^\]]*\]/, with: "")
      .replacing(/\[[a-z][a-z0-9_-]*(?: [a-z_-]+=(?:"[^"\]]*"|'[^'\]]*'|[^\s\]]+))+ ?\/?\]/, with: "")
  }
}
