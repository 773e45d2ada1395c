import Model
import Resolution
import Testing

@Suite("Who the entries of lists are")
struct PartyTests {
  private func entity(_ id: String, _ kind: EntityKind, _ keys: String..., isKnown: Bool = false)
    -> NamedParty
  {
    NamedParty(id: id, kind: kind, keys: keys, isKnown: isKnown)
  }

  private func entry(
    _ id: String, _ kind: EntityKind, _ keys: String..., births: Set<Int> = [], numbers: Set<String> = []
  ) -> ListParty {
    var entry = ListParty(entry: id, list: String(id.prefix { $0 != "/" }), kind: kind, keys: keys)
    entry.births = births
    entry.numbers = numbers
    return entry
  }

  @Test func aNameInCommonJoinsAnEntityAndAnEntry() {
    let joining = PartyResolver().join(
      [entity("bank/arnor-trust", .bank, "arnortrustbank")],
      [entry("gondor/1", .party, "bankofarnor", "arnortrustbank")])
    #expect(joining.entities == ["gondor/1": "bank/arnor-trust"])
    #expect(joining.doubts.isEmpty)
  }

  @Test func kindsThatListsTellApartAreNeverOne() {
    let joining = PartyResolver().join(
      [entity("vessel/palandir", .vessel, "palandir"), entity("person/palandir", .person, "palandir")],
      [entry("gondor/1", .party, "palandir")])
    #expect(joining.entities.isEmpty)
  }

  @Test func namesakesOnOneListAreLeftForAPerson() {
    let joining = PartyResolver().join(
      [entity("person/pak-chong-su", .person, "pakchongsu")],
      [entry("gondor/1", .person, "pakchongsu"), entry("gondor/2", .person, "pakchongsu")])
    #expect(joining.entities.isEmpty)
    #expect(Set(joining.doubts.map(\.entry)) == ["gondor/1", "gondor/2"])
  }

  @Test func theEntryWhoseFirstNameItIsComesBeforeThoseThatAlsoHaveIt() {
    let joining = PartyResolver().join(
      [entity("company/mithril", .company, "mithril")],
      [entry("gondor/1", .party, "moria", "mithril"), entry("gondor/2", .party, "mithril")])
    #expect(joining.entities == ["gondor/2": "company/mithril"])
  }

  @Test func verdictsComeBeforeNames() {
    let people = [entity("person/pak-chong-su", .person, "pakchongsu")]
    let entries = [entry("gondor/1", .person, "pakchongsu"), entry("gondor/2", .person, "pakchongsu")]
    let same = PartyResolver(same: [PartyPair("gondor/2", "person/pak-chong-su")]).join(people, entries)
    #expect(same.entities == ["gondor/2": "person/pak-chong-su"])
    let different = PartyResolver(different: [PartyPair("person/pak-chong-su", "gondor/2")]).join(
      people, entries)
    #expect(different.entities == ["gondor/1": "person/pak-chong-su"])
  }

  @Test func entriesOfSeveralListsWithOneNameAreOneParty() {
    let joining = PartyResolver().join(
      [entity("bank/arnor-trust", .bank, "arnortrustbank")],
      [
        entry("gondor/1", .party, "arnortrustbank", "bankofarnor"), entry("rohan/7", .party, "bankofarnor"),
        entry("rohan/8", .party, "bankofrohan"),
      ])
    #expect(joining.parties == ["gondor/1": "gondor/1", "rohan/7": "gondor/1"])
    #expect(joining.entities == ["gondor/1": "bank/arnor-trust", "rohan/7": "bank/arnor-trust"])
  }

  @Test func birthsYearsApartTellPeopleApart() {
    let apart = [
      entry("gondor/1", .person, "pakchongsu", births: [1954]),
      entry("rohan/1", .person, "pakchongsu", births: [1981]),
    ]
    #expect(PartyResolver().join([], apart).parties.isEmpty)
    let near = [apart[0], entry("rohan/2", .person, "pakchongsu", births: [1955])]
    #expect(PartyResolver().join([], near).parties.count == 2)
  }

  @Test func aShipsNumberJoinsWhatNamesDoNotAndPartsWhatNamesWouldJoin() {
    let renamed = [
      entry("gondor/1", .vessel, "palandir", numbers: ["IMO 9074729"]),
      entry("rohan/1", .vessel, "elendil", numbers: ["IMO 9074729"]),
    ]
    #expect(PartyResolver().join([], renamed).parties.count == 2)
    let twins = [
      entry("gondor/1", .vessel, "palandir", numbers: ["IMO 9074729"]),
      entry("rohan/1", .vessel, "palandir", numbers: ["IMO 9187629"]),
    ]
    #expect(PartyResolver().join([], twins).parties.isEmpty)
  }

  @Test func entriesOfOneListAreNeverOneParty() {
    let joining = PartyResolver().join(
      [],
      [
        entry("gondor/1", .vessel, "palandir8"), entry("gondor/2", .vessel, "palandir9"),
        entry("rohan/1", .vessel, "palandir8", "palandir9"),
      ])
    let first = joining.parties["gondor/1"]
    #expect(first == nil || first != joining.parties["gondor/2"])
  }

  @Test func theOrderOfEntriesDoesNotMatter() {
    let people = [
      entity("person/a", .person, "pakchongsu"), entity("person/b", .person, "kimyongchol", isKnown: true),
    ]
    let entries = [
      entry("gondor/1", .person, "pakchongsu"), entry("rohan/1", .person, "pakchongsu"),
      entry("shire/1", .person, "kimyongchol", births: [1950]),
      entry("rohan/2", .person, "kimyongchol", births: [1950]),
    ]
    #expect(
      PartyResolver().join(people, entries) == PartyResolver().join(people.reversed(), entries.reversed()))
  }
}
