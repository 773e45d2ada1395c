public import Model

/// A picture of events in order of time, a line an event: a mark at its days, and its words beside.
///
/// Kinds differ by colour and word, statuses by the form of the mark; each line has a height of its own, so that no words
/// lie over one another.
public struct TimelinePicture {
  /// An event of the picture.
  public struct Event: Sendable {
    /// The first day; nil where the beginning is open.
    public var first: Day?
    /// The last day; nil where the end is open.
    public var last: Day?
    /// The date as it is written.
    public var date: String
    /// What happens.
    public var kind: String
    /// Whether it is told as done.
    public var status: String
    /// Who, whom and under what.
    public var label: String
    /// Where it leads, if anywhere.
    public var link: String?

    /// An event.
    public init(
      first: Day?, last: Day?, date: String, kind: String, status: String, label: String, link: String? = nil
    ) {
      self.first = first
      self.last = last
      self.date = date
      self.kind = kind
      self.status = status
      self.label = label
      self.link = link
    }
  }

  private static let width = 1000.0
  private static let axis = (start: 20.0, end: 330.0)
  private static let lineHeight = 24.0
  private static let head = 56.0
  /// How many characters of a label have room; the rest is in its title.
  private static let longestLabel = 88

  private let events: [Event]
  private let title: String

  /// A picture of events in the order of their lines.
  public init(_ events: [Event], title: String) {
    self.events = events
    self.title = title
  }

  /// The picture as SVG.
  public func svg(_ place: PicturePlace) -> HTML {
    let height = TimelinePicture.head + TimelinePicture.lineHeight * Double(max(events.count, 1)) + 12
    let scale = Scale(events, TimelinePicture.axis)
    let ticks: [HTML] = scale.ticks.map { tick in
      """
      <line class="tick" x1="\(tick.x)" x2="\(tick.x)" y1="40" y2="\(height)"/>\
      <text class="axis" x="\(tick.x)" y="34" text-anchor="middle">\(tick.label)</text>
      """
    }
    let lines: [HTML] = events.enumerated().map { index, event in
      line(event, y: TimelinePicture.head + TimelinePicture.lineHeight * (Double(index) + 0.5), scale)
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(TimelinePicture.width) \(height)" \
      width="\(TimelinePicture.width)" height="\(height)" role="group" aria-label="\(title)" class="picture">
      <title>\(title)</title>
      \(place.style)
      <rect class="ground" width="100%" height="100%"/>
      \(legend)
      \(ticks)
      \(lines)
      </svg>

      """
  }

  private var legend: HTML {
    let statuses = ["actual", "planned", "possible", "negated"]
    let items: [HTML] = statuses.enumerated().map { index, status in
      let x = 350.0 + Double(index) * 110
      return """
        \(EventSigns.shape(ofStatus: status, kind: "plain", x: x, y: 14))\
        <text class="axis" x="\(x + 12)" y="18">\(status)</text>
        """
    }
    return items.reduce(into: HTML()) { $0 += $1 }
  }

  private func line(_ event: Event, y: Double, _ scale: Scale) -> HTML {
    let (start, end) = scale.extent(of: event)
    // Of an open date only the known end is told.
    let place = event.first == nil ? end : event.last == nil ? start : (start + end) / 2
    let bar: HTML =
      end - start > 4
      ? "<line class=\"span \(event.kind)\" x1=\"\(start)\" x2=\"\(end)\" y1=\"\(y)\" y2=\"\(y)\"/>" : HTML()
    let words = "\(event.date.isEmpty ? "undated" : event.date)  \(event.kind)  \(event.label)"
    let short =
      words.count > TimelinePicture.longestLabel
      ? words.prefix(TimelinePicture.longestLabel - 1) + "…" : words[...]
    let mark: HTML =
      event.date.isEmpty
      ? HTML() : EventSigns.shape(ofStatus: event.status, kind: event.kind, x: place, y: y)
    let inner: HTML = """
      <g><title>\(event.status): \(words)</title>\(bar)\(mark)\
      <text x="350" y="\(y + 4)" xml:space="preserve">\(String(short))</text></g>
      """
    return event.link.map { "<a href=\"\($0)\">\(inner)</a>\n" } ?? inner
  }

  /// Where days lie on the axis.
  private struct Scale {
    private let first: Int
    private let last: Int
    private let axis: (start: Double, end: Double)

    init(_ events: [Event], _ axis: (start: Double, end: Double)) {
      let days = events.flatMap { [$0.first, $0.last].compactMap { $0.map { Int($0.number) } } }
      first = (days.min() ?? 0) - 1
      last = (days.max() ?? 0) + 1
      self.axis = axis
    }

    func x(_ day: Int) -> Double {
      axis.start + (axis.end - axis.start) * Double(day - first) / Double(max(last - first, 1))
    }

    /// From where to where an event reaches; an open end is the end of the axis.
    func extent(of event: Event) -> (Double, Double) {
      (event.first.map { x(Int($0.number)) } ?? axis.start, event.last.map { x(Int($0.number)) } ?? axis.end)
    }

    /// Years, or months where there are few of them, as far apart as their words need.
    var ticks: [(x: Double, label: String)] {
      guard last - first > 2 else { return [] }
      let (from, to) = (Day(number: Int32(first)).components, Day(number: Int32(last)).components)
      var days: [(Day, String)] = []
      let step = [1, 2, 5, 10, 20, 50].first { (to.year - from.year) / $0 <= 6 } ?? 100
      if to.year - from.year >= 3 {
        for year in from.year...to.year + 1 where year % step == 0 {
          if let day = Day(year, 1, 1) { days.append((day, String(year))) }
        }
      } else {
        let months = (to.year * 12 + to.month) - (from.year * 12 + from.month)
        let pace = [1, 2, 3, 6, 12].first { months / $0 <= 5 } ?? 12
        for month in (from.year * 12 + from.month - 1)...(to.year * 12 + to.month) where month % pace == 0 {
          if let day = Day(month / 12, month % 12 + 1, 1) { days.append((day, String(day.text.prefix(7)))) }
        }
      }
      return days.filter { Int($0.0.number) >= first && Int($0.0.number) <= last }.map {
        (x(Int($0.0.number)), $0.1)
      }
    }
  }
}
