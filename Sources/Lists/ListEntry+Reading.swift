import Model

extension [String] {
  /// Adds a text that is there and new.
  mutating func insertOnce(_ text: String) {
    if !text.isEmpty, !contains(text) { append(text) }
  }
}

extension [ListEntry.Link] {
  /// Adds a link that has a name or number and is new.
  mutating func insertOnce(_ link: ListEntry.Link) {
    if !(link.name.isEmpty && link.number.isEmpty), !contains(link) { append(link) }
  }
}

extension ListEntry.Link {
  /// What OFAC writes into remarks: "Linked To: ARNOR TRUST BANK; …", often in brackets.
  static func told(inRemarks remarks: String) -> [ListEntry.Link] {
    remarks.split(separator: "Linked To: ").dropFirst(remarks.hasPrefix("Linked To: ") ? 0 : 1).compactMap {
      rest in
      var depth = 0
      let name = rest.prefix { character in
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        return depth >= 0 && character != ";" && character != "|"
      }.trimmed
      return name.isEmpty ? nil : ListEntry.Link("linked to", name)
    }
  }
}

extension [ListEntry.Name] {
  /// Adds a name that is there and new.
  mutating func insertOnce(_ name: ListEntry.Name, first: Bool = false) {
    guard !name.text.isEmpty, !contains(where: { $0.text == name.text }) else { return }
    if first { insert(name, at: 0) } else { append(name) }
  }
}

extension ListEntry {
  /// The entry with its first name as the primary one, where none is.
  var withPrimaryName: ListEntry {
    guard !names.contains(where: { $0.use == .primary }), !names.isEmpty else { return self }
    var entry = self
    entry.names[0].use = .primary
    return entry
  }
}
