import Graph
import Model
import Rendering

/// The tables of the site: the first rows stand in the page, the rest comes in pieces.
enum SiteTables {
  /// A column: the name by which filters know it, its heading, whether it holds numbers, whether it leads to the page.
  typealias Column = (name: String, heading: String, isNumber: Bool, isLink: Bool)

  /// How many rows stand in a page, and how many in a piece of data.
  static let shown = 100
  static let chunk = 500

  static let eventColumns: [Column] = [
    ("date", "Date", false, false), ("kind", "Event", false, false), ("status", "Status", false, false),
    ("authority", "Authority", false, false), ("target", "Target", false, true),
    ("instrument", "Instrument", false, false),
    ("actor", "Actor", false, false), ("posts", "Posts", true, false),
  ]
  static let entityColumns: [Column] = [
    ("name", "Name", false, true), ("type", "Kind", false, false), ("mentions", "Mentions", true, false),
    ("posts", "Posts", true, false), ("events", "Events", true, false),
  ]
  static let postColumns: [Column] = [
    ("date", "Published", false, false), ("title", "Title", false, true), ("author", "Author", false, false),
    ("source", "Source", false, false),
  ]
  static let checkColumns: [Column] = [
    ("verdict", "Verdict", false, false), ("kind", "Event", false, false), ("date", "Told", false, false),
    ("authority", "Authority", false, false), ("target", "Target", false, true),
    ("entry", "Entry", false, false),
    ("listed", "List’s date", false, false),
  ]

  /// How many pieces so many rows make.
  static func chunks(_ count: Int) -> Int { (count + chunk - 1) / chunk }

  /// A wide thing in a frame of its own, which people can move by keys too.
  static func frame(_ label: String, _ content: HTML) -> HTML {
    "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">\(content)</div>"
  }

  /// A table that is all there.
  static func table(_ caption: String, _ columns: [Column], _ rows: [HTML]) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table><caption>\(caption)</caption>
    <thead><tr>\(columns.map(head))</tr></thead><tbody>
    \(rows)</tbody></table></div>
    """
  }

  /// A table whose other rows come when they are wanted, with its data for other tools.
  static func lazyTable(_ name: String, _ caption: String, _ columns: [Column], _ rows: [HTML], count: Int)
    -> HTML
  {
    """
    <p><span id="count" role="status">\(rows.count) of \(count) rows</span> · <a href="csv/\(name).csv">CSV</a></p>
    <div class="scroll" tabindex="0" role="region" aria-label="\(caption)">
    <table data-name="\(name)" data-chunks="\(chunks(count))"><caption>\(caption)</caption>
    <thead><tr>\(columns.map(head))</tr></thead><tbody>
    \(rows)</tbody></table></div>
    <p><button type="button" id="more"\(rows.count < count ? HTML() : " class=\"hidden\"")>Show more</button></p>
    """
  }

  private static func head(_ column: Column) -> HTML {
    let link: HTML = column.isLink ? " data-link" : HTML()
    let kind: HTML =
      column.isNumber ? " class=\"number\"" : column.name == "date" ? " class=\"date\"" : HTML()
    return "<th scope=\"col\" data-column=\"\(column.name)\"\(kind)\(link)>\(column.heading)</th>"
  }

  /// A choice among the values of a column.
  static func choice(_ name: String, _ values: [String], column: String? = nil) -> HTML {
    let options: [HTML] = values.map { "<option>\($0)</option>" }
    return """
      <div><label for="f-\(name)">\(name.capitalizedFirst)</label>\
      <select id="f-\(name)" name="\(column ?? name)"><option value="">all</option>\(options)</select></div>
      """
  }

  /// A field to type into.
  static func field(_ name: String, type: String = "search") -> HTML {
    "<div><label for=\"f-\(name)\">\(name.capitalizedFirst)</label><input id=\"f-\(name)\" name=\"\(name)\" type=\"\(type)\"></div>"
  }

  /// A row of an event on a page whose folder leads up by `root`; it leads to the page of the event, if it has one.
  static func row(_ event: SiteIndex.Event, root: String, isLinked: Bool = true) -> HTML {
    let words = event.targets.joined(separator: "; ")
    let target: HTML =
      isLinked
      ? "<a href=\"\(root)\(SitePaths.event(event.id))\">\(words.isEmpty ? "details" : words)</a>"
      : "\(words)"
    return """
      <tr><td class="date">\(event.date)</td><td>\(EventSigns.kind(event.kind))</td><td>\(EventSigns.status(event.status))</td>\
      <td>\(event.authorities.joined(separator: "; "))</td>\
      <td>\(target)</td>\
      <td>\(event.instruments.joined(separator: "; "))</td><td>\(event.actors.joined(separator: "; "))</td>\
      <td class="number">\(event.posts)</td></tr>

      """
  }
}

extension String {
  /// The text with a capital first letter.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
