public import Model

extension Knowledge {
  /// What is known of the entities with these identifiers, their wholes and countries, in order of identifier.
  ///
  /// `key` gives the key of a name of a kind.
  public func facts(
    of ids: some Sequence<String>, key: (String, EntityKind) -> String
  ) -> [EntityFacts] {
    var byID: [String: NameRecord] = [:]
    var byName: [String: NameRecord] = [:]
    for record in names {
      if byID[record.id] == nil { byID[record.id] = record }
      if byName[record.name] == nil { byName[record.name] = record }
    }
    var capitals: [String: [String]] = [:]
    for country in countries { capitals[country.name] = country.capitals }
    var found: [String: EntityFacts] = [:]
    var waiting = Array(ids)
    while let id = waiting.popLast() {
      guard found[id] == nil, let record = byID[id] else { continue }
      let whole = byName[record.partOf]?.id
      let country = byName[record.country]?.id
      found[id] = EntityFacts(
        id: id, kind: record.kind, name: record.name, key: key(record.name, record.kind),
        aliases: record.aliases,
        partOf: whole, country: country == id ? nil : country)
      waiting += [whole, country].compactMap { $0 }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
