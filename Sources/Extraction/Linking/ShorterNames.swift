import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "Belfalas Shipping" joins "Belfalas Shipping Co., Ltd.", "Lebennin Bank" joins "Korea Lebennin Bank".
  func joinShorterNames() {
    let owners = WordOwners(entities)
    for short in entities.indices where entities[short].known < 0 {
      guard let word = entities[short].hashes.first else { continue }
      var fuller: [Int] = []
      owners.forEachOwner(of: word) { if $0 != short, isShort(short, of: $0) { fuller.append($0) } }
      guard let longest = fuller.max(by: { entities[$0].hashes.count < entities[$1].hashes.count }) else {
        continue
      }
      // Several fuller names are one only where they are names of each other.
      guard fuller.allSatisfy({ $0 == longest || isShort($0, of: longest) }) else { continue }
      merge(short, into: longest)
    }
  }

  /// "Parsian Tarh" looks like a person until "Parsian Tarh Sanaat Company" is seen.
  func joinMistakenPersons() {
    let parties = entities.indices.filter { index in
      [.company, .bank, .airline, .organization].contains(entities[index].kind)
        && entities[index].hashes.count > 2
    }
    guard !parties.isEmpty else { return }
    var partiesByWord: [UInt64: [Int]] = [:]
    for party in parties { partiesByWord[entities[party].hashes[0], default: []].append(party) }
    for person in personsByForm() {
      let fuller = (partiesByWord[entities[person].hashes[0]] ?? []).filter {
        entities[$0].hashes.starts(with: entities[person].hashes)
      }
      if fuller.count == 1 { merge(person, into: fuller[0]) }
    }
  }

  /// The persons of more than one word whom nothing but the form of their name tells.
  private func personsByForm() -> [Int] {
    var byForm = [Bool](repeating: false, count: entities.count)
    var byTitle = byForm
    for mention in mentions where mention.entity >= 0 {
      if mention.rule == "person by form" { byForm[mention.entity] = true }
      if mention.rule == "person by title" { byTitle[mention.entity] = true }
    }
    return entities.indices.filter { index in
      let found = entities[index]
      return found.kind == .person && found.known < 0 && found.hashes.count > 1 && byForm[index]
        && !byTitle[index]
    }
  }

  /// Whether the name of one entity is a part of another's that tells enough.
  func isShort(_ short: Int, of long: Int) -> Bool {
    let (a, b) = (entities[short], entities[long])
    guard a.hashes.count < b.hashes.count, compatible(a.kind, b.kind), !a.hashes.isEmpty else { return false }
    guard contains(b.hashes, a.hashes) else { return false }
    // "Petrel Bay" of "Petrel Bay Shipping Ltd": no place, but the first words of the firm.
    if a.kind == .place { return a.hashes.count > 1 && b.hashes.starts(with: a.hashes) }
    if a.kind != b.kind, a.kind == .organization {
      return a.known < 0 && a.hashes.count > 1 && b.hashes.starts(with: a.hashes)
    }
    if a.kind == .person { return true }
    if a.kind == .vessel { return false }
    return a.hashes.contains { !NameWords.generic.contains($0) }
      || a.kind == .organization && a.hashes.count >= 2
  }

  private func compatible(_ a: EntityKind, _ b: EntityKind) -> Bool {
    if a == b { return true }
    // "KT Services" of "KT Services & Logistics".
    if a == .organization, b == .company { return true }
    if a == .place, [.company, .bank, .airline].contains(b) { return true }
    func isBusiness(_ kind: EntityKind) -> Bool { kind == .bank || kind == .company || kind == .airline }
    return isBusiness(a) && isBusiness(b)
  }

  func contains(_ long: [UInt64], _ short: [UInt64]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { start in
      (0..<short.count).allSatisfy { long[start + $0] == short[$0] }
    }
  }
}
