import CLibXML2

/// An element with its text and the elements inside it.
public struct XMLRecord: Sendable {
  /// The name without its prefix.
  public var name: String
  /// The prefix of the name; empty for none.
  public var prefix = ""
  /// All text right inside, or all markup where the element is wanted as it is written.
  public var text = ""
  /// The attributes by name, without prefixes.
  public var attributes: [String: String] = [:]
  /// The elements right inside, in order.
  public var children: [XMLRecord] = []
  /// The line on which it begins, from 1; only that of the outermost is known.
  public var line = 0

  /// The texts of all elements of a name right inside, those without text left out.
  public func texts(_ name: String) -> [String] {
    children.filter { $0.name == name }.map { $0.text.withoutOuterSpace }.filter { !$0.isEmpty }
  }

  /// The first text of a name; empty for none.
  public func text(_ name: String) -> String { texts(name).first ?? "" }

  /// The value of an attribute without white space at its ends; empty for none.
  public func attribute(_ name: String) -> String { attributes[name]?.withoutOuterSpace ?? "" }

  /// All elements of a name inside, however deep, in order.
  public func every(_ name: String) -> [XMLRecord] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.every(name) }
  }

  /// The elements of a name right inside.
  public func all(_ name: String) -> [XMLRecord] { children.filter { $0.name == name } }
}

extension XMLRecord {
  /// Why an element is not taken.
  enum Refusal: Error { case tooDeep, usesEntities }

  /// An element with all inside it, at most 32 deep; of an element that `isVerbatim` the markup inside is the text.
  init(_ node: xmlNodePtr, depth: Int = 0, isVerbatim: (XMLRecord) -> Bool) throws(Refusal) {
    guard depth < 32 else { throw .tooDeep }
    name = node.pointee.name.map { String(cString: $0) } ?? ""
    prefix = node.pointee.ns?.pointee.prefix.map { String(cString: $0) } ?? ""
    var attribute = node.pointee.properties
    while let current = attribute {
      if let value = current.pointee.children?.pointee.content {
        attributes[String(cString: current.pointee.name)] = String(cString: value)
      }
      attribute = current.pointee.next
    }
    if isVerbatim(self) {
      text = XMLRecord.markup(inside: node)
      return
    }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE:
        children.append(try XMLRecord(current, depth: depth + 1, isVerbatim: isVerbatim))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content { text += String(cString: content) }
      case XML_ENTITY_REF_NODE: throw .usesEntities
      default: break
      }
      child = current.pointee.next
    }
  }

  /// What stands inside an element, as markup.
  private static func markup(inside node: xmlNodePtr) -> String {
    guard let buffer = xmlBufferCreate() else { return "" }
    defer { xmlBufferFree(buffer) }
    var child = node.pointee.children
    while let current = child {
      xmlNodeDump(buffer, node.pointee.doc, current, 0, 0)
      child = current.pointee.next
    }
    return xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
  }
}

extension String {
  /// The text without white space at its ends.
  public var withoutOuterSpace: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
