import Diagnostics
import Lists
import Model
import Testing

@Suite("Lists in tables with a header")
struct TableListTests {
  @Test func rowsOfOneGroupOfTheUKListAreOneEntry() throws {
    let header =
      "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Nationality,Passport Details,Country,"
      + "Other Information,Group Type,Alias Type,Regime,Listed On,Group ID"
    let found = try reading(
      """
      Last Updated,13/04/2018
      \(header)
      MERRY,,,,,,,,,,,,Individual,AKA,Arnor,02/06/2017,700
      BRANDYBUCK,Meriadoc,,,,,,12/04/1982,Arnor,X1,Arnor,,Individual,Prime Alias,Arnor,02/06/2017,700
      """)
    #expect(found.format == .ukCSV)
    #expect(found.date == "2018-04-13")
    #expect(found.records == 2)
    #expect(found.names == [["primary Meriadoc BRANDYBUCK", "aka MERRY"]])
    #expect(found.entries[0].births == ["1982-04-12"])
    #expect(found.entries[0].listed == "2017-06-02")
  }

  @Test func rowsOfOneEntityOfTheEUListAreOneEntry() throws {
    let found = try reading(
      """
      Date_file;Entity_logical_id;Subject_type;Leba_numtitle;Programme;Naal_wholename;Birt_date;Citi_country
      04/07/2018;31;P;1 (OJ L1);ARN;Meriadoc Brandybuck;;
      04/07/2018;31;P;1 (OJ L1);ARN;Merry Brandybuck;;
      04/07/2018;31;P;1 (OJ L1);ARN;;1982-04-12;ARNOR
      """)
    #expect(found.format == .euCSV)
    #expect(found.date == "2018-07-04")
    #expect(found.names == [["primary Meriadoc Brandybuck", "aka Merry Brandybuck"]])
    #expect(found.entries[0].bases == ["1 (OJ L1)"])
    #expect(found.entries[0].births == ["1982-04-12"])
  }

  @Test func anIdThatStandsTwiceIsTwoEntriesOfTheScreeningList() throws {
    let found = try reading(
      """
      _id,source,entity_number,type,programs,name,alt_names,nationalities,vessel_flag
      a1,Arnor List (ARL) - Fornost,1,Vessel,ARNOR,PALANDIR 3,PALANDIR; OLD PALANDIR,,Arnor
      a1,Arnor List (ARL) - Fornost,1,Vessel,ARNOR2,PALANDIR 3,,,Arnor
      a2,Arnor List (ARL) - Fornost
      """)
    #expect(found.format == .usScreening)
    #expect(found.entries.map(\.number) == ["a1", "a1-2"])
    #expect(found.names[0] == ["primary PALANDIR 3", "aka PALANDIR", "aka OLD PALANDIR"])
    #expect(found.entries[0].programmes == ["ARL", "ARNOR"])
    #expect(found.findings.map(\.location.line) == [4])
  }

  @Test func deniedPersonsAreToldByNameAndDay() throws {
    let found = try reading(
      "Name\tStreet_Address\tCity\tCountry\tEffective_Date\tAction\tFR_Citation\n"
        + "ARNOR TRADING\t1 Great Road\tFornost\tAN\t04/12/2018\tNew order\t83 F.R. 1\n")
    #expect(found.format == .deniedPersons)
    #expect(found.entries.map(\.number) == ["arnor-trading-2018-04-12"])
    #expect(found.entries[0].bases == ["83 F.R. 1"])
  }

  @Test func partiesOfFollowTheMoneyAreEntriesAndOtherThingsAreNot() throws {
    let found = try reading(
      """
      {"id":"p","schema":"Person","properties":{"name":["Meriadoc Brandybuck"],"weakAlias":["Merry"]}}
      {"id":"o","schema":"Ownership","properties":{"owner":["p"]}}
      {"id":"v","schema":"Vessel","properties":{"name":["Palandir 3"],"imoNumber":["9376543"]}}
      """)
    #expect(found.records == 3)
    #expect(found.names == [["primary Meriadoc Brandybuck", "weak Merry"], ["primary Palandir 3"]])
    #expect(found.entries[1].identifiers == ["IMO 9376543"])
  }

  @Test func brokenJSONIsToldWithItsPlace() throws {
    let error = try #require(throws: ListFault.self) {
      try reading("{\"id\":\"p\",\"schema\":\"Person\"}\n{\"id\":", file: "x.json")
    }
    #expect(error.finding.description.hasPrefix("x.json:2:"))
  }

  @Test(arguments: ["", "Dear reader,\nnothing is listed here.\n", "<html></html>", "{\"id\":\"a\"}\n"])
  func whatIsNoListIsRefused(text: String) throws {
    let error = try #require(throws: ListFault.self) { try reading(text) }
    #expect(error.finding.description == "list.csv: error: this is no list in a format that is known")
  }
}
