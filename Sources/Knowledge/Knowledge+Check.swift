import Diagnostics
import Model

extension Knowledge {
  /// Checks what holds between tables: names that stand for two things, parts of unknown wholes, unknown countries.
  func checkNames(_ reader: inout TableReader) {
    var owners: [String: Int] = [:]
    var known: Set<String> = []
    for (index, record) in names.enumerated() {
      known.insert(record.name)
      for name in [record.name] + record.aliases {
        let folded = name.slug
        if folded.isEmpty {
          reader.findings.append(Finding(record.location, .error, "'\(name)' has no letters"))
        } else if let other = owners[folded], other != index {
          // A place and the body or party named after it share a name; sense decides in the text.
          if names[other].kind == record.kind {
            let message = "'\(name)' already means \(names[other].name) (\(names[other].location))"
            reader.findings.append(Finding(record.location, .error, message))
          }
        } else {
          owners[folded] = index
        }
      }
    }
    let nations = Set(countries.map(\.name))
    for record in names {
      if !record.partOf.isEmpty, !known.contains(record.partOf) {
        reader.findings.append(Finding(record.location, .error, "part of unknown '\(record.partOf)'"))
      }
      if !record.country.isEmpty, !nations.contains(record.country) {
        reader.findings.append(Finding(record.location, .error, "unknown country '\(record.country)'"))
      }
    }
  }
}
