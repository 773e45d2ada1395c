import CYAML
import Markup

/// The fields at the head of a note: between lines of `---` in YAML, or of `+++` in TOML.
struct FrontMatter {
  /// The values by name in lower case; of a list its items joined by a comma and a space.
  private(set) var fields: [String: String] = [:]
  /// What follows them.
  private(set) var body: Substring

  /// Takes the fields from the head of a text; throws where they are not closed or no YAML.
  init(_ text: String) throws(MarkupFault) {
    body = text[...]
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard lines.count == 2, let fence = lines.first.map({ String($0).squeezed }),
      fence == "---" || fence == "+++"
    else { return }
    let rest = lines[1]
    guard let close = FrontMatter.close(of: rest, fence) else {
      throw MarkupFault(line: 1, "the front matter is never closed")
    }
    let source = String(rest[..<close.lowerBound])
    if fence == "---" {
      // A line of dashes may also part a text: then what follows are no fields.
      guard try readYAML(source) else { return }
      body = rest[close.upperBound...]
    } else {
      body = rest[close.upperBound...]
      readTOML(source)
    }
  }

  /// The first value of these names that is not empty.
  subscript(_ names: String...) -> String? {
    names.lazy.compactMap { fields[$0]?.squeezed }.first { !$0.isEmpty }
  }

  /// The line that ends the fields, with its line feed.
  private static func close(of text: Substring, _ fence: String) -> Range<Substring.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: "\n") ?? text.endIndex
      let line = text[start..<end]
      if line.drop(while: { $0 == " " }).prefix(4).filter({ !$0.isWhitespace }) == fence || line == "..." {
        return start..<(end < text.endIndex ? text.index(after: end) : end)
      }
      start = end < text.endIndex ? text.index(after: end) : end
    }
    return nil
  }

  /// Whether the text is fields.
  private mutating func readYAML(_ source: String) throws(MarkupFault) -> Bool {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw MarkupFault("the front matter cannot be read") }
    defer { yaml_parser_delete(&parser) }
    var document = yaml_document_t()
    let bytes = Array(source.utf8)
    let isRead = bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      return yaml_parser_load(&parser, &document) == 1
    }
    guard isRead else {
      throw MarkupFault(line: Int(parser.problem_mark.line) + 2, "the front matter is no YAML")
    }
    defer { yaml_document_delete(&document) }
    guard let root = yaml_document_get_root_node(&document), root.pointee.type == YAML_MAPPING_NODE else {
      return false
    }
    var room = 10_000
    var pair = root.pointee.data.mapping.pairs.start
    while let current = pair, current < root.pointee.data.mapping.pairs.top {
      if let name = FrontMatter.value(current.pointee.key, &document, &room),
        let value = FrontMatter.value(current.pointee.value, &document, &room)
      {
        fields[name.lowercased()] = value
      }
      pair = current + 1
    }
    return true
  }

  /// A value as text: a list joined, of a mapping the member `name`.
  ///
  /// An alias may stand for a list of aliases, and these for others: what comes to more than `room` values is nothing.
  private static func value(
    _ index: Int32, _ document: inout yaml_document_t, _ room: inout Int, depth: Int = 0
  ) -> String? {
    room -= 1
    guard depth < 4, room > 0, let node = yaml_document_get_node(&document, index) else { return nil }
    switch node.pointee.type {
    case YAML_SCALAR_NODE:
      let scalar = node.pointee.data.scalar
      return String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    case YAML_SEQUENCE_NODE:
      var values: [String] = []
      var item = node.pointee.data.sequence.items.start
      while let current = item, current < node.pointee.data.sequence.items.top {
        if let value = value(current.pointee, &document, &room, depth: depth + 1) { values.append(value) }
        item = current + 1
      }
      return values.joined(separator: ", ")
    case YAML_MAPPING_NODE:
      var pair = node.pointee.data.mapping.pairs.start
      while let current = pair, current < node.pointee.data.mapping.pairs.top {
        if value(current.pointee.key, &document, &room, depth: depth + 1)?.lowercased() == "name" {
          return value(current.pointee.value, &document, &room, depth: depth + 1)
        }
        pair = current + 1
      }
      return nil
    default: return nil
    }
  }

  /// Reads `name = value` up to the first table; Debian has no library for TOML.
  private mutating func readTOML(_ source: String) {
    for line in source.split(separator: "\n") {
      let line = String(line).squeezed
      if line.hasPrefix("[") { return }
      guard let mark = line.firstIndex(of: "="), !line.hasPrefix("#") else { continue }
      let value = String(line[line.index(after: mark)...]).squeezed
      let quoted = value.matches(of: /"((?:[^"\\]|\\.)*)"|'([^']*)'/)
      let texts = quoted.map { match in
        match.1.map { String($0).replacing(/\\(["\\])/) { $0.1 } } ?? match.2.map(String.init) ?? ""
      }
      let bare = value.prefix { $0 != "#" }
      fields[String(line[..<mark]).squeezed.lowercased()] =
        quoted.isEmpty ? String(bare).squeezed : texts.joined(separator: ", ")
    }
  }
}
