/// A network of entities, to be written for programs that draw or measure networks.
public struct Network: Sendable {
  /// An entity.
  public struct Node: Sendable, Hashable {
    /// Its identifier.
    public var id: String
    /// Its name.
    public var name: String
    /// What it is.
    public var kind: String

    /// A node.
    public init(id: String, name: String, kind: String) {
      self.id = id
      self.name = name
      self.kind = kind
    }
  }

  /// What two entities have in common.
  public struct Edge: Sendable, Hashable {
    /// The one.
    public var from: String
    /// The other.
    public var to: String
    /// In how many events both take part.
    public var events: Int
    /// How many posts name both.
    public var posts: Int

    /// An edge.
    public init(from: String, to: String, events: Int, posts: Int) {
      self.from = from
      self.to = to
      self.events = events
      self.posts = posts
    }

    /// How strong it is: an event in common weighs as much as five posts.
    var weight: Int { events * 5 + posts }
  }

  /// The entities, the first of which is in the middle.
  public var nodes: [Node]
  /// What they have in common.
  public var edges: [Edge]

  /// A network.
  public init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }

  /// What Graphviz reads: https://graphviz.org/doc/info/lang.html.
  public var dot: String {
    var text =
      "graph sanctions {\n  overlap=false; splines=true;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
    for (index, node) in nodes.enumerated() {
      let form = index == 0 ? ", style=\"rounded,bold\"" : ""
      text +=
        "  \(Network.quoted(node.id)) [label=\(Network.quoted(node.name)), tooltip=\(Network.quoted(node.kind))\(form)];\n"
    }
    for edge in edges {
      let told = "\(edge.events) events, \(edge.posts) posts"
      text += "  \(Network.quoted(edge.from)) -- \(Network.quoted(edge.to)) "
      text +=
        "[weight=\(edge.weight), penwidth=\(1 + min(edge.events, 6)), tooltip=\(Network.quoted(told))];\n"
    }
    return text + "}\n"
  }

  /// GraphML: http://graphml.graphdrawing.org.
  public var graphML: String {
    let keys: [HTML] = [
      ("name", "node", "string"), ("kind", "node", "string"), ("events", "edge", "int"),
      ("posts", "edge", "int"), ("weight", "edge", "int"),
    ]
    .map { "<key id=\"\($0.0)\" for=\"\($0.1)\" attr.name=\"\($0.0)\" attr.type=\"\($0.2)\"/>\n" }
    let nodes: [HTML] = nodes.map { node in
      "<node id=\"\(node.id)\"><data key=\"name\">\(node.name)</data><data key=\"kind\">\(node.kind)</data></node>\n"
    }
    let edges: [HTML] = edges.enumerated().map { index, edge in
      """
      <edge id="e\(index)" source="\(edge.from)" target="\(edge.to)"><data key="events">\(edge.events)</data>\
      <data key="posts">\(edge.posts)</data><data key="weight">\(edge.weight)</data></edge>

      """
    }
    let document: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      \(keys)<graph id="sanctions" edgedefault="undirected">
      \(nodes)\(edges)</graph>
      </graphml>

      """
    return document.markup
  }

  /// GEXF 1.2, which every version of Gephi and networkx reads: https://gexf.net.
  public var gexf: String {
    let nodes: [HTML] = nodes.map { node in
      "<node id=\"\(node.id)\" label=\"\(node.name)\"><attvalues><attvalue for=\"kind\" value=\"\(node.kind)\"/></attvalues></node>\n"
    }
    let edges: [HTML] = edges.enumerated().map { index, edge in
      """
      <edge id="\(index)" source="\(edge.from)" target="\(edge.to)" weight="\(edge.weight)"><attvalues>\
      <attvalue for="events" value="\(edge.events)"/><attvalue for="posts" value="\(edge.posts)"/></attvalues></edge>

      """
    }
    let document: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
      <graph defaultedgetype="undirected">
      <attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>
      <attributes class="edge"><attribute id="events" title="events" type="integer"/>\
      <attribute id="posts" title="posts" type="integer"/></attributes>
      <nodes>
      \(nodes)</nodes>
      <edges>
      \(edges)</edges>
      </graph>
      </gexf>

      """
    return document.markup
  }

  /// A text in the quotation marks of Graphviz, in which only these mean something.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in escapedForTerminal(text).unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }
}
