import Model

extension [String] {
  /// Adds a text that is there and new.
  mutating func insertOnce(_ text: String) {
    if !text.isEmpty, !contains(text) { append(text) }
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
