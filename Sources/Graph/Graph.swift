import SQLite

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The store of posts, what was read in them, and the events that they tell: one SQLite file.
///
/// At rest it is a single file. While somebody writes it has a write-ahead log beside it, so that readers go on with
/// the state before, and the last writer folds the log back in. A process that is killed leaves the log behind: the
/// next one to open the file continues from the last batch that was stored whole.
public final class Graph {
  let connection: Connection
  let path: String
  private let isWriting: Bool

  /// Opens a graph for reading; a missing file is an error and creates nothing, an empty file is an empty graph.
  public init(readingFrom path: String) throws(GraphError) {
    self.path = path
    isWriting = false
    connection = try guarded(path) {
      guard let size = try Graph.size(of: path) else {
        throw GraphError(.fileTrouble, "\(path): there is no such database")
      }
      let log = try Graph.size(of: path + "-wal")
      if size == 0 && (log ?? 0) == 0 { return try Graph.empty() }
      do {
        let connection = try Connection(path, for: .reading)
        // Somebody who makes the file turns on its log before its tables are there, and may be killed in between.
        if try Schema.isEmpty(connection) { return try Graph.empty() }
        try Schema.check(connection, path: path)
        return connection
      } catch let error as SQLiteError where error.reason == .cannotOpen {
        throw GraphError(.fileTrouble, "\(path): \(Graph.whyUnreadable(path))")
      }
    }
  }

  /// A graph of nothing, in memory.
  private static func empty() throws -> Connection {
    let connection = try Connection(":memory:", for: .writing)
    try Schema.create(in: connection)
    return connection
  }

  /// Opens a graph for reading and writing; a missing or empty file becomes an empty graph.
  public init(writingTo path: String) throws(GraphError) {
    self.path = path
    isWriting = true
    connection = try guarded(path) {
      if try Graph.size(of: path) == nil {
        try Graph.checkFolder(of: path)
      } else if access(path, W_OK) != 0 || access(Graph.folder(of: path), W_OK | X_OK) != 0 {
        throw GraphError(.fileTrouble, "\(path): the database or its folder is read-only")
      }
      let connection = try Connection(path, for: .writing)
      // Looked at first, so that a file which is not ours stays as it is.
      if try !Schema.isEmpty(connection) {
        if try Schema.isOld(connection) { try Schema.renew(connection) }
        try Schema.check(connection, path: path)
      }
      try Graph.startLog(of: connection)
      if try Schema.isEmpty(connection) { try Schema.create(in: connection) }
      try Schema.check(connection, path: path)
      return connection
    }
  }

  deinit {
    guard isWriting else { return }
    // Where somebody else has the file open it keeps its log, and the last one to write closes it.
    connection.wait(forLocks: 0)
    _ = try? connection.first("PRAGMA journal_mode = delete") { row in row.value(0) }
  }

  /// Turns on the write-ahead log; two who open a new file at once get in each other's way for a moment.
  ///
  /// SQLite would wait each time as long as for any lock, and somebody may read for hours: so the waiting is done here.
  private static func startLog(of connection: Connection) throws {
    connection.wait(forLocks: 0)
    defer { connection.wait(forLocks: 5000) }
    for attempt in 0... {
      do {
        _ = try connection.first("PRAGMA journal_mode = wal") { row in row.value(0) }
        // A killed process loses nothing by this, a power cut at most the last batches. What a statement needs to undo
        // itself is kept in memory, where the default is a file, and so are 16 MiB of the database.
        try connection.execute(
          "PRAGMA synchronous = normal; PRAGMA temp_store = memory; PRAGMA cache_size = -16384")
        return
      } catch let error as SQLiteError where error.reason == .busy && attempt < 100 {
        usleep(50_000)
      }
    }
  }

  /// Says what is wrong with the folder in which a file is to be made.
  private static func checkFolder(of path: String) throws {
    guard path != ":memory:" else { return }
    if access(folder(of: path), W_OK | X_OK) == 0 { return }
    let reason =
      switch errno {
      case ENOENT, ENOTDIR: "there is no such folder"
      case EACCES, EROFS, EPERM: "the folder is read-only"
      default: String(cString: strerror(errno))
      }
    throw GraphError(.fileTrouble, "\(path): the database cannot be created: \(reason)")
  }

  /// Why a file that is there cannot be read.
  ///
  /// What a killed writer leaves has to be put together before it is read, for which SQLite needs a file beside it.
  private static func whyUnreadable(_ path: String) -> String {
    if access(path, R_OK) != 0 { return "the database cannot be read: \(String(cString: strerror(errno)))" }
    if access(folder(of: path), W_OK | X_OK) == 0 { return "the database cannot be opened" }
    return "its last writer did not close the database, and its folder is read-only: "
      + "run 'sanctions verify' once where the folder can be written"
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// The size of a file in bytes; nil where there is none.
  private static func size(of path: String) throws -> Int? {
    // SQLite would take no name for a file that is gone at the end.
    guard !path.isEmpty else { throw GraphError(.fileTrouble, "the name of the database is empty") }
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw GraphError(.fileTrouble, "\(path): \(String(cString: strerror(errno)))")
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw GraphError(.fileTrouble, "\(path): this is a folder, not a database")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw GraphError(.fileTrouble, "\(path): this is a device or pipe, not a database")
    }
    return Int(status.st_size)
  }
}

extension Graph {
  /// How long to wait for somebody else who writes, in milliseconds; 5000 unless told otherwise.
  public func wait(forLocks milliseconds: Int32) { connection.wait(forLocks: milliseconds) }
}
