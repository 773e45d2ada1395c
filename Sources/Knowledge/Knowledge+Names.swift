import Diagnostics
import Model

extension Knowledge {
  /// Reads the tables under `names/` and the authorities.
  mutating func readNames(_ reader: inout TableReader) {
    for row in reader.rows(.countries) {
      names.append(record(.country, row))
      countries.append(
        CountryRecord(
          name: row["name"], code: row["code"], capitals: row.list("capitals"), demonyms: row.list("demonyms")
        ))
    }
    let tables: [(DataTable, EntityKind)] = [
      (.persons, .person), (.banks, .bank), (.airlines, .airline), (.companies, .company),
      (.vessels, .vessel),
      (.organizations, .organization), (.places, .place),
    ]
    for (table, kind) in tables {
      for row in reader.rows(table) {
        names.append(record(kind, row))
      }
    }
    for row in reader.rows(.authorities) { authorities.insert(row["name"]) }
    for row in reader.rows(.lists) {
      lists.append(
        ListRecord(
          list: row["list"], programme: row["programme"], authority: row["authority"],
          covers: row.list("covers")))
      for (column, names) in [("authority", [row["authority"]]), ("covers", row.list("covers"))] {
        for name in names where !self.names.contains(where: { $0.name == name }) {
          reader.report(row, column, "'\(name)' is in no file of names")
        }
      }
    }
    givenNames = reader.words(.givenNames)
    koreanSurnames = reader.words(.surnamesKorea)
    chineseSurnames = reader.words(.surnamesChina)
    for row in reader.rows(.notNames) { notNames.append(row["phrase"]) }
  }

  /// Reads the tables under `instruments/` and `facts/`.
  mutating func readInstruments(_ reader: inout TableReader) {
    for row in reader.rows(.resolutions) { readDated(row, "adopted", &reader, into: \.resolutions) }
    for row in reader.rows(.executiveOrders) { readDated(row, "signed", &reader, into: \.executiveOrders) }
    for (table, kind) in [(DataTable.laws, EntityKind.law), (.agreements, .agreement)] {
      for row in reader.rows(table) {
        var record = record(kind, row)
        record.date = reader.date(row, "date")
        names.append(record)
      }
    }
    readOfficeHolders(&reader)
    for row in reader.rows(.weaponsTests) {
      guard let date = reader.date(row, "date") else { continue }
      weaponsTests.append(
        WeaponsTestFact(actor: row["actor"], weapon: row["weapon"], ordinal: Int(row["ordinal"]), date: date))
    }
  }

  /// Reads who held which office when; a term without an end goes on.
  private mutating func readOfficeHolders(_ reader: inout TableReader) {
    for row in reader.rows(.officeHolders) {
      guard let from = reader.date(row, "from") else { continue }
      let to = row["to"].isEmpty ? nil : reader.date(row, "to")
      officeHolders.append(
        OfficeHolderFact(
          title: row["title"], country: row["country"], holder: row["holder"],
          term: to.map { EDTF(from: from, through: $0) } ?? EDTF(from: from)))
    }
  }

  private func record(_ kind: EntityKind, _ row: LocatedCSV.Row) -> NameRecord {
    var record = NameRecord(kind: kind, name: row["name"], location: row.location)
    record.aliases = row.list("aliases")
    record.weak = row.list("weak")
    record.country = row["country"]
    record.partOf = row["part_of"]
    return record
  }

  private mutating func readDated(
    _ row: LocatedCSV.Row, _ column: String, _ reader: inout TableReader,
    into table: WritableKeyPath<Knowledge, [Int: EDTF]>
  ) {
    guard let number = Int(row["number"]) else {
      // Orders such as 12958-A share a number; they are kept in the file and never cited by number alone.
      if !(row["number"].first?.isNumber ?? false) {
        reader.report(row, "number", "'\(row["number"])' is no number")
      }
      return
    }
    guard let date = reader.date(row, column) else { return }
    if self[keyPath: table].updateValue(date, forKey: number) != nil {
      reader.report(row, "number", "number \(number) stands twice")
    }
  }
}
