extension CommandSpec {
  /// What is wrong with the declaration itself, for a test to find: an empty list is a sound tree.
  public func declarationFaults() -> [String] {
    var faults: [String] = []
    var takesValue: [String: Bool] = [:]
    for lineage in lineages() {
      let place = lineage.map(\.name).joined(separator: " ")
      guard let command = lineage.last else { continue }
      faults += command.ownFaults().map { "\(place): \($0)" }
      let options = lineage.flatMap(\.options)
      for name in repeated(options.flatMap(\.spellings)) {
        faults.append("\(place): \(name) is declared twice")
      }
      // Completions skip the word after such an option without knowing the command yet.
      for option in command.options {
        if takesValue[option.name].map({ $0 != (option.value != nil) }) ?? false {
          faults.append("\(place): \(option.spelling) takes a value in one command and none in another")
        }
        takesValue[option.name] = option.value != nil
      }
    }
    return faults
  }

  private func ownFaults() -> [String] {
    var faults: [String] = []
    if !isWord(name) { faults.append("the name '\(name)' is not made of a-z, 0-9 and dashes") }
    if summary.isEmpty || summary.contains("\n") || summary.count > 60 {
      faults.append("the summary is not one line of at most 60 characters")
    }
    for name in repeated(subcommands.map(\.name)) { faults.append("the command \(name) is declared twice") }
    if !subcommands.isEmpty, !arguments.isEmpty { faults.append("it takes both commands and arguments") }
    for option in options {
      if !isWord(option.name) {
        faults.append("the option '\(option.name)' is not made of a-z, 0-9 and dashes")
      }
      if option.help.isEmpty { faults.append("\(option.spelling) has no help") }
      if option.value?.name.isEmpty ?? false { faults.append("\(option.spelling) does not name its value") }
    }
    for argument in arguments where argument.help.isEmpty { faults.append("\(argument.name) has no help") }
    for argument in arguments.dropLast() where argument.count != .one {
      faults.append("\(argument.name) is not the last argument")
    }
    let kinds = options.compactMap { $0.value?.kind } + arguments.map(\.kind)
    for word in kinds.flatMap(\.words) where !word.utf8.allSatisfy(isPlain) {
      faults.append("'\(word)' is no word to choose")
    }
    for example in examples where example.line.count > 76 { faults.append("too long: \(example.line)") }
    return faults
  }
}

private func repeated(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { !seen.insert($0).inserted }
}

private func isWord(_ name: String) -> Bool {
  !name.isEmpty && !name.hasPrefix("-")
    && name.utf8.allSatisfy { isPlain($0) && $0 != UInt8(ascii: "_") && !(0x41...0x5A).contains($0) }
}

/// Whether a byte needs no quoting in any shell.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
