import Arguments
import Diagnostics
import Graph
import Knowledge
import Lists
import Matching
import Model

/// `sanctions import`: official lists into the database, each with the day of its state.
enum ImportCommand {
  static let spec = CommandSpec(
    "import", "Import official lists with the day of their state.",
    discussion: [
      "Reads OFAC (SDN and Consolidated: CSV files without headers, legacy and Advanced XML), UN XML, the UK ConList "
        + "CSV and Sanctions List CSV and XML, the EU CSV 1.0 and XML 1.1, the US Consolidated Screening List CSV, the Denied Persons List and FollowTheMoney JSON Lines, "
        + "also packed with gzip. The format is recognised from the file.",
      "The day of the state is that of --snapshot, else the one that the file tells, else a date in its name. Files of "
        + "one list and day make one state, in one call or one after the other.",
      "The entries join the entities of posts, and stored posts are read again with the names of the lists.",
    ],
    group: "Screen names",
    arguments: [ArgumentSpec("FILE", .some, .file, help: "Files of official lists.")],
    options: [
      Database.option,
      .value("snapshot", "DATE", help: "The day of the state, YYYY-MM-DD or YYYY-MM."),
      .value("list", "NAME", help: "The name of the list, where it is not the one that the file tells."),
      .value(
        "format", "FORMAT", .choice(ListFormat.allCases.map(\.rawValue)), letter: "f",
        help: "The format of the files, where it is not recognised."),
      .flag(
        "keep-going",
        help: "Pass over records that cannot be read, and take a state that has lost most of its entries."),
      SharedOptions.data,
    ],
    examples: [
      CommandExample(
        "sanctions import sdn.csv alt.csv add.csv --snapshot 2024-01-08", "One state of a list."),
      CommandExample("sanctions import ofac-sdn-2015-01.csv", "A state whose day stands in the name."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    var files: [ListedFile] = []
    for path in session.arguments.positionals { files.append(try ListedFile(path, session)) }
    var findings: [Finding] = []
    for file in files { findings += file.reading.findings }
    for finding in findings { session.say(finding.description) }
    let unread = findings.count { $0.severity == .error }
    if unread > 0, !session.arguments.flag("keep-going") {
      throw Failure(
        .badData, "sanctions: nothing was imported; --keep-going passes over the \(unread) records above")
    }
    let knowledge = try session.knowledge()
    let graph = try Database.writing(session)
    let making = try ListMaking(
      session, knowledge, graph,
      screening: files.lazy.flatMap { $0.reading.entries.lazy.flatMap { $0.names.lazy.map(\.text) } })
    var unknown = 0
    let told = try snapshots(files, session)
    try checkParts(told.map(\.0), graph)
    let imported = try attempt {
      try graph.importLists(
        told.map(\.0), making: making, events: EventMaking(knowledge),
        mayShrink: session.arguments.flag("keep-going"))
    }
    for ((snapshot, told), counts) in zip(told, imported) {
      for number in counts.unknown.prefix(20) {
        session.say("\(snapshot.list) \(snapshot.date): no entry \(number) for what a file adds to it")
      }
      unknown += counts.unknown.count
      session.output.write(
        "\(snapshot.list) \(snapshot.date) (\(told)): \(counts.entries) entries, \(counts.names) names, "
          + "\(counts.addresses) addresses\(counts.isUnchanged ? ", unchanged" : "")\n")
    }
    if imported.contains(where: { !$0.isUnchanged }) { try readPostsAgain(session, graph, knowledge) }
    return unread == 0 && unknown == 0 ? .done : .badData
  }

  /// Reads the stored posts with the names of the lists, and joins them.
  private static func readPostsAgain(
    _ session: Session, _ graph: Graph, _ knowledge: Knowledge
  ) throws(Failure) {
    guard try !attempt({ try graph.allPosts() }).isEmpty else { return }
    let desk = try ReadingDesk(session, graph, knowledge, refreshes: true)
    let (read, left) = try desk.readStoredAgain()
    if read > 0 { try desk.joinLists(session) }
    if left > 0 {
      session.say(
        "\(left) posts were read with --names and not again; 'ingest --names FILE --refresh' does it")
    }
  }

  /// Fails where files only add to entries of a day of which the list has none.
  private static func checkParts(_ snapshots: [ListSnapshot], _ graph: Graph) throws(Failure) {
    let stored = try attempt { try graph.listSnapshots() }
    for snapshot in snapshots where snapshot.entries.isEmpty {
      guard !stored.contains(where: { $0.list == snapshot.list && $0.date == snapshot.date }) else {
        continue
      }
      throw Failure(
        .badData,
        "sanctions: \(snapshot.list) \(snapshot.date): there are no entries of that day to which "
          + "\(snapshot.files.map(\.name).joined(separator: ", ")) could add; import the primary file first, or give "
          + "its day with --snapshot")
    }
  }

  /// The files of each list and day together, with where the day comes from.
  private static func snapshots(
    _ files: [ListedFile], _ session: Session
  ) throws(Failure) -> [(ListSnapshot, told: String)] {
    var found: [(snapshot: ListSnapshot, told: String)] = []
    // Files with entries of their own come first, so that what adds to them finds them.
    for file in files.filter({ !$0.reading.format.isPart }) + files.filter({ $0.reading.format.isPart }) {
      let own =
        file.day ?? found.first { $0.snapshot.list == file.list }.map { ($0.snapshot.date, "as the list") }
      guard let (date, told) = own else {
        throw Failure(
          .wrongUsage, "sanctions: \(file.path): the file tells no day; give it with --snapshot YYYY-MM-DD")
      }
      var place = found.firstIndex { $0.snapshot.list == file.list && $0.snapshot.date == date }
      if place == nil {
        found.append((ListSnapshot(list: file.list, date: date), told))
        place = found.count - 1
      }
      guard let place else { continue }
      found[place].snapshot.files.append((file.name, file.sha256, file.reading.format.rawValue))
      if file.reading.format.isPart {
        found[place].snapshot.additions += file.reading.entries
      } else {
        found[place].snapshot.entries += file.reading.entries
      }
      session.output.write("\(file.name): \(file.reading.format.rawValue), \(file.reading.records) records\n")
    }
    return found.map { ($0.snapshot, $0.told) }
  }
}

/// A file of a list as it was read.
private struct ListedFile {
  let path: String
  let name: String
  let list: String
  let reading: ListReading
  let sha256: String
  /// The day of its state and where it comes from; nil where nothing tells it.
  let day: (String, String)?

  init(_ path: String, _ session: Session) throws(Failure) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    let digest = FileDigest()
    do {
      let format = session.arguments.value("format").flatMap(ListFormat.init(rawValue:))
      reading = try ListReader.read(ListInput(path: path, watch: digest.update), format: format)
    } catch {
      throw Failure(error.category == .badData ? .badData : .fileTrouble, error.finding.description)
    }
    sha256 = digest.text
    list = session.arguments.value("list") ?? reading.list
    if let given = session.arguments.value("snapshot") {
      guard EDTF(given) != nil, given.utf8.count == 10 || given.utf8.count == 7 else {
        throw Failure(.wrongUsage, "sanctions: --snapshot takes YYYY-MM-DD or YYYY-MM, not '\(given)'")
      }
      day = (given, "--snapshot")
    } else if let told = reading.date {
      day = (told, "told in the file")
    } else {
      day = ListedFile.date(inName: name).map { ($0, "in the file's name") }
    }
  }

  /// A date such as 2015-01 or 2015-01-17 in a file's name.
  static func date(inName name: String) -> String? {
    name.firstMatch(of: /(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?/).map { String($0.output) }.flatMap {
      EDTF($0) == nil ? nil : $0
    }
  }
}
