/// What a word can be for the grammar; the rows of `data/lexicon/word-classes.csv`.
public enum WordClass: String, Sendable, Hashable, CaseIterable {
  /// Such as “the”, “a”, “an”.
  case determiner
  /// Such as “the”, “a”, “an”.
  case article
  /// Such as “its”, “their”, “his”.
  case possessivePronoun = "possessive-pronoun"
  /// Such as “this”, “that”, “these”.
  case demonstrative
  /// Such as “it”, “he”, “she”.
  case pronoun
  /// Such as “of”, “in”, “on”.
  case preposition
  /// Such as “and”, “or”, “but”.
  case conjunction
  /// Such as “if”, “whether”, “because”.
  case subordinator
  /// Such as “which”, “who”, “whom”.
  case relative
  /// Such as “will”, “would”, “can”.
  case modal
  /// Such as “have”, “has”, “had”.
  case have
  /// Such as “be”, “is”, “are”.
  case be
  /// Such as “do”, “does”, “did”.
  case doVerb = "do"
  /// Such as “get”, “gets”, “got”.
  case get
  /// Such as “not”, “never”, “neither”.
  case negation
  /// Such as “likewise”, “also”, “now”.
  case adverb
  /// Such as “january”, “february”, “march”.
  case month
  /// Such as “sunday”, “monday”, “tuesday”.
  case weekday
  /// Such as “spring”, “summer”, “autumn”.
  case season
  /// Such as “day”, “days”, “week”.
  case unit
  /// Such as “first”, “second”, “third”.
  case ordinal
  /// Such as “next”, “coming”, “upcoming”.
  case next
  /// Such as “last”, “past”, “previous”.
  case last
  /// Such as “this”, “current”.
  case current
  /// Such as “early”, “late”, “mid”.
  case vague
  /// Such as “daw”, “dame”, “madame”.
  case title
  /// Such as “mr”, “mrs”, “ms”.
  case honorific
  /// Such as “al”, “el”, “bin”.
  case particle
  /// Such as “aş”, “sp”, “re”.
  case legalForm = "legal-form"
  /// Such as “z”, “oo”, “sa”.
  case legalTail = "legal-tail"
  /// Such as “joint”, “stock”, “public”.
  case legalWord = "legal-word"
  /// Such as “bank”, “banks”, “banco”.
  case bankWord = "bank-word"
  /// Such as “bank”, “banco”, “banque”.
  case bankHead = "bank-head"
  /// Such as “air”, “aéreo”, “aérea”.
  case airlineWord = "airline-word"
  /// Such as “airlines”, “airline”, “airways”.
  case airlineHead = "airline-head"
  /// Such as “trading”, “shipping”, “industries”.
  case companyWord = "company-word"
  /// Such as “trading”, “shipping”, “industries”.
  case companyHead = "company-head"
  /// Such as “ministry”, “department”, “bureau”.
  case orgHead = "org-head"
  /// Such as “ministry”, “department”, “bureau”.
  case orgStrong = "org-strong"
  /// Such as “mv”, “mt”, “ms”.
  case vesselPrefix = "vessel-prefix"
  /// Such as “vessel”, “vessels”, “ship”.
  case vesselNoun = "vessel-noun"
  /// Such as “states”, “province”, “city”.
  case placeHead = "place-head"
  /// Such as “in”, “at”, “near”.
  case placePreposition = "place-preposition"
  /// Such as “act”, “law”, “regulations”.
  case lawHead = "law-head"
  /// Such as “act”, “law”, “laws”.
  case lawNoun = "law-noun"
  /// Such as “agreement”, “agreements”, “accord”.
  case agreementHead = "agreement-head"
  /// Such as “resolution”, “resolutions”, “unscr”.
  case resolutionWord = "resolution-word"
  /// Such as “sanctions”, “sanction”, “restrictions”.
  case nounSanctions = "noun-sanctions"
  /// Such as “sanctions”, “sanction”, “restrictions”.
  case nounSanctionsCore = "noun-sanctions-core"
  /// Such as “ban”, “bans”, “cap”.
  case nounBan = "noun-ban"
  /// Such as “assets”, “asset”, “property”.
  case nounAssets = "noun-assets"
  /// Such as “list”, “lists”, “blacklist”.
  case nounList = "noun-list"
  /// Such as “import”, “imports”, “export”.
  case nounTrade = "noun-trade"
  /// Such as “resolution”, “resolutions”, “bill”.
  case nounInstrument = "noun-instrument"
  /// Such as “missile”, “missiles”, “rocket”.
  case nounWeapon = "noun-weapon"
  /// Such as “test”, “tests”, “launch”.
  case nounTest = "noun-test"
  /// Such as “concern”, “concerns”.
  case nounConcern = "noun-concern"
  /// Such as “exemption”, “exemptions”, “waiver”.
  case nounExemption = "noun-exemption"
  /// Such as “penalty”, “penalties”, “fine”.
  case nounPenalty = "noun-penalty"
  /// Such as “businessman”, “trader”, “tycoon”.
  case calling = "calling"
  /// Such as “fine”, “fines”, “judgment”.
  case nounFine = "noun-fine"
  /// Such as “charge”, “charges”, “indictment”.
  case nounCharge = "noun-charge"
  /// Such as “designation”, “designations”, “listing”.
  case nounDesignation = "noun-designation"
  /// Such as “action”, “actions”, “steps”.
  case nounAction = "noun-action"
  /// Such as “assent”.
  case nounAssent = "noun-assent"
  /// Such as “access”, “link”, “entry”.
  case nounAccess = "noun-access"
  /// Such as “million”, “billion”, “mln”.
  case nounMoney = "noun-money"
  /// Such as “liability”, “allegations”, “claims”.
  case nounLiability = "noun-liability"
  /// Such as “investigation”, “investigations”, “probe”.
  case nounProbe = "noun-probe"
  /// Such as “draft”, “bill”: a text that has still to be adopted.
  case draft
  /// Such as “proceedings”: what is opened against somebody.
  case nounProceedings = "noun-proceedings"
  /// Such as “guilty”.
  case nounGuilty = "noun-guilty"
  /// Such as “company”, “companies”, “firm”.
  case genericParty = "generic-party"
  /// Such as “of”, “through”: small words inside the names of laws and agreements.
  case nameLink = "name-link"
  /// Such as “men”, “officials”: nouns for persons alone.
  case human
  /// Such as “street”, “floor”: words that end parts of an address.
  case streetWord = "street-word"
  /// Such as “rests”, “relies”: verbs between an act and what it is done under.
  case resting
  /// Such as “ban”, “freeze”: what a party that is listed faces.
  case nounBar = "noun-bar"
  /// Such as “others”, “trio”, “pair”: words for some of those told of before.
  case grouping
  /// Such as “say”, “says”, “said”.
  case reporting
  /// Such as “condemn”, “welcome”, “praise”: verbs of what others think of an act.
  case commenting
  /// Such as “ltda”, “cia”, “messrs”.
  case abbreviation
  /// Such as “mr”, “mrs”, “ms”.
  case neverFinal = "never-final"
  /// Such as “the”, “a”, “an”.
  case starter
  /// Such as “office”, “offices”, “branch”.
  case placeNoun = "place-noun"
  /// Such as “called”, “named”, “renamed”.
  case naming
  /// Such as “recall”, “recalls”, “recalled”.
  case factive
  /// Such as “package”, “packages”, “round”.
  case package
  /// Such as “previously”, “formerly”, “earlier”.
  case earlier
  /// Such as “dock”, “docked”, “docks”.
  case shipping
  /// Such as “room”, “flight”, “page”.
  case numbered
  /// Such as “most”, “all”, “some”.
  case quantity
  /// Such as “among”, “amongst”, “between”.
  case among
  /// Such as “use”, “uses”, “used”.
  case using
  /// Such as “along”, “together”.
  case together
  /// Such as “below”, “following”.
  case listing
  /// Such as “savings”, “loan”, “loans”.
  case lenderWord = "lender-word"
  /// Such as “house”, “houses”, “union”.
  case lenderHead = "lender-head"
  /// Such as “violation”, “violations”, “breach”.
  case nounBreach = "noun-breach"
  /// Such as “travel”, “flew”, “trip”: what leads to a place.
  case motion
  /// Such as “visit”, “toured”: what takes a place as its object.
  case visiting
  /// Such as “aimed”, “designed”, “intended”: participles that tell what for.
  case purpose
  /// Such as “take”, “need”: what a time is the object of.
  case lasting
  /// Such as “bill”, “legislation”: a text that a parliament has before it.
  case billNoun = "bill-noun"
  /// Such as “sign”, “enact”: what makes a bill law.
  case enacting
  /// Such as “decide”, “resolve”: how a body makes a rule for others.
  case deciding
  /// Such as “settlement”: what two sides reach.
  case nounSettlement = "noun-settlement"
  /// Such as “found”, “proven”: what courts and monitors do with facts.
  case establishing
  /// Such as “police”, “ministry”: bodies and offices by which a government acts.
  case branch
  /// Such as “puerto”, “bandar”: words that names of places begin with.
  case placePrefix = "place-prefix"
  /// Such as “renew”, “extended”: what is done to measures that are there.
  case renewing
  /// Such as “vote”: what a bill gets or does not get.
  case nounVote = "noun-vote"
  /// Such as “hold”, “owns”, “has”: verbs by which a party holds assets.
  case holding
  /// Such as “escape”, “escaped”: verbs by which a party is spared an act.
  case escaping
  /// Such as “keep”, “kept”, “maintains”.
  case keeping
  /// Such as “io”, “com”: the last word of the name of a site.
  case domain
  /// Such as “wife”, “brother”: whom a first name alone may follow.
  case kin
  /// Such as “muslims”, “kurds”: many people, whatever capitals stand before.
  case peoples
  /// Such as “territory”, “soil”: where somebody may not come.
  case nounTerritory = "noun-territory"
  /// Such as “possession”, “custody”.
  case nounCustody = "noun-custody"
  /// Such as “visa”, “visas”.
  case nounVisa = "noun-visa"
  /// Such as “prosecutors”, “indictment”: who or what says that a law was broken.
  case accuser
  /// Such as “remain”, “stay”: how something goes on.
  case staying
  /// Such as “face”: how somebody has something imposed on him.
  case facing
  /// Such as “up”, “back”: what makes a verb another one.
  case verbParticle = "verb-particle"
  /// Such as “based”, “flagged”: what makes an adjective of the name before it.
  case compoundTail = "compound-tail"
  /// Such as “government”, “regime”: who rules a country.
  case government
  /// Such as “jund”, “katibat”, “cartel”: what names of armed groups and bands begin with.
  case groupHead = "group-head"
  /// Such as “entry”: what stands for a party on a list.
  case nounEntry = "noun-entry"
  /// Such as “order”, “sentence”: how a court makes somebody do something.
  case ordering
  /// Such as “sue”, “petition”: how somebody goes to court for something.
  case suing
  /// Such as “privileges”: what an export authority denies.
  case nounPrivilege = "noun-privilege"
  /// Such as “generally”, “typically”: what holds as a rule.
  case habitual
  /// Such as “cargo”, “shipment”: what customs officers seize.
  case nounGoods = "noun-goods"
  /// Such as “system”, “market”: what a party is cut off from.
  case nounSystem = "noun-system"
  /// Such as “nobody”, “none”, “neither”.
  case noneWord = "none-word"
  /// Such as “test”, “re”, “pre”.
  case verbPrefix = "verb-prefix"
  /// Such as “company”, “companies”, “firm”.
  case companyNoun = "company-noun"
  /// Such as “bank”, “banks”, “lender”.
  case bankNoun = "bank-noun"
  /// Such as “airline”, “airlines”.
  case airlineNoun = "airline-noun"
  /// Such as “militia”, “militias”, “gang”.
  case bodyNoun = "body-noun"
  /// Such as “name”, “names”, “aka”.
  case entryLabel = "entry-label"
  /// Such as “border”, “borders”, “airspace”.
  case nounBorder = "noun-border"
  /// Such as “also”, “separately”, “concurrently”.
  case addition
  /// Such as “trafficker”, “traffickers”, “kingpin”.
  case nounStatus = "noun-status"
}

