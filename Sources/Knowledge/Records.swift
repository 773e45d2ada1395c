public import Diagnostics
public import Model

/// A party, body or place that `data/names` knows, or a text of `data/instruments`.
public struct NameRecord: Sendable {
  /// What it is.
  public var kind: EntityKind
  /// The shown name.
  public var name: String
  /// Names that mean it wherever they stand.
  public var aliases: [String] = []
  /// Names that mean it only beside a fuller one or in clear context.
  public var weak: [String] = []
  /// The name of its country; empty for none.
  public var country = ""
  /// The name of what it is a part of; empty for none.
  public var partOf = ""
  /// For an instrument, the day it was adopted or signed.
  public var date: EDTF?
  /// Where it stands.
  public var location: SourceLocation

  /// A name of `kind` that stands in a file at `location`.
  public init(kind: EntityKind, name: String, location: SourceLocation = SourceLocation(file: "")) {
    self.kind = kind
    self.name = name
    self.location = location
  }

  /// The identifier, `airline/air-koryo`.
  public var id: String { EntityID.text(kind: kind, name: name) }
}

/// A country with the words that stand for it and the words that only point at it.
public struct CountryRecord: Sendable {
  /// The shown name.
  public var name: String
  /// Its code in two letters, ISO 3166-1; empty for none.
  public var code: String
  /// The capitals that stand for its government.
  public var capitals: [String]
  /// Adjectives and nouns of nationality, which are no mentions.
  public var demonyms: [String]
}

/// Who keeps an official list, or the part of it that a programme names.
public struct ListRecord: Sendable {
  /// The list, `ofac-sdn`.
  public var list: String
  /// The programme; empty for the rest of the list.
  public var programme: String
  /// The name of the body that keeps it.
  public var authority: String
  /// The names of others whose designations it holds.
  public var covers: [String]
}

/// Identifiers of entities.
public enum EntityID {
  /// The readable identifier of a kind and a shown name.
  public static func text(kind: EntityKind, name: String) -> String { "\(kind.rawValue)/\(name.slug)" }
}

/// A weapons test that dates what is told of it.
public struct WeaponsTestFact: Sendable {
  /// The country's name.
  public var actor: String
  /// What was tested, such as `nuclear`, `icbm` or `satellite`.
  public var weapon: String
  /// Its place in the series of that weapon; nil where none is counted.
  public var ordinal: Int?
  /// The day.
  public var date: EDTF
}

/// A term of office, by which a title alone names a person.
public struct OfficeHolderFact: Sendable {
  /// The title in lower case, `president`.
  public var title: String
  /// The country's name.
  public var country: String
  /// The holder's name in `data/names`.
  public var holder: String
  /// The term, open at its end where it goes on.
  public var term: EDTF
}

/// A verb with its irregular forms.
public struct VerbRecord: Sendable {
  /// The base form.
  public var lemma: String
  /// The past form.
  public var past: String
  /// The past participle.
  public var participle: String
  /// The form with -s.
  public var third: String
  /// The form with -ing.
  public var gerund: String
  /// Other forms of past and participle: "pled", "cancelled".
  public var otherPasts: [String] = []
  /// Other forms with -ing: "cancelling".
  public var otherGerunds: [String] = []

  /// A verb with these forms.
  public init(lemma: String, past: String, participle: String, third: String, gerund: String) {
    self.lemma = lemma
    self.past = past
    self.participle = participle
    self.third = third
    self.gerund = gerund
  }
}

/// A verb, noun or phrase that names an event, with what must stand beside it and the roles that gives.
public struct EventFrame: Sendable {
  /// What part of speech a trigger is.
  public enum PartOfSpeech: String, Sendable, CaseIterable {
    /// A verb in all its forms.
    case verb
    /// A noun, in singular and plural.
    case noun
  }

  /// What happens.
  public var kind: EventKind
  /// Verb or noun.
  public var partOfSpeech: PartOfSpeech
  /// The words in base form, separated by spaces.
  public var trigger: String
  /// What must stand in a slot; all must hold.
  public var needs: [SlotCondition]
  /// The roles that slots give where they differ from the usual ones of the kind; nil for a slot that gives none.
  public var roles: [(slot: String, role: Role?)]
  /// A sentence in which it fires.
  public var example: String
  /// A sentence in which it must not.
  public var counter: String
  /// Where it stands.
  public var location: SourceLocation
}

/// A condition on a slot of a trigger: `object=party|country`, `from=@noun-list`.
public struct SlotCondition: Sendable {
  /// The slot: subject, object, possessor, modifier, target, or a preposition.
  public var slot: String
  /// What may fill it; any one will do.
  public var fillers: [Filler]
  /// Whether the filler's noun belongs to the trigger ("impose … sanctions").
  public var joins: Bool

  /// What may fill a slot.
  public enum Filler: Sendable, Hashable {
    /// A named party that is no country, or a noun for one.
    case party
    /// A country.
    case country
    /// A law, resolution or agreement, or a noun for one.
    case instrument
    /// Any noun of a class.
    case noun(WordClass)
    /// Anything.
    case any
    /// Nothing at all.
    case none
    /// A named body.
    case organization
    /// A named person.
    case person
    /// A named business: a bank, a carrier by air, another company or a ship.
    case firm
    /// A body or country that is known to put parties under sanctions.
    case authority
    /// A calendar expression.
    case time
  }
}

/// A word that tells whether what it governs happened.
public struct CueRecord: Sendable {
  /// How a cue is used.
  public enum PartOfSpeech: String, Sendable, CaseIterable {
    /// A verb whose complement has the status: "plans to".
    case verb
    /// A noun whose complement has it: "failure to".
    case noun
    /// An adjective whose complement has it: "ready to".
    case adjective
    /// Words that give it to what follows: "would".
    case phrase
    /// Words that look like a cue and are none: "not only".
    case pseudo
  }

  /// The words in base form, separated by spaces.
  public var cue: String
  /// Verb, noun, adjective, phrase; or a phrase that only looks like a cue.
  public var partOfSpeech: PartOfSpeech
  /// What it makes of what it governs.
  public var status: Status
  /// A sentence in which it works.
  public var example: String
  /// Where it stands.
  public var location: SourceLocation
}
