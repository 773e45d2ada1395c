import Diagnostics
import Lists
import Model
import Testing

@Suite("OFAC's Advanced XML, the EU's XML and the UK Sanctions List")
struct NewerFormatTests {
  static let advanced = """
    <?xml version="1.0"?>
    <Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
     <DateOfIssue CalendarTypeID="1"><Year>2020</Year><Month>3</Month><Day>17</Day></DateOfIssue>
     <ReferenceValueSets>
      <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
      <CountryValues><Country ID="7" ISO2="AR">Arnor</Country></CountryValues>
      <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="13">SWIFT/BIC</FeatureType>
       <FeatureType ID="25">Location</FeatureType></FeatureTypeValues>
      <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
      <LegalBasisValues><LegalBasis ID="5">Executive Order 99999 (Arnor)</LegalBasis></LegalBasisValues>
      <ListValues><List ID="1550">SDN List</List></ListValues>
      <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
       <NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
      <PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
       <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
      <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
      <RelationTypeValues><RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues>
      <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="2">Block</SanctionsType></SanctionsTypeValues>
     </ReferenceValueSets>
     <Locations><Location ID="9"><LocationCountry CountryID="7"/><LocationPart><LocationPartValue><Value>Fornost</Value>
      </LocationPartValue></LocationPart></Location></Locations>
     <IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="22" IssuedBy-CountryID="7">
      <IDRegistrationNo>A1234567</IDRegistrationNo></IDRegDocument></IDRegDocuments>
     <DistinctParties>
      <DistinctParty FixedRef="901"><Profile ID="11" PartySubTypeID="3"><Identity ID="21"><Alias AliasTypeID="1403" Primary="true"
       LowQuality="false"><DocumentedName ID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="1">Arnor Trust Bank</NamePartValue>
       </DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1525"/>
       </MasterNamePartGroup></NamePartGroups></Identity>
       <Feature ID="1" FeatureTypeID="13"><FeatureVersion ID="1"><VersionDetail DetailTypeID="1432">ARNTXXPP</VersionDetail></FeatureVersion></Feature>
       <Feature ID="2" FeatureTypeID="25"><FeatureVersion ID="2"><VersionLocation LocationID="9"/></FeatureVersion></Feature>
      </Profile></DistinctParty>
      <DistinctParty FixedRef="902"><Profile ID="12" PartySubTypeID="4"><Identity ID="22">
       <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="2">
        <DocumentedNamePart><NamePartValue NamePartGroupID="3">Meriadoc</NamePartValue></DocumentedNamePart>
        <DocumentedNamePart><NamePartValue NamePartGroupID="2">BRANDYBUCK</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
       <Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="3"><DocumentedNamePart>
        <NamePartValue NamePartGroupID="4">Merry</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
       <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1520"/></MasterNamePartGroup>
        <MasterNamePartGroup><NamePartGroup ID="3" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups></Identity>
       <Feature ID="3" FeatureTypeID="8"><FeatureVersion ID="3"><DatePeriod>
        <Start><From><Year>1982</Year><Month>1</Month><Day>1</Day></From><To><Year>1982</Year><Month>1</Month><Day>1</Day></To></Start>
        <End><From><Year>1982</Year><Month>12</Month><Day>31</Day></From><To><Year>1982</Year><Month>12</Month><Day>31</Day></To></End>
       </DatePeriod></FeatureVersion></Feature></Profile></DistinctParty>
     </DistinctParties>
     <ProfileRelationships><ProfileRelationship From-ProfileID="11" To-ProfileID="12" RelationTypeID="15003" Former="false"/></ProfileRelationships>
     <SanctionsEntries><SanctionsEntry ProfileID="11" ListID="1550">
      <EntryEvent LegalBasisID="5"><Date><Year>2016</Year><Month>12</Month><Day>2</Day></Date></EntryEvent>
      <SanctionsMeasure SanctionsTypeID="1"><Comment>ARNOR</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries>
    </Sanctions>
    """

  @Test func theAdvancedXMLIsPutTogetherFromItsNumbers() throws {
    let found = try reading(NewerFormatTests.advanced)
    #expect(found.format == .ofacAdvanced)
    #expect(found.list == "ofac-sdn")
    #expect(found.date == "2020-03-17")
    #expect(found.names == [["primary Arnor Trust Bank"], ["primary BRANDYBUCK, Meriadoc", "weak Merry"]])
    let bank = found.entries[0]
    #expect(bank.kind == .party)
    #expect(bank.identifiers == ["SWIFT/BIC ARNTXXPP"])
    #expect(bank.addresses == ["Fornost, Arnor"])
    #expect(bank.programmes == ["ARNOR"])
    #expect(bank.bases == ["Executive Order 99999 (Arnor)"])
    #expect(bank.listed == "2016-12-02")
    #expect(bank.links.map(\.text) == ["owned or controlled by BRANDYBUCK, Meriadoc"])
    #expect(found.entries[1].kind == .person)
    #expect(found.entries[1].births == ["1982"])
    #expect(found.entries[1].identifiers == ["Passport A1234567 (Arnor)"])
  }

