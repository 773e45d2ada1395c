import Model
import SQLite

/// Checks that dates are EDTF and that their first and last days are theirs.
struct DateCheck {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func findings() throws -> [String] {
    let sources = [
      (
        "post",
        "SELECT id, published, published_from, published_to FROM post WHERE published IS NOT NULL ORDER BY id"
      ),
      ("time in post", "SELECT post, value, value_from, value_to FROM time_expression ORDER BY post, start"),
      ("claim", "SELECT id, date, date_from, date_to FROM claim WHERE date IS NOT NULL ORDER BY id"),
      ("event", "SELECT id, date, date_from, date_to FROM event WHERE date IS NOT NULL ORDER BY id"),
    ]
    var findings: [String] = []
    for (name, sql) in sources {
      try connection.each(sql) { row in
        let text = try row.text(1)
        guard let date = EDTF(text) else {
          findings.append("\(name) \(try row.text(0)): \"\(text)\" is no date")
          return
        }
        let days = (try row.optionalText(2), try row.optionalText(3))
        if days != (date.first?.text, date.last?.text) {
          findings.append(
            "\(name) \(try row.text(0)): \(text) does not span \(days.0 ?? "..") to \(days.1 ?? "..")")
        }
      }
    }
    return findings
  }
}
