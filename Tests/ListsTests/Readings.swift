import Diagnostics
import Lists
import Model

/// What a text reads as; its format is recognised.
func reading(_ text: String, file: String = "list.csv", format: ListFormat? = nil) throws(ListFault)
  -> ListReading
{
  try ListReader.read(ListInput(Array(text.utf8), name: file), format: format)
}

extension ListReading {
  /// The names of each entry with their uses, as "primary ARNOR BANK".
  var names: [[String]] { entries.map { $0.names.map { "\($0.use.rawValue) \($0.text)" } } }
}
