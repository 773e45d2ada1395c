import Extraction
import Foundation
import Knowledge
import Model

/// Writes news as JSON Lines and returns the first ten megabytes of posts.
func writeNews(to path: String, bytes: Int, templates: String, _ knowledge: Knowledge) throws -> [Post] {
  _ = FileManager.default.createFile(atPath: path, contents: nil)
  guard let file = FileHandle(forWritingAtPath: path) else { throw Trouble("\(path) cannot be written") }
  var news = NewsText(templates: templates, knowledge: knowledge)
  let encoder = JSONEncoder()
  var sample: [Post] = []
  var sampled = 0
  var written = 0
  var number = 0
  while written < bytes {
    let post = news.post(number)
    number += 1
    let fields = [
      "id": post.id, "title": post.title, "published": post.published?.text ?? "", "text": post.text,
    ]
    let line = try encoder.encode(fields) + Data("\n".utf8)
    try file.write(contentsOf: line)
    written += line.count
    if sampled < 10 << 20 {
      sample.append(post)
      sampled += post.text.utf8.count
    }
  }
  return sample
}

/// Writes invented names of companies as `--names` takes them.
func writeNames(_ count: Int, to path: String) throws {
  let places = ["Arnor", "Gondor", "Rohan", "Harad", "Eriador", "Umbar", "Rhun", "Lindon"]
  let rows = (0..<count).map { "\(places[$0 % places.count]) \($0 / places.count) Trading House,company" }
  try ("name,kind\n" + rows.joined(separator: "\n") + "\n").write(
    toFile: path, atomically: true, encoding: .utf8)
}

/// Times each stage of the cascade over some posts.
func timeStages(_ posts: [Post], _ extractor: Extractor, in report: inout Report) {
  var spent: [Extractor.Stage: Duration] = [:]
  let bytes = posts.reduce(0) { $0 + $1.text.utf8.count }
  for post in posts {
    var last = ContinuousClock.now
    _ = extractor.read(post) { stage in
      let now = ContinuousClock.now
      spent[stage, default: .zero] += now - last
      last = now
    }
  }
  for stage in Extractor.Stage.allCases {
    report.add(stage.rawValue, Double(bytes) / 1e6 / (spent[stage] ?? .zero).inSeconds)
  }
  report.add("all stages", Double(bytes) / 1e6 / spent.values.reduce(.zero, +).inSeconds)
}

/// Checks the first lines of a stream against readings made in this process.
func check(_ stream: Data, against posts: [Post]) throws {
  struct Line: Decodable {
    struct Event: Decodable { let kind: String }
    let id: String
    let events: [Event]
  }
  let extractor = Extractor(knowledge: knowledge)
  for (post, line) in zip(posts, stream.prefix(1 << 22).split(separator: 0x0A).dropLast()).prefix(200) {
    let told = try JSONDecoder().decode(Line.self, from: line)
    let read = extractor.read(post)
    guard told.id == post.id, told.events.map(\.kind) == read.claims.map(\.kind.rawValue) else {
      throw Trouble("post \(post.id): the stream tells other events than the reading")
    }
  }
}
