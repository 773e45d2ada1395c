import CLibXML2

extension HTMLTree {
  /// The most nodes of a page; no page that people read has a tenth of them.
  static let mostNodes = 2_000_000

  /// The most attributes of a tag; libxml2 compares each with all before it.
  static let mostAttributes = 2000

  /// The line of a tag with more attributes than any, if there is one.
  private static func lineOfEndlessTag(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var count = 0
    var isInside = false
    var quote: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      guard isInside else {
        isInside = byte == UInt8(ascii: "<")
        count = 0
        continue
      }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        isInside = byte == UInt8(ascii: "<")
        count = 0
      } else if byte == UInt8(ascii: "=") {
        count += 1
        if count > mostAttributes { return line }
      }
    }
    return nil
  }

  /// Reads a page or a piece of one, given in UTF-8, as libxml2 understands it, however broken it is.
  ///
  /// Throws where it has more nodes than any page.
  public init(utf8 bytes: [UInt8]) throws(MarkupFault) {
    if let line = HTMLTree.lineOfEndlessTag(bytes) {
      throw MarkupFault(line: line, "a tag has over \(HTMLTree.mostAttributes) attributes")
    }
    let builder = Builder()
    // libxml2 takes NUL for the end.
    let clean = bytes.map { $0 == 0 ? 0x20 : $0 }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    guard let parser = htmlNewParserCtxt() else { throw MarkupFault("the page cannot be opened") }
    defer { htmlFreeParserCtxt(parser) }
    builder.listen(to: parser)
    clean.withUnsafeBytes { bytes in
      _ = htmlCtxtReadMemory(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil,
        "UTF-8", Int32(options))
    }
    if builder.isOverfull { throw MarkupFault("the page has over \(HTMLTree.mostNodes) elements") }
    self = builder.finished
  }

  /// Makes a tree of what libxml2 tells of, one tag or text after the other.
  private final class Builder {
    private var tree = HTMLTree()
    private var open: [Int] = []

    var isOverfull: Bool { tree.nodes.count >= HTMLTree.mostNodes }

    /// The tree, whose open elements end with the page.
    var finished: HTMLTree {
      var tree = tree
      for node in open { tree.nodes[node].end = tree.nodes.count }
      return tree
    }

    /// Has `parser` tell this builder instead of making a tree of its own.
    func listen(to parser: htmlParserCtxtPtr) {
      guard let handler = parser.pointee.sax else { return }
      parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      handler.pointee.startDocument = nil
      handler.pointee.endDocument = nil
      handler.pointee.internalSubset = nil
      handler.pointee.processingInstruction = nil
      handler.pointee.startElement = { context, name, attributes in
        Builder.of(context)?.start(name, attributes)
      }
      handler.pointee.endElement = { context, name in Builder.of(context)?.end(name) }
      handler.pointee.characters = { context, text, count in Builder.of(context)?.add(text, count) }
      handler.pointee.ignorableWhitespace = { context, text, count in Builder.of(context)?.add(text, count) }
      handler.pointee.cdataBlock = { context, text, count in Builder.of(context)?.add(text, count) }
      handler.pointee.comment = { context, text in Builder.of(context)?.note(text) }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Builder? {
      context.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(
      _ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      guard let name, !isOverfull else { return }
      var attributes: [String: String] = [:]
      var at = 0
      while let list, let key = list[at] {
        let key = String(cString: key).lowercased()
        if attributes[key] == nil { attributes[key] = list[at + 1].map { String(cString: $0) } ?? "" }
        at += 2
      }
      let node = tree.nodes.count
      tree.nodes.append(
        Node(
          name: String(cString: name).lowercased(), attributes: attributes, parent: open.last ?? -1,
          end: node + 1))
      open.append(node)
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
      // libxml2 ends each element that it began, innermost first.
      guard !isOverfull, let node = open.popLast() else { return }
      tree.nodes[node].end = tree.nodes.count
    }

    private func add(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
      guard let text, count > 0, !isOverfull else { return }
      let string = String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
      // A long text comes in pieces.
      if let last = tree.nodes.indices.last, tree.nodes[last].isText,
        tree.nodes[last].parent == open.last ?? -1
      {
        tree.nodes[last].text += string
      } else {
        let node = tree.nodes.count
        tree.nodes.append(Node(name: "", text: string, parent: open.last ?? -1, end: node + 1))
      }
    }

    private func note(_ comment: UnsafePointer<xmlChar>?) {
      guard tree.savedFrom == nil, let comment else { return }
      let text = String(cString: comment)
      guard let mark = text.firstRange(of: "saved from url=("),
        let end = text[mark.upperBound...].firstIndex(of: ")")
      else { return }
      tree.savedFrom = String(text[text.index(after: end)...]).squeezed
    }
  }
}
