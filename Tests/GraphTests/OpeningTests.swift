import Foundation
import Graph
import SQLite
import Testing

@Suite struct OpeningTests {
  private static func open(_ path: String, isWriting: Bool) throws {
    if isWriting { _ = try Graph(writingTo: path) } else { _ = try Graph(readingFrom: path) }
  }

  @Test func readingAMissingFileIsAnErrorAndCreatesNothing() throws {
    let scratch = try Scratch()
    let error = #expect(throws: GraphError.self) { try Graph(readingFrom: scratch.file()) }
    #expect(error?.description == "\(scratch.file()): there is no such database")
    #expect(error?.category == .fileTrouble)
    #expect(scratch.names == [])
  }

  @Test func anEmptyFileIsAnEmptyGraph() throws {
    let scratch = try Scratch()
    try Data().write(to: URL(fileURLWithPath: scratch.file()))
    #expect(try Graph(readingFrom: scratch.file()).events(EventQuery()).table.rows.isEmpty)
    #expect(try Graph(writingTo: scratch.file()).verify() == [])
    #expect(try Graph(readingFrom: scratch.file()).verify() == [])
  }

  @Test func aDatabaseWithoutTablesIsAnEmptyGraph() throws {
    let scratch = try Scratch()
    // So it is left by somebody who was killed, or had no room, before the tables were there.
    try Connection(scratch.file(), for: .writing).execute("PRAGMA journal_mode = wal")
    #expect(try Graph(readingFrom: scratch.file()).verify() == [])
    #expect(try graph(scratch).allPosts().count == 3)
  }

  @Test func aGraphAtRestIsOneFile() throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    #expect(scratch.names == ["graph.db"])
  }

  @Test func aFileThatIsNoDatabaseIsRefused() throws {
    let scratch = try Scratch()
    try Data("This is a letter, not a database.".utf8).write(to: URL(fileURLWithPath: scratch.file()))
    for isWriting in [false, true] {
      let error = #expect(throws: GraphError.self) { try Self.open(scratch.file(), isWriting: isWriting) }
      #expect(error?.description == "\(scratch.file()): the file is not a database")
    }
    let folder = #expect(throws: GraphError.self) { try Graph(readingFrom: scratch.path) }
    #expect(folder?.description == "\(scratch.path): this is a folder, not a database")
    for isWriting in [false, true] {
      let device = #expect(throws: GraphError.self) { try Self.open("/dev/null", isWriting: isWriting) }
      #expect(device?.description == "/dev/null: this is a device or pipe, not a database")
      let nameless = #expect(throws: GraphError.self) { try Self.open("", isWriting: isWriting) }
      #expect(nameless?.description == "the name of the database is empty")
    }
  }

  @Test func theDatabaseOfAnotherApplicationIsLeftAlone() throws {
    let scratch = try Scratch()
    try Connection(scratch.file(), for: .writing).execute("CREATE TABLE recipe (name TEXT)")
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.file()))
    for isWriting in [false, true] {
      let error = #expect(throws: GraphError.self) { try Self.open(scratch.file(), isWriting: isWriting) }
      #expect(error?.description == "\(scratch.file()): the database belongs to another application")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.file())) == before)
  }

  @Test func aNewerVersionIsRefused() throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    try Connection(scratch.file(), for: .writing).execute("PRAGMA user_version = 7")
    let error = #expect(throws: GraphError.self) { try Graph(readingFrom: scratch.file()) }
    #expect(error?.description.contains("version 7") == true)
  }

  @Test func aFolderThatIsMissingIsToldInOneLine() throws {
    let scratch = try Scratch()
    let error = #expect(throws: GraphError.self) { try Graph(writingTo: scratch.file("no/graph.db")) }
    #expect(
      error?.description
        == "\(scratch.file("no/graph.db")): the database cannot be created: there is no such folder")
  }

  @Test func readersGoOnWhileSomebodyWrites() throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    let writer = try Graph(writingTo: scratch.file())
    let reader = try Graph(readingFrom: scratch.file())
    let slow = EventMaking(
      events: { claims in
        #expect(try Graph(readingFrom: scratch.file()).allPosts() == ["p1", "p2", "p3"])
        return try plainMaking.events(claims)
      }, keys: plainMaking.keys)
    try writer.remove(posts: ["p1"], making: slow)
    #expect(try reader.allPosts() == ["p2", "p3"])
  }

  @Test func theSecondOfTwoWritersIsToldThatTheDatabaseIsBusy() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    let other = try Connection(scratch.file(), for: .writing)
    graph.wait(forLocks: 10)
    try other.transaction {
      let error = #expect(throws: GraphError.self) {
        try graph.remove(posts: ["p1"], making: plainMaking)
      }
      #expect(
        error?.description == "\(scratch.file()): the database is busy: another process is using it")
    }
    #expect(try graph.remove(posts: ["p1"], making: plainMaking) == 1)
  }

  @Test func twoWhoWriteAtOnceBothEndWell() async throws {
    let scratch = try Scratch()
    let path = scratch.file()
    try await withThrowingTaskGroup { group in
      for sample in haradPosts {
        group.addTask {
          try Graph(writingTo: path).store([sample.read], facts: gondorFacts, making: plainMaking)
        }
      }
      for try await _ in group {}
    }
    let graph = try Graph(readingFrom: path)
    #expect(try dump(graph) == dump(StoringTests.fresh(haradPosts)))
  }
}
