/// A picture of an entity and those beside it: the entity in the middle, its neighbours in two columns, each with a line
/// as wide as what they have in common.
public struct NeighbourPicture {
  /// Someone beside the entity.
  public struct Neighbour: Sendable {
    /// The name.
    public var name: String
    /// What it is.
    public var kind: String
    /// In how many events both take part.
    public var events: Int
    /// How many posts name both.
    public var posts: Int
    /// Where it leads, if anywhere.
    public var link: String?

    /// A neighbour.
    public init(name: String, kind: String, events: Int, posts: Int, link: String? = nil) {
      self.name = name
      self.kind = kind
      self.events = events
      self.posts = posts
      self.link = link
    }
  }

  private static let width = 900.0
  private static let box = (width: 280.0, height: 26.0)
  private static let step = 36.0
  /// How many characters of a name have room; the rest is in its title.
  private static let longestName = 35

  private let name: String
  private let neighbours: [Neighbour]

  /// A picture of the entity called `name` and its neighbours, the nearest first.
  public init(of name: String, neighbours: [Neighbour]) {
    self.name = name
    self.neighbours = neighbours
  }

  /// The picture as SVG.
  public func svg(_ place: PicturePlace) -> HTML {
    let rows = (neighbours.count + 1) / 2
    let height = max(Double(rows) * NeighbourPicture.step, 80) + 20
    let middle = (x: NeighbourPicture.width / 2, y: height / 2)
    var lines = HTML()
    var boxes = HTML()
    for (index, neighbour) in neighbours.enumerated() {
      let isLeft = index % 2 == 0
      let x = isLeft ? 10 : NeighbourPicture.width - NeighbourPicture.box.width - 10
      let y = 10 + NeighbourPicture.step * (Double(index / 2) + 0.5) - NeighbourPicture.box.height / 2
      let end = (x: isLeft ? x + NeighbourPicture.box.width : x, y: y + NeighbourPicture.box.height / 2)
      let strength = min(1 + Double(neighbour.events) * 0.8 + Double(neighbour.posts) * 0.1, 8)
      lines += """
        <path class="edge" stroke-width="\(strength)" d="M\(middle.x) \(middle.y)C\((middle.x + end.x) / 2) \(middle.y) \
        \((middle.x + end.x) / 2) \(end.y) \(end.x) \(end.y)"/>

        """
      boxes += box(neighbour, x: x, y: y)
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(NeighbourPicture.width) \(height)" role="group" \
      aria-label="\(name) and those beside it" class="picture">
      <title>\(name) and those beside it</title>
      \(place.style)
      <rect class="ground" width="100%" height="100%"/>
      \(lines)\(boxes)
      <rect class="node centre" x="\(middle.x - 130)" y="\(middle.y - 18)" width="260" height="36" rx="8"/>
      <text x="\(middle.x)" y="\(middle.y + 5)" text-anchor="middle" font-weight="bold">\(NeighbourPicture.short(name, 34))</text>
      </svg>

      """
  }

  private func box(_ neighbour: Neighbour, x: Double, y: Double) -> HTML {
    let told =
      "\(neighbour.name), \(neighbour.kind): \(neighbour.events) events and \(neighbour.posts) posts in common"
    let inner: HTML = """
      <g><title>\(told)</title><rect class="node" x="\(x)" y="\(y)" width="\(NeighbourPicture.box.width)" \
      height="\(NeighbourPicture.box.height)" rx="6"/><text x="\(x + 8)" \
      y="\(y + 17)">\(NeighbourPicture.short(neighbour.name, NeighbourPicture.longestName))</text></g>
      """
    return neighbour.link.map { "<a href=\"\($0)\">\(inner)</a>\n" } ?? inner
  }

  private static func short(_ name: String, _ count: Int) -> String {
    name.count > count ? name.prefix(count - 1) + "…" : name
  }
}