  @Test func theXMLOfTheEUHasItsValuesInAttributes() throws {
    let found = try reading(
      """
      <?xml version="1.0"?>
      <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-12-11T21:24:35.826+01:00">
       <sanctionEntity designationDetails="" euReferenceNumber="EU.1.2" logicalId="13"><remark>A remark</remark>
        <regulation publicationDate="2003-07-08" numberTitle="1210/2003 (OJ L169)" programme="ARN"/>
        <regulation publicationDate="2001-01-02" numberTitle="1/2001 (OJ L1)" programme="ARN"/>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias wholeName="Meriadoc Brandybuck" strong="true"/><nameAlias firstName="Merry" lastName="B" strong="false"/>
        <citizenship countryIso2Code="AR" countryDescription="ARNOR"/><birthdate year="1982"/>
        <identification identificationTypeDescription="National passport" number="A1234567"/>
        <address city="Fornost" countryIso2Code="00"/>
       </sanctionEntity>
       <sanctionEntity logicalId="14"><subjectType code="enterprise"/></sanctionEntity>
      </export>
      """)
    #expect(found.format == .euXML)
    #expect(found.date == "2024-12-11")
    #expect(found.records == 2)
    #expect(found.findings.map(\.message) == ["an entity without number or name"])
    let person = found.entries[0]
    #expect(found.names == [["primary Meriadoc Brandybuck", "weak Merry B"]])
    #expect(person.kind == .person)
    #expect(person.listed == "2001-01-02")
    #expect(person.bases == ["1210/2003 (OJ L169)", "1/2001 (OJ L1)"])
    #expect(person.nationalities == ["ARNOR"])
    #expect(person.addresses == ["Fornost"])
    #expect(person.identifiers == ["National passport A1234567"])
  }

  @Test func theRowsOfTheUKSanctionsListMeetInTheirUniqueID() throws {
    let columns = [
      "Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1", "Name type",
      "Alias strength", "Regime Name", "Designation Type", "Date Designated", "D.O.B", "Nationality(/ies)",
      "IMO number", "Current owner/operator (s)",
    ]
    let rows = [
      "01/01/2026,ARN1,7,,BRANDYBUCK,Meriadoc,Primary Name,,Arnor Regulations,Individual,24/02/2022,dd/mm/1982,(1) Arnor (2) Gondor,,",
      "01/01/2026,ARN1,7,,MERRY,,Alias,Low quality a.k.a,Arnor Regulations,Individual,24/02/2022,12/04/1982,,,",
      "01/01/2026,ARN2,8,,PALANDIR 3,,Primary Name,,Arnor Regulations,Ship,25/02/2022,N/A,N/A,9074729,(1) Umbar Lines",
    ]
    let found = try reading(
      "Report Date: 11-Sep-2026\n" + ([columns.joined(separator: ",")] + rows).joined(separator: "\n"))
    #expect(found.format == .ukListCSV)
    #expect(found.date == "2026-09-11")
    #expect(found.names == [["primary Meriadoc BRANDYBUCK", "weak MERRY"], ["primary PALANDIR 3"]])
    #expect(found.entries[0].births == ["1982", "1982-04-12"])
    #expect(found.entries[0].nationalities == ["Arnor", "Gondor"])
    #expect(found.entries[0].listed == "2022-02-24")
    #expect(found.entries[1].kind == .vessel)
    #expect(found.entries[1].identifiers == ["IMO 9074729"])
    #expect(found.entries[1].links.map(\.text) == ["owner Umbar Lines"])
  }

  @Test func theXMLOfTheUKTellsTheSame() throws {
    let found = try reading(
      """
      <?xml version="1.0"?><Designations><DateGenerated>08/10/2026</DateGenerated><Designation>
       <DateDesignated>25/01/2001</DateDesignated><UniqueID>ARN1</UniqueID><Names>
       <Name><Name6>Merry</Name6><NameType>Alias</NameType></Name>
       <Name><Name1>Meriadoc</Name1><Name6>BRANDYBUCK</Name6><NameType>Primary Name</NameType></Name></Names>
       <RegimeName>Arnor Regulations</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
       <IndividualDetails><Individual><DOBs><DOB>dd/mm/1982</DOB></DOBs><Nationalities><Nationality>Arnor</Nationality>
       </Nationalities></Individual></IndividualDetails>
       <Addresses><Address><AddressLine6>Fornost</AddressLine6><AddressCountry>Arnor</AddressCountry></Address></Addresses>
      </Designation></Designations>
      """)
    #expect(found.format == .ukListXML)
    #expect(found.date == "2026-10-08")
    #expect(found.names == [["primary Meriadoc BRANDYBUCK", "aka Merry"]])
    #expect(found.entries[0].births == ["1982"])
    #expect(found.entries[0].addresses == ["Fornost, Arnor"])
    #expect(found.entries[0].listed == "2001-01-25")
  }

  @Test func aWrongCheckDigitIsAWarningAndTheEntryStays() throws {
    let found = try reading(
      #"903,"PALANDIR 3","vessel","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"UMBAR LINES","Vessel Registration Identification IMO 9074728; Linked To: ARNOR TRUST BANK.""#
    )
    #expect(found.findings.map(\.severity) == [.warning])
    #expect(
      found.entries.map { $0.links.map(\.text) } == [["owner UMBAR LINES", "linked to ARNOR TRUST BANK"]])
  }
}
