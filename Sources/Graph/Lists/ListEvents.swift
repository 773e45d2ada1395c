import Model
import SQLite

/// Writes down when the parties of a list came onto it and went off it.
struct ListEvents {
  private let connection: Connection
  private let list: String
  private let authority: (String, [String]) throws -> String?

  init(_ connection: Connection, list: String, authority: @escaping (String, [String]) throws -> String?) {
    self.connection = connection
    self.list = list
    self.authority = authority
  }

  /// Who was found for which programmes.
  private final class Keepers { var found: [String: String?] = [:] }
  private let keepers = Keepers()

  /// The state of an entry in one snapshot.
  private struct State {
    var snapshot: Int
    var listed: String
    var programmes: String
  }

  /// Makes the events of the list anew from all of its snapshots.
  func rewrite() throws {
    let snapshots = try connection.rows("SELECT id, date FROM snapshot WHERE list = ? ORDER BY date", list) {
      (id: try $0.text(0), date: EDTF(try $0.text(1)))
    }
    try connection.run(
      "DELETE FROM list_event WHERE snapshot IN (SELECT id FROM snapshot WHERE list = ?)", list)
    let places = Dictionary(uniqueKeysWithValues: snapshots.enumerated().map { ($1.id, $0) })
    var states: [(entry: String, states: [State])] = []
    try connection.each(
      """
      SELECT entry, snapshot, listed, programmes FROM list_state JOIN list_content ON list_content.id = content
      WHERE snapshot IN (SELECT id FROM snapshot WHERE list = ?) ORDER BY entry
      """, with: [.text(list)]
    ) { row in
      let entry = try row.text(0)
      let place = places[try row.text(1)] ?? 0
      let state = State(snapshot: place, listed: try row.text(2), programmes: try row.text(3))
      if states.last?.entry == entry {
        states[states.count - 1].states.append(state)
      } else {
        states.append((entry, [state]))
      }
    }
    let days = snapshots.map(\.date)
    for (entry, found) in states {
      let found = found.sorted { $0.snapshot < $1.snapshot }
      var holder: String?
      for (place, state) in found.enumerated() {
        holder = try keeper(of: state.programmes)
        if place == 0 || found[place - 1].snapshot < state.snapshot - 1 {
          let before = state.snapshot > 0 ? days[state.snapshot - 1] : nil
          let own = ownDate(found[place...], back: place > 0 ? before : nil)
          guard let date = own ?? ListEvents.between(before, days[state.snapshot]) else { continue }
          try insert(
            entry, "designation", snapshots[state.snapshot].id, date, own == nil ? .snapshot : .list, holder)
        }
        let next = state.snapshot + 1
        if next < days.count, place + 1 == found.count || found[place + 1].snapshot > next,
          let date = ListEvents.between(days[state.snapshot], days[next])
        {
          try insert(entry, "delisting", snapshots[next].id, date, .snapshot, holder)
        }
      }
    }
  }

  /// Who keeps the part of the list that programmes name.
  private func keeper(of programmes: String) throws -> String? {
    if let found = keepers.found[programmes] { return found }
    let found = try authority(list, ListContent.parts(programmes))
    keepers.found[programmes] = .some(found)
    return found
  }

  /// The list's own date of a coming: the first that the states of an unbroken run tell.
  ///
  /// Of a party that went and is back the date must lie after the state that lacked it; an older one is that of its first
  /// coming.
  private func ownDate(_ states: ArraySlice<State>, back missing: EDTF?) -> EDTF? {
    var last = states.first?.snapshot ?? 0
    for state in states {
      if state.snapshot > last + 1 { return nil }
      last = state.snapshot
      guard let date = EDTF(state.listed) else { continue }
      if let gone = missing?.first, let day = date.first, day < gone { return nil }
      return date
    }
    return nil
  }

  /// The days from one state to the next; open where there is no earlier one.
  private static func between(_ earlier: EDTF?, _ later: EDTF?) -> EDTF? {
    guard let later else { return nil }
    return earlier.map { EDTF(from: $0, through: later) } ?? EDTF(through: later)
  }

  private func insert(
    _ entry: String, _ kind: String, _ snapshot: String, _ date: EDTF, _ basis: DateBasis,
    _ authority: String?
  ) throws {
    // A list may tell an interval that is open; what it shows on a day had happened by then.
    guard let last = date.last else { return }
    try connection.run(
      "INSERT OR REPLACE INTO list_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      with: [
        .text(entry), .text(kind), .text(snapshot), .text(date.text),
        date.first.map { .text($0.text) } ?? .null,
        .text(last.text), .text(basis.rawValue), authority.map { .text($0) } ?? .null,
      ])
  }
}
