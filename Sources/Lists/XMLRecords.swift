import Diagnostics
import Markup

/// Reads the elements of some names from a list.
enum XMLRecords {
  /// Calls `body` for each element of the wanted names; `root` gets the attributes of the document's root.
  static func each(
    _ input: ListInput, wanted: Set<String>, root: (String, String) -> Void = { _, _ in },
    body: (XMLRecord) -> Void
  ) throws(ListFault) {
    do throws(MarkupFault) {
      let reader = try XMLRecordReader(
        { room throws(MarkupFault) in try input.read(into: room) }, wanted: wanted)
      var isFirst = true
      while let record = try reader.next() {
        if isFirst { for (name, value) in reader.rootAttributes { root(name, value) } }
        isFirst = false
        body(record)
      }
    } catch {
      throw error.category == .badData
        ? broken(input.name, max(error.line, 1), error.message) : ListFault(error, file: input.name)
    }
  }
}
