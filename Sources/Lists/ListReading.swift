public import Diagnostics
public import Model

/// The formats of official lists that are understood.
public enum ListFormat: String, Sendable, CaseIterable {
  /// The primary records of OFAC, without a header.
  case ofacPrimary = "ofac-csv"
  /// The other names of OFAC, without a header.
  case ofacNames = "ofac-alt-csv"
  /// The addresses of OFAC, without a header.
  case ofacAddresses = "ofac-add-csv"
  /// What of OFAC's remarks has no room in the primary records.
  case ofacComments = "ofac-comments-csv"
  /// The legacy XML of OFAC.
  case ofacXML = "ofac-xml"
  /// The Advanced Sanctions Data Model of OFAC.
  case ofacAdvanced = "ofac-advanced-xml"
  /// The consolidated list of the Security Council.
  case unXML = "un-xml"
  /// The consolidated list of OFSI (ConList).
  case ukCSV = "uk-conlist-csv"
  /// The UK Sanctions List of the Foreign Office, in CSV.
  case ukListCSV = "uk-sanctions-list-csv"
  /// The UK Sanctions List of the Foreign Office, in XML.
  case ukListXML = "uk-sanctions-list-xml"
  /// The Financial Sanctions Files of the EU, CSV 1.0.
  case euCSV = "eu-fsf-csv"
  /// The Financial Sanctions Files of the EU, XML 1.1.
  case euXML = "eu-fsf-xml"
  /// The Consolidated Screening List of the US.
  case usScreening = "us-csl-csv"
  /// The Denied Persons List of the Bureau of Industry and Security.
  case deniedPersons = "bis-dpl"
  /// Entities of FollowTheMoney, one a line.
  case followTheMoney = "ftm"

  /// Whether the file only adds to the entries of another one.
  public var isPart: Bool { self == .ofacNames || self == .ofacAddresses || self == .ofacComments }
}

/// What one file of a list holds.
public struct ListReading: Sendable {
  /// How it is written.
  public var format: ListFormat
  /// The name of the list: `ofac-sdn`, `un`.
  public var list: String
  /// The day of its state that the file tells, YYYY-MM-DD; nil where it tells none.
  public var date: String?
  /// The entries; of a part only what it adds to them, under their numbers.
  public var entries: [ListEntry] = []
  /// How many records were read: rows or elements.
  public var records = 0
  /// Records that could not be read, with their places; warnings are of records that were read.
  public var findings: [Finding] = []

  /// Nothing of a list yet.
  init(_ format: ListFormat, list: String) {
    self.format = format
    self.list = list
  }
}

/// Reads official lists.
public enum ListReader {
  /// Reads a file to its end; the format is recognised from its head unless it is given.
  ///
  /// Throws where the file is none of a list, or broken so that nothing of it can be trusted.
  public static func read(_ input: ListInput, format given: ListFormat?) throws(ListFault) -> ListReading {
    let file = input.name
    let head = try input.head(1 << 16)
    var format = given
    if format == nil { format = try recognised(head, file) }
    guard let format else {
      throw ListFault(
        .badData, Finding(SourceLocation(file: file), .error, "this is no list in a format that is known"))
    }
    var reading = try read(input, as: format)
    try input.finish()
    // A record that is told to be wrong need not be suspected too.
    let told = Set(reading.findings.map(\.location.line))
    reading.findings += input.findings.filter { !told.contains($0.location.line) }
    for entry in reading.entries {
      for number in entry.identifiers where IMONumber.isMeant(by: number) && IMONumber(number) == nil {
        reading.findings.append(
          Finding(
            SourceLocation(file: file), .warning,
            "entry \(entry.number): '\(number)' is no number of the IMO: it has not seven digits, or the last does not check the others"
          ))
      }
    }
    return reading
  }

  private static func read(_ input: ListInput, as format: ListFormat) throws(ListFault) -> ListReading {
    switch format {
    case .ofacPrimary, .ofacNames, .ofacAddresses, .ofacComments:
      return try OFACFiles.read(input, format: format)
    case .ofacXML: return try OFACDocument.read(input)
    case .ofacAdvanced: return try AdvancedDocument.read(input)
    case .unXML: return try UNDocument.read(input)
    case .ukCSV: return try UKFile.read(input)
    case .ukListCSV: return try UKListFile.read(input)
    case .ukListXML: return try UKListDocument.read(input)
    case .euCSV: return try EUFile.read(input)
    case .euXML: return try EUDocument.read(input)
    case .usScreening: return try ScreeningFile.read(input)
    case .deniedPersons: return try DeniedPersonsFile.read(input)
    case .followTheMoney: return try FollowTheMoneyFile.read(input)
    }
  }

  /// The format that the head of a file shows; nil for none.
  static func recognised(_ bytes: [UInt8], _ file: String) throws(ListFault) -> ListFormat? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if head.contains("<CONSOLIDATED_LIST") { return .unXML }
    if head.contains("<sdnList") { return .ofacXML }
    if head.contains("<Sanctions ") && head.contains("sanctions/1.0") {
      return .ofacAdvanced
    }
    if head.contains("<export ") && head.contains("fsd/export") || head.contains("<sanctionEntity ") {
      return .euXML
    }
    if head.contains("<Designations") { return .ukListXML }
    if head.contains("Unique ID,OFSI Group ID,") { return .ukListCSV }
    if head.hasPrefix("{") || head.hasPrefix("\u{FEFF}{") {
      return head.contains("\"schema\"") ? .followTheMoney : nil
    }
    if head.contains("Name 6,Name 1,") { return .ukCSV }
    if head.contains("Date_file;") || head.contains("fileGenerationDate;") { return .euCSV }
    if head.hasPrefix("_id,source,entity_number") || head.hasPrefix("\u{FEFF}_id,source,entity_number") {
      return .usScreening
    }
    if head.contains("\"Street_Address\"") || head.hasPrefix("Name\tStreet_Address") { return .deniedPersons }
    var records = Delimited(ListInput(bytes, name: file), separator: UInt8(ascii: ","))
    guard let first = try records.next(), Int(first.fields[0]) != nil else { return nil }
    switch first.fields.count {
    case 12: return .ofacPrimary
    case 5: return .ofacNames
    case 6: return .ofacAddresses
    case 2: return .ofacComments
    default: return nil
    }
  }
}

/// A fault that makes a whole file worthless.
func broken(_ file: String, _ line: Int, _ message: String) -> ListFault {
  ListFault(.badData, Finding(SourceLocation(file: file, line: line), .error, message))
}
