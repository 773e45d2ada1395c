import SQLite

/// A graph that cannot be opened, read or written: whose fault it is, and one clear line.
public struct GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is; commands choose their exit code by it.
  public enum Category: Sendable, Hashable {
    /// What was to be stored breaks the rules of the schema.
    case badData
    /// The file is missing, locked, damaged, not ours, or the disk or folder does not take it.
    case fileTrouble
    /// A statement that somebody typed is wrong or not allowed.
    case badStatement
  }

  /// What kind of trouble it is.
  public var category: Category
  /// One line that says what is wrong and where.
  public var description: String

  /// Trouble of a kind, in one line.
  public init(_ category: Category, _ description: String) {
    self.category = category
    self.description = description
  }

  /// What SQLite refused, said for people.
  init(_ error: SQLiteError, path: String) {
    switch error.reason {
    case .busy:
      self.init(.fileTrouble, "\(path): the database is busy: another process is using it")
    case .readOnly:
      self.init(.fileTrouble, "\(path): the database or its folder is read-only")
    case .full: self.init(.fileTrouble, "\(path): the disk is full")
    case .cannotOpen: self.init(.fileTrouble, "\(path): the database cannot be opened or created")
    case .notADatabase: self.init(.fileTrouble, "\(path): the file is not a database")
    case .corrupt: self.init(.fileTrouble, "\(path): the database is damaged: \(error.message)")
    case .inputOutput: self.init(.fileTrouble, "\(path): reading or writing failed: \(error.message)")
    case .constraint: self.init(.badData, "\(path): the schema refuses a row: \(error)")
    case .notAuthorized, .mismatch, .other: self.init(.fileTrouble, "\(path): \(error)")
    }
  }
}

/// Runs a closure; whatever it throws becomes an error of the graph in the file.
func guarded<T>(_ path: String, _ body: () throws -> T) throws(GraphError) -> T {
  do {
    return try body()
  } catch let error as GraphError {
    throw error
  } catch let error as SQLiteError {
    throw GraphError(error, path: path)
  } catch {
    throw GraphError(.fileTrouble, "\(path): \(error)")
  }
}
