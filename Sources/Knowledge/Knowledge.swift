public import Diagnostics
public import Model

/// All that `data/` tells, read and checked: names, instruments, dated facts, the event lexicon, cues.
public struct Knowledge: Sendable {
  /// The parties, bodies, places, laws and agreements, countries among them.
  public internal(set) var names: [NameRecord] = []
  /// The countries' capitals and demonyms.
  public internal(set) var countries: [CountryRecord] = []
  /// The names of bodies and countries that designate.
  public internal(set) var authorities: Set<String> = []
  /// Who keeps which official list.
  public internal(set) var lists: [ListRecord] = []
  /// The day each resolution of the Security Council was adopted, by number.
  public internal(set) var resolutions: [Int: EDTF] = [:]
  /// The day each executive order was signed, by number.
  public internal(set) var executiveOrders: [Int: EDTF] = [:]
  /// Weapons tests with their days.
  public internal(set) var weaponsTests: [WeaponsTestFact] = []
  /// Who held an office when.
  public internal(set) var officeHolders: [OfficeHolderFact] = []
  /// Given names of people.
  public internal(set) var givenNames: [String] = []
  /// Family names of Koreans.
  public internal(set) var koreanSurnames: [String] = []
  /// Family names of Chinese.
  public internal(set) var chineseSurnames: [String] = []
  /// Ordinary English words, in lower case.
  public internal(set) var englishWords: [String] = []
  /// Capitalised phrases that name no entity.
  public internal(set) var notNames: [String] = []
  /// The words of each class.
  public internal(set) var wordClasses: [WordClass: [String]] = [:]
  /// Verbs with their forms.
  public internal(set) var verbs: [VerbRecord] = []
  /// The event lexicon, in order of preference.
  public internal(set) var frames: [EventFrame] = []
  /// The cues of status.
  public internal(set) var cues: [CueRecord] = []
  /// What a head noun can stand for ("the airline").
  public internal(set) var nominals: [String: [EntityKind]] = [:]
  /// A short mark of the contents of all files.
  public internal(set) var fingerprint = ""

  /// Reads the files; `findings` has all that is wrong with them, sorted by place.
  ///
  /// With `checkingNames` it also looks for names that stand for two things and for parts of unknown wholes, which
  /// takes longer than all the reading.
  public static func read(_ files: DataFiles, checkingNames: Bool) -> (
    knowledge: Knowledge, findings: [Finding]
  ) {
    var knowledge = Knowledge()
    var reader = TableReader(files)
    knowledge.fingerprint = files.fingerprint
    knowledge.readNames(&reader)
    knowledge.readInstruments(&reader)
    knowledge.readLexicon(&reader)
    if checkingNames { knowledge.checkNames(&reader) }
    return (knowledge, reader.findings.sorted())
  }
}
