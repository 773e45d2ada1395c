import Arguments
import Glibc
import Graph
import Rendering
import Serving

/// Answers requests from a graph: the pages of the report, the data beside them, and the API.
///
/// What was answered is kept while nobody changes the graph, up to a bound.
final class SiteServer {
  /// How many bytes of answers are kept.
  private static let kept = 32 << 20

  private var graph: Graph
  /// The file that is open: another one may be put in its place.
  private var file: [UInt64]
  private let session: Session
  private var mark: Int?
  private var site: Site?
  private var search: [String: [UInt8]]?
  private var answers: [HTTPRequest: HTTPResponse] = [:]
  private var size = 0

  init(_ session: Session) throws(Failure) {
    self.session = session
    file = SiteServer.file(session)
    graph = try Database.reading(session)
  }

  /// The device and number of the database; none where it is missing.
  private static func file(_ session: Session) -> [UInt64] {
    var status = stat()
    return stat(Database.path(session), &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : []
  }

  /// Opens the database anew where another file has taken its place; throws where it is gone.
  private func follow() throws(Failure) {
    let now = SiteServer.file(session)
    if now == file, !now.isEmpty { return }
    graph = try Database.reading(session)
    file = now
    mark = nil
  }

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    do {
      try follow()
      let now = try attempt { try graph.changeMark() }
      if now != mark { forget(now) }
      if let known = answers[request] { return known }
      let response = try made(request)
      if response.status == 200, response.body.count < SiteServer.kept / 8 { keep(response, for: request) }
      return response
    } catch {
      return SiteServer.refusal(error)
    }
  }

  private func forget(_ now: Int) {
    mark = now
    site = nil
    search = nil
    answers = [:]
    size = 0
  }

  private func keep(_ response: HTTPResponse, for request: HTTPRequest) {
    if size + response.body.count > SiteServer.kept {
      answers = [:]
      size = 0
    }
    answers[request] = response
    size += response.body.count
  }

  private func made(_ request: HTTPRequest) throws(Failure) -> HTTPResponse {
    if request.path == "/openapi.json" {
      return HTTPResponse(type: "application/json", body: OpenAPI.document)
    }
    if request.path.hasPrefix("/api/") {
      guard let endpoint = APIEndpoint.all.first(where: { $0.path == request.path }) else {
        return .refusal(404, "there is no such question; /openapi.json lists them")
      }
      return try asked(endpoint, request.parameters)
    }
    let path = request.path == "/" ? "index.html" : String(request.path.dropFirst())
    if Site.assets.contains(path) {
      return HTTPResponse(type: SiteServer.type(of: path), body: SiteAssets.bytes(path))
    }
    guard let body = try page(path) else { return .refusal(404, "there is no such page") }
    return HTTPResponse(type: SiteServer.type(of: path), body: body)
  }

  /// A page or the data beside pages; nil where there is none.
  ///
  /// Paths are looked up and never opened as files.
  private func page(_ path: String) throws(Failure) -> [UInt8]? {
    let site: Site
    if let known = self.site {
      site = known
    } else {
      site = try Site(graph, check: try CheckCommand.findings(graph, session))
      self.site = site
    }
    if path.hasSuffix(".html") { return try site.page(path).map { Array($0.markup.utf8) } }
    if path.hasPrefix("data/"), path.hasSuffix(".js") {
      let name = String(path.dropFirst(5).dropLast(3))
      if let dash = name.lastIndex(of: "-"), let number = Int(name[name.index(after: dash)...]),
        let piece = site.pieces.first(where: { $0.name == name[..<dash] }), number >= 0, number < piece.count
      {
        return site.piece(piece.name, number)
      }
      if search == nil {
        let files = try SiteSearch(site).files.map { ($0.name, $0.bytes) }
        search = Dictionary(files, uniquingKeysWith: { first, _ in first })
      }
      return search?[name]
    }
    if path.hasPrefix("csv/"), path.hasSuffix(".csv"),
      let table = try site.table(String(path.dropFirst(4).dropLast(4)))
    {
      return try attempt {
        let output = MemoryOutput()
        try Site.write(table, to: output)
        return output.bytes
      }
    }
    return nil
  }

  /// The answer of a command in JSON.
  private func asked(
    _ endpoint: APIEndpoint, _ parameters: [(name: String, value: String)]
  ) throws(Failure) -> HTTPResponse {
    let words = try endpoint.words(for: parameters)
    let arguments: ParsedArguments
    do {
      arguments = try Program.spec.parse(words)
    } catch {
      throw Failure(.wrongUsage, error.description)
    }
    let (output, errors) = (MemoryOutput(), MemoryOutput())
    _ = try endpoint.run(
      Session(arguments: arguments, output: Output(output), errors: Output(errors), graph: graph))
    return HTTPResponse(type: "application/json", body: output.bytes)
  }

  private static func refusal(_ failure: Failure) -> HTTPResponse {
    let lines = failure.lines.map { $0.hasPrefix("sanctions: ") ? String($0.dropFirst(11)) : $0 }
    let status: UInt32 =
      switch failure.code {
      case .nothingFound: 404
      case .wrongUsage: 400
      case .fileTrouble: 503
      default: 500
      }
    return .refusal(status, lines.filter { !$0.hasPrefix("See '") }.joined(separator: " "))
  }

  private static func type(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "csv": "text/csv; charset=utf-8"
    default: "text/html; charset=utf-8"
    }
  }
}
