import CLibXML2
import Diagnostics

/// An element with its text and the elements inside it.
struct XMLRecord {
  var name: String
  var text = ""
  var attributes: [String: String] = [:]
  var children: [XMLRecord] = []
  var line = 0

  /// The texts of all elements of a name right inside, those without text left out.
  func texts(_ name: String) -> [String] {
    children.filter { $0.name == name }.map { $0.text.trimmed }.filter { !$0.isEmpty }
  }

  /// The first text of a name; empty for none.
  func text(_ name: String) -> String { texts(name).first ?? "" }

  /// The value of an attribute without white space at its ends; empty for none.
  func attribute(_ name: String) -> String { attributes[name]?.trimmed ?? "" }

  /// All elements of a name inside, however deep, in order.
  func every(_ name: String) -> [XMLRecord] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.every(name) }
  }

  /// The elements of a name right inside.
  func all(_ name: String) -> [XMLRecord] { children.filter { $0.name == name } }
}

/// Reads the elements of some names from a document, one after the other, whatever stands around them.
///
/// libxml2 reads without the network and without the replacement of entities, so that a document can fetch nothing and
/// unfold nothing.
enum XMLRecords {
  /// Calls `body` for each element of the wanted names; `attribute` gets the attributes of the document's root.
  static func each(
    _ bytes: [UInt8], file: String, wanted: Set<String>, root: (String, String) -> Void = { _, _ in },
    body: (XMLRecord) -> Void
  ) throws(ListFault) {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let fault: (line: Int, message: String)? = bytes.withUnsafeBytes { buffer in
      guard
        let reader = xmlReaderForMemory(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, nil,
          options)
      else { return (1, "the XML cannot be opened") }
      defer { xmlFreeTextReader(reader) }
      var status = xmlTextReaderRead(reader)
      while status == 1 {
        if xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue) {
          return (Int(xmlTextReaderGetParserLineNumber(reader)), "the document uses entities of its own")
        }
        guard xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue) else {
          status = xmlTextReaderRead(reader)
          continue
        }
        if xmlTextReaderDepth(reader) == 0 { readAttributes(reader, root) }
        let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
        guard wanted.contains(name) else {
          status = xmlTextReaderRead(reader)
          continue
        }
        let line = Int(xmlTextReaderGetParserLineNumber(reader))
        guard let node = xmlTextReaderExpand(reader) else { return (line, "the XML is not well-formed") }
        guard var record = record(node, depth: 0) else { return (line, "the elements are nested too deep") }
        record.line = line
        body(record)
        status = xmlTextReaderNext(reader)
      }
      if status < 0 { return (Int(xmlTextReaderGetParserLineNumber(reader)), "the XML is not well-formed") }
      return nil
    }
    if let fault { throw broken(file, fault.line, fault.message) }
  }

  private static func readAttributes(_ reader: xmlTextReaderPtr, _ found: (String, String) -> Void) {
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if let name = xmlTextReaderConstLocalName(reader), let value = xmlTextReaderConstValue(reader) {
        found(String(cString: name), String(cString: value))
      }
    }
    xmlTextReaderMoveToElement(reader)
  }

  /// An element with all inside it, at most 32 deep.
  private static func record(_ node: xmlNodePtr, depth: Int) -> XMLRecord? {
    guard depth < 32 else { return nil }
    var record = XMLRecord(name: node.pointee.name.map { String(cString: $0) } ?? "")
    var attribute = node.pointee.properties
    while let current = attribute {
      if let value = current.pointee.children?.pointee.content {
        record.attributes[String(cString: current.pointee.name)] = String(cString: value)
      }
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE:
        guard let inner = self.record(current, depth: depth + 1) else { return nil }
        record.children.append(inner)
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content { record.text += String(cString: content) }
      default: break
      }
      child = current.pointee.next
    }
    return record
  }
}
