import Diagnostics
import Lists
import Model
import Testing

@Suite("The files of OFAC without headers")
struct OFACTests {
  static let primary = """
    901,"ARNOR TRUST BANK",-0- ,"NPWMD] [ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"SWIFT/BIC ARNTXXPP."
    902,"BRANDYBUCK, Meriadoc","individual","ARNOR","Chief ""Master"" of Buckland",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Apr 1982; nationality Arnor; Passport X1234567 (Arnor)."
    903,"PALANDIR 3","vessel","ARNOR",-0- ,"ABCD","Bulk Cargo","9000","4000","Arnor","Arnor Line","Vessel Registration Identification IMO 9376543."
    \u{1A}
    """

  @Test func recordsBecomeEntriesAndTheEndMarkIsNone() throws {
    let found = try reading(OFACTests.primary)
    #expect(found.format == .ofacPrimary)
    #expect(found.list == "ofac-sdn")
    #expect(found.records == 3)
    #expect(found.findings.isEmpty)
    #expect(found.entries.map(\.number) == ["901", "902", "903"])
    #expect(found.entries.map(\.kind) == [.party, .person, .vessel])
  }

  @Test func whatIsNotThereIsEmpty() throws {
    let bank = try #require(try reading(OFACTests.primary).entries.first)
    #expect(bank.births.isEmpty)
    #expect(bank.nationalities.isEmpty)
    #expect(bank.programmes == ["NPWMD", "ARNOR"])
    #expect(bank.identifiers == ["SWIFT/BIC ARNTXXPP"])
  }

  @Test func remarksTellBirthsNationalitiesAndNumbers() throws {
    let entries = try reading(OFACTests.primary).entries
    #expect(entries[1].births == ["12 Apr 1982"])
    #expect(entries[1].nationalities == ["Arnor"])
    #expect(entries[1].identifiers == ["Passport X1234567 (Arnor)"])
    #expect(entries[2].identifiers == ["Call sign ABCD", "IMO 9376543"])
    #expect(entries[2].nationalities == ["Arnor"])
  }

  @Test func otherNamesAddressesAndCommentsAreParts() throws {
    let names = try reading("901,11,\"fka\",\"BANK OF ARNOR\",-0-\n901,12,\"aka\",\"A.T.B.\",-0-\n")
    #expect(names.format == .ofacNames)
    #expect(names.names == [["fka BANK OF ARNOR"], ["aka A.T.B."]])
    let addresses = try reading("901,21,\"1 Great Road\",\"Fornost\",\"Arnor\",-0-\n")
    #expect(addresses.format == .ofacAddresses)
    #expect(addresses.entries.map(\.addresses) == [["1 Great Road, Fornost, Arnor"]])
    let comments = try reading("901,\" goes on\"\n")
    #expect(comments.format == .ofacComments)
    #expect([names, addresses, comments].allSatisfy { $0.format.isPart })
  }

  @Test func aRecordOfAnotherWidthIsAFindingWithItsLine() throws {
    let found = try reading(OFACTests.primary + "\n904,\"CUT OFF\"\n")
    #expect(found.records == 4)
    #expect(found.entries.count == 3)
    #expect(
      found.findings.map(\.description) == [
        "list.csv:5: error: 2 fields where there are 12, the first a number"
      ])
  }

  @Test func aQuotationMarkThatNeverClosesMakesTheFileWorthless() throws {
    let error = try #require(throws: ListFault.self) {
      try reading("901,\"ARNOR TRUST BANK,-0-\n", format: .ofacPrimary)
    }
    #expect(error.finding.description == "list.csv:1: error: the quotation mark is never closed")
  }

  @Test func bytesThatAreNoUTF8AreWindows1252() throws {
    let bytes = Array("905,\"CARAS GALADH".utf8) + [0xD3] + Array("N \u{22},-0-".utf8)
    let rest = Array(String(repeating: ",-0-", count: 9).utf8)
    let found = try ListReader.read(
      ListInput(bytes + rest, name: "list.csv"), format: .ofacPrimary)
    #expect(found.names == [["primary CARAS GALADHÓN"]])
  }

  @Test func theNameOfTheFileTellsTheConsolidatedList() throws {
    #expect(try reading(OFACTests.primary, file: "a/cons_prim.csv").list == "ofac-consolidated")
  }
}