/// A set of word classes.
public struct WordClassSet: Sendable, Hashable, BitwiseCopyable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0
  @usableFromInline var top: UInt64 = 0

  /// The empty set.
  public init() {}

  /// The set of these classes.
  public init(_ classes: WordClass...) {
    for each in classes { insert(each) }
  }

  /// Adds a class.
  public mutating func insert(_ wordClass: WordClass) {
    let index = wordClass.index
    switch index {
    case ..<64: low |= 1 << UInt64(index)
    case ..<128: high |= 1 << UInt64(index - 64)
    default: top |= 1 << UInt64(index - 128)
    }
  }

  /// Adds the classes of another set.
  @inlinable @inline(__always) public mutating func formUnion(_ other: WordClassSet) {
    low |= other.low
    high |= other.high
    top |= other.top
  }

  /// Whether the class is in the set.
  @inlinable @inline(__always) public func contains(_ wordClass: WordClass) -> Bool {
    let index = wordClass.index
    if index < 64 { return low >> UInt64(index) & 1 != 0 }
    return index < 128 ? high >> UInt64(index - 64) & 1 != 0 : top >> UInt64(index - 128) & 1 != 0
  }

  /// Whether the two share a class.
  @inlinable @inline(__always) public func intersects(_ other: WordClassSet) -> Bool {
    low & other.low != 0 || high & other.high != 0 || top & other.top != 0
  }

  /// Whether there is no class in it.
  @inlinable public var isEmpty: Bool { low == 0 && high == 0 && top == 0 }
}

extension WordClass {
  /// The position in the list of cases.
  @inlinable @inline(__always) var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
