/// An HTML page as its elements and texts, in the order of the page.
///
/// The nodes lie flat in one array, so that no nesting, however deep, needs the stack: what is inside a node are the
/// nodes from the one after it up to its `end`.
public struct HTMLTree: Sendable {
  /// An element, or a text between elements.
  public struct Node: Sendable {
    /// The name of an element in lower case; empty for a text.
    public var name: String
    /// The text; empty for an element.
    public var text = ""
    /// The attributes of an element by name in lower case; the first of a name counts.
    public var attributes: [String: String] = [:]
    /// The node that it is right inside of; -1 for those at the top.
    public var parent: Int
    /// The index behind the last node inside.
    public var end: Int

    /// Whether it is a text.
    public var isText: Bool { name.isEmpty }

    /// The words of an attribute, such as the classes of an element.
    public func words(of attribute: String) -> [Substring] {
      attributes[attribute]?.split(whereSeparator: \.isWhitespace) ?? []
    }
  }

  /// The nodes in order of their beginnings.
  public var nodes: [Node] = []
  /// The address in the note that browsers leave in a page which they save: `saved from url=(0042)https://…`.
  public var savedFrom: String?

  /// Elements whose text no reader sees.
  private static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "head", "svg", "math", "title",
  ]

  /// The elements of a name, in order, inside `node` or, for nil, in the page.
  public func elements(_ name: String, in node: Int? = nil) -> [Int] {
    inside(node).filter { nodes[$0].name == name }
  }

  /// The nodes inside `node`, or for nil all.
  public func inside(_ node: Int?) -> Range<Int> {
    node.map { $0 + 1..<nodes[$0].end } ?? nodes.indices
  }

  /// The nodes right inside `node`, in order.
  public func children(of node: Int) -> [Int] {
    var result: [Int] = []
    var child = node + 1
    while child < nodes[node].end {
      result.append(child)
      child = nodes[child].end
    }
    return result
  }

  /// The nodes that `node` is inside of, innermost first.
  public func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(first: node) { nodes[$0].parent < 0 ? nil : nodes[$0].parent }.dropFirst()
  }

  /// All text of a node on one line, white space squeezed; scripts and the like are left out.
  public func text(of node: Int) -> String {
    var result = ""
    var at = node
    while at < nodes[node].end {
      if HTMLTree.unseen.contains(nodes[at].name), at != node {
        at = nodes[at].end
        continue
      }
      result += nodes[at].isText ? nodes[at].text : " "
      at += 1
    }
    return result.squeezed
  }
}

extension String {
  /// The text with each run of white space as one space, and none at its ends.
  public var squeezed: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    var isSpace = true
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        if !isSpace { result.append(" ") }
        isSpace = true
      } else {
        result.unicodeScalars.append(scalar)
        isSpace = false
      }
    }
    if result.utf8.last == 0x20 { result.removeLast() }
    return result
  }
}
