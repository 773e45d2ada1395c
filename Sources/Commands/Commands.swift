import Extraction
import Glibc
import Knowledge
import Model
import Posts

public enum Development {
  public static func extract(_ arguments: [String]) {
    var data: DataFiles = .builtIn
    var paths = arguments
    if paths.first == "--data" {
      guard let files = try? DataFiles(folder: paths[1]) else { return }
      data = files
      paths.removeFirst(2)
    }
    let (knowledge, findings) = Knowledge.read(data, checkingNames: false)
    for finding in findings.prefix(5) { print("\(finding)") }
    let extractor = Extractor(knowledge: knowledge)
    do {
      var source = try PostSource(paths: paths, standardInput: 0, keepGoing: false)
      var json = JSONText()
      while let post = try source.next() {
        json.reading(extractor.read(post))
        _ = json.bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
        json.removeAll()
      }
    } catch { print("\(error)") }
  }
}
