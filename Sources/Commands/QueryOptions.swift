import Arguments
import Model

/// Filters that several commands share.
enum QueryOptions {
  static let event = OptionSpec.value(
    "event", "KIND", .choice(EventKind.allCases.map(\.rawValue)), help: "Only events of this kind.",
    repeatable: true,
    section: "Filters")
  static let from = OptionSpec.value(
    "from", "DATE", help: "Only events not before this date.", section: "Filters")
  static let to = OptionSpec.value("to", "DATE", help: "Only events not after this date.", section: "Filters")
  static let target = OptionSpec.value(
    "target", "NAME", HelpCommands.Lookup.entity.kind, help: "Only events that hit this entity.",
    repeatable: true, section: "Filters")
  static let authority = OptionSpec.value(
    "authority", "NAME", HelpCommands.Lookup.authority.kind,
    help: "Only events by this authority or its parts.", repeatable: true,
    section: "Filters")
  static let undated = OptionSpec.flag(
    "undated", help: "Take events without a date of their own too.", section: "Filters")

  /// The date that an option gives; throws where it is none.
  static func date(_ option: String, _ arguments: ParsedArguments) throws(Failure) -> EDTF? {
    guard let text = arguments.value(option) else { return nil }
    guard let date = EDTF(text), !date.isOpen, !text.contains("/") else {
      throw Failure(
        .wrongUsage, "sanctions: --\(option) '\(text)' is no date such as 2016, 2016-12 or 2016-12-02")
    }
    return date
  }

  /// Says how many events the date filters left out.
  static func tellUndated(_ count: Int, _ session: Session) {
    guard count > 0 else { return }
    let noun =
      count == 1 ? "event without a date of its own was" : "events without a date of their own were"
    session.say("\(count) \(noun) left out; --undated takes them")
  }
}
