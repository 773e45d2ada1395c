import Graph

/// What Datasette shows beside the tables: their meaning, column by column, and questions ready to be asked.
enum DatasetteMetadata {
  /// A question: its name, its title and its statement, whose `:words` become fields to fill.
  private static let queries = [
    (
      "events_of", "Events of an entity",
      """
      SELECT readable_event.* FROM readable_event WHERE id IN (
        SELECT event FROM participant JOIN alias ON alias.entity = participant.entity
        WHERE alias = :name COLLATE NOCASE) ORDER BY date IS NULL, date
      """
    ),
    (
      "designations_by", "Whom an authority designated",
      "SELECT date, status, target, instrument, posts, quote FROM designations WHERE authority LIKE '%' || :authority || '%'"
    ),
    (
      "beside", "Who is named in the same posts",
      """
      SELECT entity.kind, entity.name, count(DISTINCT other.post) AS posts FROM alias
      JOIN spelling AS one ON one.entity = alias.entity
      JOIN spelling AS other ON other.post = one.post AND other.entity <> one.entity
      JOIN entity ON entity.id = other.entity
      WHERE alias = :name COLLATE NOCASE GROUP BY entity.id ORDER BY posts DESC, entity.name
      """
    ),
    (
      "words", "Posts that hold words",
      """
      SELECT post.published, post.title, snippet(post_text, 1, '', '', '…', 24) AS words, post.id
      FROM post_text JOIN post ON post.number = post_text.rowid
      WHERE post_text MATCH '"' || replace(:words, '"', '""') || '"' ORDER BY post.published_from
      """
    ),
    (
      "on_lists", "What lists tell of a party",
      "SELECT * FROM listings WHERE target LIKE '%' || :name || '%' ORDER BY date"
    ),
  ]

  /// The metadata of a database that lies in a file of this name, without its ending.
  static func document(database: String) -> [UInt8] {
    var json = JSONLine()
    json.object { json in
      json.key("title")
      json.string("sanctions")
      json.key("description")
      json.string(
        "Who was hit by whom, under what, when and in which words. It gives no legal advice: the official list decides."
      )
      json.key("databases")
      json.object { json in
        json.key(named: database)
        json.object { json in
          json.key("tables")
          json.object { tables(&$0) }
          json.key("queries")
          json.object { json in
            for (name, title, sql) in queries {
              json.key(named: name)
              json.object { json in
                json.key("title")
                json.string(title)
                json.key("sql")
                json.string(sql)
              }
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func tables(_ json: inout JSONLine) {
    for table in Graph.describedTables {
      json.key(named: table.name)
      json.object { json in
        json.key("description")
        json.string(table.meaning)
        json.key("columns")
        json.object { json in
          for column in table.columns {
            json.key(named: column.name)
            json.string(column.meaning)
          }
        }
      }
    }
  }
}
