/// How the kinds and statuses of events are shown, so that colour is never alone in telling them apart.
public enum EventSigns {
  /// A sign for a status: a full circle for what is done, an open one for what is planned, a diamond for what may be,
  /// a cross for what is denied.
  public static func sign(ofStatus status: String) -> String {
    switch status {
    case "actual": "●"
    case "planned": "○"
    case "possible": "◇"
    default: "✕"
    }
  }

  /// A status in words, with its sign.
  public static func status(_ status: String) -> HTML {
    "<span class=\"status \(status)\"><span aria-hidden=\"true\">\(sign(ofStatus: status))</span> \(status)</span>"
  }

  /// A kind of event in words.
  public static func kind(_ kind: String) -> HTML { "<span class=\"kind \(kind)\">\(kind)</span>" }

  /// The sign of a status as a shape of a picture around a point.
  static func shape(ofStatus status: String, kind: String, x: Double, y: Double) -> HTML {
    switch status {
    case "actual": "<circle class=\"mark \(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"6\"/>"
    case "planned": "<circle class=\"mark open \(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"5.5\"/>"
    case "possible":
      "<path class=\"mark open \(kind)\" d=\"M\(x) \(y - 7)L\(x + 7) \(y)L\(x) \(y + 7)L\(x - 7) \(y)Z\"/>"
    default:
      "<path class=\"mark open \(kind)\" d=\"M\(x - 5) \(y - 5)L\(x + 5) \(y + 5)M\(x - 5) \(y + 5)L\(x + 5) \(y - 5)\"/>"
    }
  }
}
