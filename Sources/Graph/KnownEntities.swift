import Model

/// What is the same for every spelling of an entity's name.
struct EntityIdentity: Hashable {
  let kind: EntityKind
  let key: String

  init(kind: EntityKind, key: String) {
    self.kind = kind
    self.key = key
  }

  init(_ entity: ReadEntity) { self.init(kind: entity.kind, key: entity.key) }
  init(_ entity: EntityFacts) { self.init(kind: entity.kind, key: entity.key) }
}

/// What `data/` tells of entities, to be found by who they are.
struct KnownEntities {
  private var byIdentity: [EntityIdentity: EntityFacts] = [:]
  private var byID: [String: EntityFacts] = [:]

  init(_ facts: [EntityFacts]) {
    for entity in facts {
      byIdentity[EntityIdentity(entity)] = entity
      byID[entity.id] = entity
    }
  }

  func facts(of identity: EntityIdentity) -> EntityFacts? { byIdentity[identity] }
  func facts(withID id: String) -> EntityFacts? { byID[id] }

  /// The facts of an entity of a post; one that says it is known may have a key of another spelling.
  func facts(of entity: ReadEntity) -> EntityFacts? {
    byIdentity[EntityIdentity(entity)] ?? (entity.isKnown ? byID[entity.id] : nil)
  }
}
