public import Model
import SQLite

extension Graph {
  /// The verdicts that are applied, in their order.
  public func verdicts() throws(GraphError) -> [Verdict] {
    try guarded(path) {
      try connection.rows(
        "SELECT verdict, subject, object, author, date, reason FROM verdict ORDER BY position"
      ) { row in
        Verdict.Kind(rawValue: try row.text(0)).map { kind in
          (kind, [row.value(1), row.value(2), row.value(3), row.value(4), row.value(5)])
        }
      }.compactMap { found in
        guard let (kind, values) = found else { return nil }
        let texts = values.map { if case .text(let text) = $0 { text } else { "" } }
        return Verdict(kind, texts[0], texts[1], author: texts[2], date: texts[3], reason: texts[4])
      }
    }
  }

  /// Takes these verdicts in the place of all that were there.
  public func replaceVerdicts(_ verdicts: [Verdict]) throws(GraphError) {
    try guarded(path) {
      try connection.transaction {
        try connection.run("DELETE FROM verdict")
        for (place, verdict) in verdicts.enumerated() {
          try connection.run(
            "INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?)", place, verdict.kind.rawValue, verdict.subject,
            verdict.object, verdict.author, verdict.date, verdict.reason)
        }
      }
    }
  }

  /// What tells these verdicts from others; nil for none.
  public static func digest(of verdicts: [Verdict]) -> String? {
    if verdicts.isEmpty { return nil }
    return digest(of: verdicts.flatMap { [$0.kind.rawValue, $0.subject, $0.object] })
  }

  /// Whether an entity, a list entry or a claim has an identifier, or had it.
  public func knows(_ id: String) throws(GraphError) -> Bool {
    try guarded(path) {
      try connection.int(
        """
        SELECT 1 FROM entity WHERE id = ?1 UNION SELECT 1 FROM list_entry WHERE id = ?1
        UNION SELECT 1 FROM claim WHERE id = ?1 UNION SELECT 1 FROM alias WHERE alias = ?1 AND source = 'former id'
        """, id) != nil
    }
  }

  /// The pairs of an entity and a list entry of which names do not tell whether they are one.
  public func doubts(_ making: ListMaking) throws(GraphError) -> [PartyDoubt] {
    try guarded(path) { try PartyDesk(connection, making).joining().doubts }
  }

  /// Those that posts name and no list entry is joined with, in order of identifier.
  public func unlistedEntities() throws(GraphError) -> [EntityRow] {
    try guarded(path) {
      try connection.rows(
        """
        SELECT id, kind, name, known FROM entity
        WHERE kind IN ('person', 'bank', 'airline', 'company', 'vessel', 'organization')
        AND id IN (SELECT entity FROM spelling) AND id NOT IN (SELECT entity FROM list_entry WHERE entity IS NOT NULL)
        ORDER BY id
        """
      ) { row in
        try EntityRow(row)
      }
    }
  }
}
