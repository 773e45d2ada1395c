extension CommandSpec {
  /// The manual page of the whole tree, in roff with the `man` macros, for section 1.
  public func manualPage(version: String) -> String {
    var page = Roff()
    page.macro("TH", name.uppercased(), "1", "", "\(name) \(version)", "")
    page.macro("SH", "NAME")
    page.text("\(name) - \(lowercasedFirst(summary))")
    page.macro("SH", "SYNOPSIS")
    for lineage in lineages() where lineage.last?.subcommands.isEmpty ?? false || lineages().count == 1 {
      page.synopsis(lineage)
    }
    page.macro("SH", "DESCRIPTION")
    page.paragraphs([summary] + discussion)
    page.options(options)
    for lineage in lineages().dropFirst() {
      guard let command = lineage.last, command.subcommands.isEmpty else { continue }
      page.macro("SH", lineage.dropFirst().map(\.name).joined(separator: " ").uppercased())
      page.synopsis(lineage)
      page.macro("PP")
      page.paragraphs([command.summary] + command.discussion)
      for argument in command.arguments { page.term(argument.usage, argument.help) }
      page.options(command.options + lineage.dropFirst().dropLast().flatMap(\.options))
      page.sections(command.sections, macro: "SS")
      page.examples(command.examples, macro: "SS", title: "Examples")
    }
    page.sections(sections, macro: "SH")
    page.examples(examples, macro: "SH", title: "EXAMPLES")
    return page.text
  }
}

private func lowercasedFirst(_ text: String) -> String {
  text.prefix(1).lowercased() + (text.hasSuffix(".") ? text.dropFirst().dropLast() : text.dropFirst())
}

/// A roff document that grows line by line.
private struct Roff {
  private(set) var text = ""

  mutating func macro(_ name: String, _ arguments: String...) {
    // A quotation mark inside an argument would end it.
    let words = arguments.map { argument in
      " \"" + escaped(argument).map { $0 == "\"" ? "\\(dq" : String($0) }.joined() + "\""
    }
    text += ".\(name)\(words.joined())\n"
  }

  mutating func text(_ line: String) { text += protected(escaped(line)) + "\n" }

  mutating func paragraphs(_ texts: [String]) {
    for (index, paragraph) in texts.enumerated() {
      if index > 0 { macro("PP") }
      text(paragraph)
    }
  }

  mutating func term(_ term: String, _ meaning: String) {
    macro("TP")
    text += protected("\\fB" + escaped(term) + "\\fR") + "\n"
    text(meaning)
  }

  mutating func synopsis(_ lineage: [CommandSpec]) {
    let usage = lineage.last?.usage(inherited: lineage.dropLast().flatMap(\.options)) ?? ""
    let names = lineage.map(\.name).joined(separator: " ")
    macro("PP")
    text += "\\fB\(escaped(names))\\fR \(escaped(usage))\n"
  }

  mutating func options(_ options: [OptionSpec]) {
    for option in options { term(option.usage, option.explanation) }
  }

  mutating func sections(_ sections: [HelpSection], macro name: String) {
    for section in sections {
      macro(name, name == "SH" ? section.title.uppercased() : section.title)
      for row in section.rows { term(row.term, row.meaning) }
    }
  }

  mutating func examples(_ examples: [CommandExample], macro name: String, title: String) {
    if examples.isEmpty { return }
    macro(name, title)
    for example in examples {
      macro("TP")
      text(example.purpose)
      text += protected("\\fB" + escaped(example.line) + "\\fR") + "\n"
    }
  }

  /// A line that roff does not take for a request.
  private func protected(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private func escaped(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\n": result += " "
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result
  }
}
