public import Diagnostics
public import Model

/// Reads JSON Lines: posts with their answers, and what a system found in posts.
public enum JSONReadings {
  /// Posts with answers, one a line: the post's own fields beside those of a reading.
  public static func gold(_ bytes: [UInt8], file: String, findings: inout [Finding]) -> [GoldPost] {
    var posts: [GoldPost] = []
    forEachLine(bytes, file, &findings) { line, decoder in
      if let post = decoder.goldPost(line) { posts.append(post) }
    }
    return posts
  }

  /// Readings as `sanctions extract` writes them, by the identifier of their post; of two for one post the later.
  public static func predictions(
    _ bytes: [UInt8], file: String, findings: inout [Finding]
  ) -> [String: PostReading] {
    var readings: [String: PostReading] = [:]
    forEachLine(bytes, file, &findings) { line, decoder in
      if let reading = decoder.reading(line) { readings[reading.postID] = reading }
    }
    return readings
  }

  /// Calls `body` with each line that is not blank and is a JSON object.
  private static func forEachLine(
    _ bytes: [UInt8], _ file: String, _ findings: inout [Finding],
    _ body: (LocatedJSON, inout ReadingDecoder) -> Void
  ) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      var decoder = ReadingDecoder(place: SourceLocation(file: file, line: index + 1))
      defer { findings += decoder.findings }
      guard String(validating: line, as: UTF8.self) != nil else {
        decoder.complain(0, "the text is not UTF-8")
        continue
      }
      do throws(JSONScanner.Fault) {
        let value = try Array(line).withUnsafeBufferPointer { bytes throws(JSONScanner.Fault) in
          try LocatedJSON(line: bytes)
        }
        if case .object = value.value {
          body(value, &decoder)
        } else {
          decoder.complain(value.offset, "the line must be a JSON object")
        }
      } catch {
        decoder.complain(error.offset, error.message)
      }
    }
  }
}
