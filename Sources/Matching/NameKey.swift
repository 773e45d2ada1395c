public import Model

/// What is the same for every spelling of a name.
///
/// Case, marks, hyphens, spaces, apostrophes and the article never count. Companies lose their legal form ("Co.,
/// Ltd."), vessels "M/V", and resolutions and laws their ways of being cited; Korean and Chinese persons have one key
/// whatever the romanisation and the order of surname and given name. Numbers always count: ORTHANC 8 is not ORTHANC 9.
public struct NameKey: Hashable, Sendable, CustomStringConvertible {
  /// The key, to be stored and compared; never empty unless the name has no letter or digit.
  public let text: String

  /// The key of a name of a thing of this kind.
  public init(_ name: String, kind: EntityKind) {
    let words = NameWords(name)
    let key =
      switch kind {
      case .person: PersonName(words).key
      case .bank, .airline, .company, .party: NameWords.joined(LegalForms.dropped(from: words.texts))
      case .vessel: NameWords.joined(VesselPrefix.dropped(from: words.texts))
      case .resolution: InstrumentCitation.resolution(words.texts)
      case .law, .agreement: InstrumentCitation.law(words.texts)
      case .organization, .country, .place, .aircraft: NameWords.joined(words.texts)
      }
    text = key.isEmpty ? NameWords.joined(words.texts) : key
  }

  /// The key.
  public var description: String { text }
}

/// The abbreviations before a vessel's name.
enum VesselPrefix {
  private static let prefixes: Set<String> = ["mv", "mt", "ms", "ss", "my", "fv"]

  /// The words without "M/V" or the like at their head and without "No." before a number.
  static func dropped(from words: [String]) -> [String] {
    var words = words
    if words.count > 2,
      words[0] == "m" && ["v", "t", "s", "y"].contains(words[1])
        || words[0] == "motor" && ["vessel", "tanker", "yacht"].contains(words[1])
    {
      words.removeFirst(2)
    } else if words.count > 1, prefixes.contains(words[0]) {
      words.removeFirst()
    }
    return words.enumerated().filter { index, word in
      word != "no" || index + 1 == words.count
        || !words[index + 1].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }.map(\.element)
  }
}
