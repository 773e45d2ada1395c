/// What a word can be for the grammar; the rows of `data/lexicon/word-classes.csv`.
public enum WordClass: String, Sendable, Hashable, CaseIterable {
  case determiner, article
  case possessivePronoun = "possessive-pronoun"
  case demonstrative, pronoun, preposition, conjunction, subordinator, relative, modal, have, be
  case doVerb = "do"
  case get, negation, adverb
  case month, weekday, season, unit, ordinal, next, last, current, vague
  case title, honorific, particle
  case legalForm = "legal-form"
  case legalTail = "legal-tail"
  case legalWord = "legal-word"
  case bankWord = "bank-word"
  case bankHead = "bank-head"
  case airlineWord = "airline-word"
  case airlineHead = "airline-head"
  case companyWord = "company-word"
  case companyHead = "company-head"
  case orgHead = "org-head"
  case orgStrong = "org-strong"
  case vesselPrefix = "vessel-prefix"
  case vesselNoun = "vessel-noun"
  case placeHead = "place-head"
  case placePreposition = "place-preposition"
  case lawHead = "law-head"
  case lawNoun = "law-noun"
  case agreementHead = "agreement-head"
  case resolutionWord = "resolution-word"
  case nounSanctions = "noun-sanctions"
  case nounSanctionsCore = "noun-sanctions-core"
  case nounBan = "noun-ban"
  case nounAssets = "noun-assets"
  case nounList = "noun-list"
  case nounTrade = "noun-trade"
  case nounInstrument = "noun-instrument"
  case nounWeapon = "noun-weapon"
  case nounTest = "noun-test"
  case nounConcern = "noun-concern"
  case nounExemption = "noun-exemption"
  case nounPenalty = "noun-penalty"
  case nounCharge = "noun-charge"
  case nounDesignation = "noun-designation"
  case nounAction = "noun-action"
  case nounAssent = "noun-assent"
  case nounAccess = "noun-access"
  case nounMoney = "noun-money"
  case nounLiability = "noun-liability"
  case nounProbe = "noun-probe"
  case nounGuilty = "noun-guilty"
  case genericParty = "generic-party"
  case reporting, abbreviation
  case neverFinal = "never-final"
  case starter
  case placeNoun = "place-noun"
  case naming, factive, package, earlier, shipping, numbered, quantity, among, using, together, listing
  case lenderWord = "lender-word"
  case lenderHead = "lender-head"
  case nounBreach = "noun-breach"
  case noneWord = "none-word"
  case verbPrefix = "verb-prefix"
  case companyNoun = "company-noun"
  case bankNoun = "bank-noun"
  case airlineNoun = "airline-noun"
  case bodyNoun = "body-noun"
  case entryLabel = "entry-label"
  case nounBorder = "noun-border"
  case addition
  case nounStatus = "noun-status"
}

/// A set of word classes.
public struct WordClassSet: Sendable, Hashable, BitwiseCopyable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// The empty set.
  public init() {}

  /// The set of these classes.
  public init(_ classes: WordClass...) {
    for each in classes { insert(each) }
  }

  /// Adds a class.
  public mutating func insert(_ wordClass: WordClass) {
    let index = wordClass.index
    if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
  }

  /// Adds the classes of another set.
  @inlinable @inline(__always) public mutating func formUnion(_ other: WordClassSet) {
    low |= other.low
    high |= other.high
  }

  /// Whether the class is in the set.
  @inlinable @inline(__always) public func contains(_ wordClass: WordClass) -> Bool {
    let index = wordClass.index
    return index < 64 ? low >> UInt64(index) & 1 != 0 : high >> UInt64(index - 64) & 1 != 0
  }

  /// Whether the two share a class.
  @inlinable @inline(__always) public func intersects(_ other: WordClassSet) -> Bool {
    low & other.low != 0 || high & other.high != 0
  }

  /// Whether there is no class in it.
  @inlinable public var isEmpty: Bool { low == 0 && high == 0 }
}

extension WordClass {
  /// The position in the list of cases.
  @inlinable @inline(__always) var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
