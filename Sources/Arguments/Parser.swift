extension CommandSpec {
  /// Reads the words after the program's name; throws what is first wrong with them.
  ///
  /// Options stand before or after what is given by position, as `--name value` or `--name=value`; `--` ends them.
  /// The word after an option is its value even where it begins with a dash, unless it is an option of the command.
  public func parse(_ words: [String]) throws(UsageError) -> ParsedArguments {
    var parser = Parser(words: words, lineage: [self])
    return try parser.parse()
  }
}

/// One reading of a command line.
private struct Parser {
  let words: [String]
  /// The commands called so far, the program first.
  var lineage: [CommandSpec]
  var at = 0
  var result = ParsedArguments()

  var command: CommandSpec { lineage[lineage.count - 1] }
  var options: [OptionSpec] { lineage.reversed().flatMap(\.options) }

  mutating func parse() throws(UsageError) -> ParsedArguments {
    var optionsEnded = false
    while at < words.count {
      let word = words[at]
      if optionsEnded || !word.hasPrefix("-") || word == "-" {
        try takePositional(word)
      } else if word == "--" {
        optionsEnded = true
      } else if try takeOption(word) {
        return result
      }
      at += 1
    }
    if !command.subcommands.isEmpty { throw error(.missingCommand(command.subcommands.map(\.name))) }
    let required = command.arguments.filter { $0.count == .one || $0.count == .some }
    if result.positionals.count < required.count {
      throw error(.missingArgument(required[result.positionals.count].name))
    }
    return result
  }

  private mutating func takePositional(_ word: String) throws(UsageError) {
    guard command.subcommands.isEmpty else {
      guard let next = command.subcommand(word) else {
        let names = command.subcommands.map(\.name)
        throw error(.unknownCommand(word, suggestion: suggestion(for: word, among: names)))
      }
      lineage.append(next)
      result.command.append(word)
      return
    }
    let index = result.positionals.count
    guard let last = command.arguments.last,
      index < command.arguments.count || last.count == .any || last.count == .some
    else { throw error(.extraArgument(word)) }
    let argument = index < command.arguments.count ? command.arguments[index] : last
    _ = try check(word, argument.kind, of: argument.name)
    result.positionals.append(word)
  }

  /// Takes the option at the word; true where parsing ends at it.
  private mutating func takeOption(_ word: String) throws(UsageError) -> Bool {
    guard word.hasPrefix("--") else { return try takeLetters(word) }
    // By code points: a value may begin with one that joins the sign before it into a character of its own.
    let parts = word.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      Substring.init)
    let name = String(parts[0].dropFirst(2))
    guard let option = options.first(where: { $0.name == name }) else { throw unknown(String(parts[0])) }
    if option.value != nil {
      try take(option, as: option.spelling, attached: parts.count > 1 ? String(parts[1]) : nil)
    } else {
      if parts.count > 1 { throw error(.unexpectedValue(option: option.spelling)) }
      result.add([], to: option.name)
    }
    return option.endsParsing
  }

  /// Takes one-letter options: flags together as in `-ab`, or one with its value, `-n 5` or `-n5`.
  private mutating func takeLetters(_ word: String) throws(UsageError) -> Bool {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.letter == letter }) else {
        throw unknown(letters.isEmpty && word.count == 2 ? word : "-\(letter)", typed: word)
      }
      if option.value != nil {
        try take(option, as: "-\(letter)", attached: letters.isEmpty ? nil : String(letters))
        return false
      }
      result.add([], to: option.name)
      if option.endsParsing { return true }
    }
    return false
  }

  private mutating func take(_ option: OptionSpec, as spelling: String, attached: String?) throws(UsageError)
  {
    guard let value = option.value else { return }
    if result.flag(option.name), !option.isRepeatable { throw error(.repeatedOption(spelling)) }
    if let attached {
      result.add(try check(attached, value.kind, of: spelling), to: option.name)
      return
    }
    guard at + 1 < words.count, !isOption(words[at + 1]) else {
      throw error(.missingValue(option: spelling, name: value.name))
    }
    at += 1
    result.add(try check(words[at], value.kind, of: spelling), to: option.name)
  }

  /// The values in a word, if it is good for the kind.
  private func check(_ word: String, _ kind: ValueKind, of owner: String) throws(UsageError) -> [String] {
    switch kind {
    case .text, .file, .folder, .lookup: break
    case .integer(let minimum):
      guard let number = Int(word), number >= minimum else {
        throw error(.invalidInteger(word, of: owner, minimum: minimum))
      }
    case .choice(let choices): try check(word, among: choices, of: owner)
    case .choices(let choices):
      let parts = word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      for part in parts { try check(part, among: choices, of: owner) }
      return parts
    }
    return [word]
  }

  private func check(_ word: String, among choices: [String], of owner: String) throws(UsageError) {
    if choices.contains(word) { return }
    let nearest = suggestion(for: word, among: choices)
    throw error(.invalidChoice(word, of: owner, words: choices, suggestion: nearest))
  }

  private func isOption(_ word: String) -> Bool {
    let spelling = Substring(word.unicodeScalars.prefix { $0 != "=" })
    return word == "--" || options.contains { $0.spellings.contains(String(spelling)) }
  }

  /// An option that the commands called do not have: one of a command further down, or one of none.
  private func unknown(_ spelling: String, typed: String? = nil) -> UsageError {
    let path = lineage.dropLast()
    for below in command.lineages().dropFirst()
    where below.contains(where: { $0.options.contains { $0.spellings.contains(spelling) } }) {
      let names = (path + below).map(\.name).joined(separator: " ")
      return error(.misplacedOption(spelling, command: names))
    }
    // One dash too few is the likeliest slip in `-format`.
    let name = (typed ?? spelling).drop { $0 == "-" }
    let known = options.map(\.spelling)
    let near = name.count > 1 ? suggestion(for: String("--" + name), among: known) : nil
    return error(.unknownOption(typed ?? spelling, suggestion: near))
  }

  private func error(_ reason: UsageError.Reason) -> UsageError {
    UsageError(reason: reason, command: lineage.map(\.name), index: at)
  }
}
