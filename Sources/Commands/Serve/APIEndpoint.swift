import Arguments

/// A question of the API: the command that answers it, and its parameters.
struct APIEndpoint: Sendable {
  /// The path.
  let path: String
  /// The command.
  let spec: CommandSpec
  let run: @Sendable (Session) throws(Failure) -> ExitCode
  /// The parameters that become arguments of the command, in their order, and whether they must be given.
  let positionals: [(name: String, isRequired: Bool, isRepeatable: Bool)]
  /// The options of the command that are parameters too.
  let options: [String]

  /// The largest number that a parameter may be.
  static let largest = Int(Int32.max)

  /// All of them.
  static let all: [APIEndpoint] = [
    APIEndpoint(
      path: "/api/events", spec: QueryCommand.spec, run: QueryCommand.run,
      positionals: [("entity", false, true)],
      options: [
        "event", "target", "kind", "authority", "instrument", "actor", "status", "on", "from", "to", "as-of",
        "post",
        "claims", "exact", "undated", "limit", "sort", "count-by",
      ]),
    APIEndpoint(
      path: "/api/timeline", spec: TimelineCommand.spec, run: TimelineCommand.run,
      positionals: [("entity", false, true)], options: ["event", "from", "to", "undated"]),
    APIEndpoint(
      path: "/api/entities", spec: ListingCommands.entities, run: ListingCommands.listEntities,
      positionals: [],
      options: ["kind"]),
    APIEndpoint(
      path: "/api/entity", spec: EntityCommand.spec, run: EntityCommand.run,
      positionals: [("entity", true, false)],
      options: ["section", "as-of"]),
    APIEndpoint(
      path: "/api/related", spec: ListingCommands.related, run: ListingCommands.listRelated,
      positionals: [("entity", true, false)], options: ["limit"]),
    APIEndpoint(
      path: "/api/path", spec: PathCommand.spec, run: PathCommand.run,
      positionals: [("from", true, false), ("to", true, false)], options: []),
    APIEndpoint(
      path: "/api/authorities", spec: ListingCommands.authorities, run: ListingCommands.listAuthorities,
      positionals: [], options: []),
    APIEndpoint(
      path: "/api/posts", spec: PostsCommand.spec, run: PostsCommand.run,
      positionals: [("entity", false, true)],
      options: ["any", "text", "limit"]),
    APIEndpoint(
      path: "/api/check", spec: CheckCommand.spec, run: CheckCommand.run,
      positionals: [("entity", false, true)],
      options: ["days", "verdict", "event", "target", "authority", "from", "to", "undated"]),
    APIEndpoint(
      path: "/api/screen", spec: ScreenCommand.spec, run: ScreenCommand.run,
      positionals: [("name", true, true)],
      options: ["threshold", "kind", "country", "born", "limit"]),
  ]

  /// The options that are parameters, as the command declares them.
  var parameters: [OptionSpec] { options.compactMap { name in spec.options.first { $0.name == name } } }

  /// The words of a command line that ask the same.
  func words(for parameters: [(name: String, value: String)]) throws(Failure) -> [String] {
    var words = [spec.name, "--format=json"]
    var arguments: [String: [String]] = [:]
    for (name, value) in parameters {
      if let positional = positionals.first(where: { $0.name == name }) {
        if !positional.isRepeatable, arguments[name] != nil {
          throw APIEndpoint.misuse("'\(name)' is given twice")
        }
        if value.isEmpty { throw APIEndpoint.misuse("'\(name)' is empty") }
        arguments[name, default: []].append(value)
      } else if let option = self.parameters.first(where: { $0.name == name }) {
        if case .integer = option.value?.kind, let number = Int(value), number > APIEndpoint.largest {
          throw APIEndpoint.misuse("'\(name)' is over \(APIEndpoint.largest)")
        }
        if option.value != nil {
          words.append("--\(name)=\(value)")
        } else {
          switch value {
          case "true", "1": words.append("--\(name)")
          case "false", "0": break
          default: throw APIEndpoint.misuse("'\(name)' is true or false")
          }
        }
      } else {
        throw APIEndpoint.misuse("there is no parameter '\(name)'")
      }
    }
    for positional in positionals where positional.isRequired && arguments[positional.name] == nil {
      throw APIEndpoint.misuse("'\(positional.name)' is missing")
    }
    if spec.name == EntityCommand.spec.name, !words.contains(where: { $0.hasPrefix("--section=") }) {
      words.append("--section=events")
    }
    return words + ["--"] + positionals.flatMap { arguments[$0.name] ?? [] }
  }

  private static func misuse(_ message: String) -> Failure { Failure(.wrongUsage, message) }
}
