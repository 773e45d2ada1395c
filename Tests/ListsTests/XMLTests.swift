import Diagnostics
import Lists
import Model
import Testing

@Suite("Lists in XML")
struct XMLTests {
  static let un = """
    <?xml version="1.0"?>
    <CONSOLIDATED_LIST dateGenerated="2026-02-03T00:00:00">
     <INDIVIDUALS><INDIVIDUAL>
      <FIRST_NAME>Meriadoc</FIRST_NAME><SECOND_NAME>Brandybuck</SECOND_NAME>
      <UN_LIST_TYPE>Arnor</UN_LIST_TYPE><REFERENCE_NUMBER>ANi.001</REFERENCE_NUMBER>
      <LISTED_ON>2017-06-02</LISTED_ON><NATIONALITY><VALUE>Arnor</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Merry</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><YEAR>1982</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X1</NUMBER></INDIVIDUAL_DOCUMENT>
     </INDIVIDUAL></INDIVIDUALS>
     <ENTITIES><ENTITY><FIRST_NAME>Arnor &amp; Sons</FIRST_NAME><REFERENCE_NUMBER>ANe.001</REFERENCE_NUMBER>
      <ENTITY_ADDRESS><CITY>Fornost</CITY><COUNTRY>Arnor</COUNTRY></ENTITY_ADDRESS>
     </ENTITY></ENTITIES>
    </CONSOLIDATED_LIST>
    """

  @Test func theUNListTellsItsDayAndItsEntries() throws {
    let found = try reading(XMLTests.un)
    #expect(found.format == .unXML)
    #expect(found.date == "2026-02-03")
    #expect(found.names == [["primary Meriadoc Brandybuck", "weak Merry"], ["primary Arnor & Sons"]])
    #expect(found.entries[0].births == ["1982"])
    #expect(found.entries[0].identifiers == ["Passport X1"])
    #expect(found.entries[0].listed == "2017-06-02")
    #expect(found.entries[1].addresses == ["Fornost, Arnor"])
  }

  @Test func theOFACListTellsItsDayAndItsEntries() throws {
    let found = try reading(
      """
      <?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">
      <publshInformation><Publish_Date>04/12/2018</Publish_Date></publshInformation>
      <sdnEntry><uid>77</uid><firstName>Meriadoc</firstName><lastName>BRANDYBUCK</lastName>
      <sdnType>Individual</sdnType><programList><program>ARNOR</program></programList>
      <akaList><aka><type>a.k.a.</type><category>weak</category><lastName>MERRY</lastName></aka></akaList>
      </sdnEntry></sdnList>
      """)
    #expect(found.format == .ofacXML)
    #expect(found.date == "2018-04-12")
    #expect(found.names == [["primary BRANDYBUCK, Meriadoc", "weak MERRY"]])
    #expect(found.entries[0].programmes == ["ARNOR"])
    #expect(found.entries[0].kind == .person)
  }

  @Test func whoIsLinkedStandsInBracketsOfTheRemarks() throws {
    let found = try reading(
      """
      <sdnList><sdnEntry><uid>78</uid><lastName>UMBAR LINES</lastName><sdnType>Vessel</sdnType>
      <vesselInfo><vesselOwner>Umbar Shipping</vesselOwner></vesselInfo>
      <remarks>(Linked To: ARNOR TRADE (FORNOST) LIMITED); (Linked To: SHIRE BANK)</remarks></sdnEntry></sdnList>
      """)
    #expect(
      found.entries[0].links.map(\.text) == [
        "owner Umbar Shipping", "linked to ARNOR TRADE (FORNOST) LIMITED", "linked to SHIRE BANK",
      ])
  }

  @Test(arguments: [
    // Entities that unfold, that fetch, that are nowhere.
    """
    <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>
    """,
    """
    <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
    <CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>
    """,
    "<CONSOLIDATED_LIST><ENTITY>&nowhere;</ENTITY></CONSOLIDATED_LIST>",
    "<CONSOLIDATED_LIST><ENTITY><FIRST_NAME>Arnor",
    "<CONSOLIDATED_LIST><ENTITY>" + String(repeating: "<a>", count: 100)
      + String(repeating: "</a>", count: 100)
      + "</ENTITY></CONSOLIDATED_LIST>",
  ]) func aHostileDocumentIsRefusedWithAPlace(text: String) throws {
    let error = try #require(throws: ListFault.self) { try reading(text, file: "un.xml") }
    #expect(error.category == .badData)
    #expect(error.finding.description.hasPrefix("un.xml:"))
  }
}
