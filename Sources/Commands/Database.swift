import Arguments
import Glibc
import Graph
import Matching
import Model

/// Where the database is, and who is meant by a name.
enum Database {
  static let option = OptionSpec.value(
    "db", "FILE", .file,
    help: "The database; without it that of SANCTIONS_DB, else sanctions.db in this folder.")

  /// The path that was given, else the one in the environment, else the usual one.
  static func path(_ session: Session) -> String {
    if let path = session.arguments.value("db") { return path }
    if let path = getenv("SANCTIONS_DB").map({ String(cString: $0) }), !path.isEmpty { return path }
    return "sanctions.db"
  }

  static func reading(_ session: Session) throws(Failure) -> Graph {
    if let graph = session.graph { return graph }
    do {
      return try Graph(readingFrom: path(session))
    } catch {
      throw Failure(error)
    }
  }

  static func writing(_ session: Session) throws(Failure) -> Graph {
    do {
      return try Graph(writingTo: path(session))
    } catch {
      throw Failure(error)
    }
  }
}

extension Graph {
  /// The entities that a name means, of those that fit, else the parties that only lists name; unknown names get suggestions, ambiguous ones the list.
  func ids(of name: String, where fits: (EntityKind) -> Bool = { _ in true }) throws(Failure) -> [String] {
    do {
      var found = try entities(named: name).filter { fits($0.kind) }
      if found.isEmpty {
        let keys = [EntityKind.party, .person, .vessel, .aircraft].map { NameKey(name, kind: $0).text }
        found = try listedParties(named: name, keys: Array(Set(keys)).sorted()).filter { fits($0.kind) }
      }
      guard let best = found.map(\.match).min() else {
        throw Failure("sanctions: no entity is called '\(name)'", suggestingFrom: try allNames(), for: name)
      }
      let meant = found.filter { $0.match == best }
      guard meant.count == 1 else {
        var failure = Failure(.wrongUsage, "sanctions: '\(name)' is ambiguous; ask for one of these:")
        failure.lines += meant.map { "  \($0.id)  \($0.name)" }
        throw failure
      }
      return [meant[0].id]
    } catch let failure as Failure {
      throw failure
    } catch let error as GraphError {
      throw Failure(error)
    } catch {
      throw Failure(.fileTrouble, "sanctions: \(error)")
    }
  }
}

extension Graph {
  /// The post with an identifier; an unknown one gets a line, perhaps ending in what follows from it, and suggestions.
  @discardableResult
  func storedPost(_ id: String, else end: String = "") throws(Failure) -> Post {
    try attempt {
      if let post = try post(id) { return post }
      throw Failure("sanctions: there is no post '\(id)'\(end)", suggestingFrom: try allPosts(), for: id)
    }
  }
}

extension Failure {
  /// Nothing found under what somebody typed, with the names that are near it.
  init(_ line: String, suggestingFrom names: [String], for typed: String) {
    self.init(.nothingFound, line)
    let near = NameSuggestions(from: names).nearest(to: typed)
    guard !near.isEmpty else { return }
    lines.append("Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
  }

  init(_ error: GraphError) {
    self.init(
      error.category == .badData ? .badData : error.category == .badStatement ? .wrongUsage : .fileTrouble,
      error.description)
  }
}
