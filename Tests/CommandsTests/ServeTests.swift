import Foundation
import Glibc
import Testing

/// The server of the report's pages and the API, asked over a socket as any client would.
struct ServeTests {
  /// A server that is stopped when the test is over.
  final class Server {
    let process = Process()
    let port: UInt16

    init(_ tool: Tool) throws {
      process.executableURL = URL(fileURLWithPath: Tool.program)
      process.arguments = ["serve", "--port", "0"]
      process.currentDirectoryURL = tool.folder
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      var said = ""
      while !said.contains("\n") {
        let data = errors.fileHandleForReading.availableData
        if data.isEmpty { break }
        said += String(decoding: data, as: UTF8.self)
      }
      port = try #require(said.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap { UInt16($0.1) }, "\(said)")
    }

    deinit {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    /// What the server answers to these bytes, until it closes or says no more for a while.
    func answer(_ request: String) throws -> String {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var patience = timeval(tv_sec: 5, tv_usec: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      let connected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(connected == 0)
      let bytes = Array(request.utf8)
      _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      var result: [UInt8] = []
      var room = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = recv(descriptor, &room, room.count, 0), count > 0 { result += room[..<count] }
      return String(decoding: result, as: UTF8.self)
    }

    /// The status and the body of the answer to a request for a path.
    func get(_ path: String, method: String = "GET", host: String = "localhost", more: String = "") throws
      -> (
        status: Int, head: String, body: String
      )
    {
      let text = try answer("\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\(more)\r\n")
      let end = text.firstRange(of: "\r\n\r\n")
      let head = end.map { String(text[..<$0.lowerBound]) } ?? text
      let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      return (status, head, end.map { String(text[$0.upperBound...]) } ?? "")
    }
  }

  let tool: Tool
  let server: Server

  init() throws {
    tool = try Tool.withSeeds()
    server = try Server(tool)
  }

  @Test(arguments: [
    ("/api/events?entity=Air+Koryo", ["query", "Air Koryo"]),
    (
      "/api/events?authority=Seoul&event=designation&limit=2",
      ["query", "--authority", "Seoul", "--event", "designation", "--limit", "2"]
    ),
    ("/api/entities?kind=bank&kind=airline", ["entities", "--kind", "bank", "--kind", "airline"]),
    ("/api/related?entity=Air%20Koryo", ["related", "Air Koryo"]),
    ("/api/posts?text=coal", ["posts", "--text", "coal"]),
    ("/api/path?from=Air+Koryo&to=OFAC", ["path", "Air Koryo", "OFAC"]), ("/api/timeline", ["timeline"]),
    ("/api/entity?entity=Air+Koryo&section=names", ["entity", "Air Koryo", "--section", "names"]),
  ])
  func theAPIAnswersAsTheCommandDoes(path: String, words: [String]) throws {
    let answer = try server.get(path)
    #expect(answer.status == 200 && answer.head.contains("Content-Type: application/json"))
    #expect(try answer.body == tool.run(words + ["--format", "json"]).output)
  }

  @Test func pagesAreThoseOfTheReport() throws {
    try tool.run(["report", "site"])
    let all = FileManager.default.enumerator(atPath: tool.file("site").path)?.allObjects as? [String] ?? []
    let files = all.filter { $0.contains(".") }.sorted()
    #expect(files.count > 100)
    for file in files {
      let answer = try server.get("/" + file)
      #expect(answer.status == 200, "\(file)")
      #expect(try answer.body == String(contentsOf: tool.file("site/" + file), encoding: .utf8), "\(file)")
    }
    #expect(try server.get("/").body == server.get("/index.html").body)
  }

  @Test func whatIsWrittenMeanwhileIsSeen() throws {
    #expect(try server.get("/api/posts?text=umbar").body == "[]\n")
    try tool.run(["ingest"], input: #"{"id":"u","title":"t","text":"Umbar was designated by OFAC."}"#)
    #expect(try server.get("/api/posts?text=umbar").body.contains("\"post\":\"u\""))
  }

  @Test func anotherFileInItsPlaceIsServedAndNoneIsTold() throws {
    let other = try Tool()
    try other.run(["ingest"], input: #"{"id":"u","title":"t","text":"Umbar was designated by OFAC."}"#)
    let database = tool.file("sanctions.db")
    try FileManager.default.removeItem(at: database)
    #expect(try server.get("/api/posts").status == 503)
    try FileManager.default.copyItem(at: other.file("sanctions.db"), to: database)
    #expect(try server.get("/api/posts").body.contains("\"post\":\"u\""))
  }

  @Test(arguments: [
    ("/api/events?entity=Nobody", 404), ("/api/events?event=party", 400), ("/api/events?colour=red", 400),
    ("/api/events?db=/etc/passwd", 400), ("/api/related", 400), ("/api/events?exact=perhaps", 400),
    ("/api/nothing", 404),
    ("/../../etc/passwd", 404), ("/%2e%2e/%2e%2e/etc/passwd", 404), ("/data/../schema.sql", 404),
    ("/entity/", 404),
    ("/api/events?entity=%00", 400), ("/api/events?entity=%ff", 400), ("/api/check?days=99999999999", 400),
  ])
  func whatIsNotThereIsRefused(path: String, status: Int) throws {
    let answer = try server.get(path)
    #expect(answer.status == status, "\(path): \(answer)")
    #expect(answer.body.hasPrefix("{\"error\":\""))
  }

  @Test func nothingCanBeWrittenAndNoOtherHostIsAnswered() throws {
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
      let answer = try server.get("/", method: method)
      #expect(answer.status == 405 && answer.head.contains("Allow: GET, HEAD"), "\(method)")
    }
    #expect(try server.get("/", host: "evil.example").status == 421)
    #expect(try server.get("/", more: "Content-Length: 9\r\n").status == 413)
    #expect(try server.get("/" + String(repeating: "a", count: 60_000)).status == 414)
    #expect(
      try server.answer("garbage\r\n\r\n").contains(" 400 ") || server.answer("garbage\r\n\r\n").isEmpty)
    #expect(try server.get("/", method: "HEAD").body.isEmpty)
    // It still answers.
    #expect(try server.get("/").status == 200)
  }

  @Test func theDescriptionNamesEveryQuestion() throws {
    let data = Data(try server.get("/openapi.json").body.utf8)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: Any])
    #expect(paths.count == 10)
    for path in paths.keys { #expect(try [200, 400].contains(server.get(path).status), "\(path)") }
  }

  @Test func aPortThatIsTakenIsTold() throws {
    let result = try tool.run(["serve", "--port", "\(server.port)"])
    #expect(result.code == 4 && result.errors.contains("cannot be had"))
    #expect(try tool.run(["serve", "--port", "70000"]).code == 2)
  }
}
