import Graph
import Model
import SQLite
import Testing

/// All exported tables as text.
func dump(_ graph: Graph) throws -> [String] {
  var lines: [String] = []
  for table in try graph.exportTables() {
    lines.append("== \(table.name): \(table.columns)")
    try graph.export(table) { lines.append($0.map { $0.values.joined() }.joined(separator: "|")) }
  }
  return lines
}

@Suite struct StoringTests {
  @Test func aPostIsStoredWithAllThatWasReadInIt() throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    let raw = try Connection(scratch.file(), for: .reading)
    #expect(try raw.int("SELECT count(*) FROM post") == 3)
    #expect(
      try raw.texts("SELECT id FROM entity ORDER BY id") == [
        "airline/harad-air-lines-co", "bank/bank-of-umbar", "country/gondor", "country/mordor",
        "country/rohan",
        "law/gondor-act", "law/section-7-of-the-gondor-act", "organization/office-of-seals",
        "organization/treasury-of-gondor",
      ])
    #expect(try raw.int("SELECT count(*) FROM event") == 5)
    #expect(
      try raw.texts("SELECT target FROM designations WHERE status = 'negated'") == ["Harad Air Lines Co"])
  }

  @Test func aPostComesBackAsItWas() throws {
    let scratch = try Scratch()
    let sample = Sample(
      id: "odd", title: "Tit\u{0}le",
      text: "a\u{0}b \u{1B}[1m=HYPERLINK(\"x\") \u{202E}Harad Air,\r\n\u{FEFF}é",
      published: "2016-12/2017-01", names: [(.airline, "Harad Air", "harad")],
      claims: [(.designation, .possible, "HYPERLINK", nil, [(.target, "harad")])])
    let graph = try graph(scratch, [sample])
    #expect(try graph.post("odd") == sample.post)
    #expect(try graph.verify() == [])
    var query = PostQuery()
    query.words = "harad"
    #expect(try graph.posts(query)["mentions"] == [.int(1)])
  }

  @Test func theSamePostAgainChangesNothing() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    let before = try dump(graph)
    let counts = try graph.store(haradPosts.map(\.read), facts: gondorFacts, making: plainMaking)
    #expect(counts.unchanged == 3)
    #expect(counts.added + counts.changed + counts.refreshed == 0)
    #expect(try dump(graph) == before)
  }

  @Test func aChangedTextReplacesItsClaims() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    var changed = haradPosts[2]
    changed.text = "Rohan says nothing."
    changed.claims = []
    let counts = try graph.store([changed.read], facts: gondorFacts, making: plainMaking)
    #expect(counts.changed == 1)
    #expect(try graph.verify(making: plainMaking) == [])
    #expect(
      try graph.events(EventQuery()).table["event"] == [
        .text("designation"), .text("designation"), .text("designation"),
      ])
    #expect(try graph.entity("country/mordor") == nil)
    #expect(try dump(graph) == dump(Self.fresh([haradPosts[0], haradPosts[1], changed])))
  }

  @Test func otherRulesReadAPostAnew() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    var again = haradPosts[0]
    again.reader = "2"
    #expect(try graph.store([again.read], facts: gondorFacts, making: plainMaking).refreshed == 1)
    #expect(try graph.storedVersion(of: "p1")?.reader == "2")
    #expect(try graph.storedVersions()["p1"]?.sha256 == Graph.digest(of: again.post))
    #expect(try graph.verify(making: plainMaking) == [])
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func theOrderOfReadingDoesNotMatter(order: [Int]) throws {
    let scratch = try Scratch()
    let graph = try Graph(writingTo: scratch.file())
    for index in order { try graph.store([haradPosts[index].read], facts: gondorFacts, making: plainMaking) }
    #expect(try dump(graph) == dump(Self.fresh(haradPosts)))
    #expect(try graph.verify(making: plainMaking) == [])
  }

  @Test func removingAPostLeavesWhatTheOthersTell() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    #expect(try graph.remove(posts: ["p2", "nowhere"], making: plainMaking) == 1)
    #expect(try graph.entity("airline/harad-air")?.name == "Harad Air")
    #expect(try dump(graph) == dump(Self.fresh([haradPosts[0], haradPosts[2]])))
    try graph.remove(posts: ["p1", "p3"], making: plainMaking)
    #expect(try graph.entities().rows.isEmpty)
    #expect(try graph.verify(making: plainMaking) == [])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func entitiesThatWouldShareAnIdentifierAreToldApartByTheirKeys(order: [Int]) throws {
    let twins = ["a", "b"].map { key in
      Sample(
        id: "post-\(key)", text: "Arnor Trust failed.", names: [(.bank, "Arnor Trust", key)],
        claims: [(.designation, .actual, "failed", nil, [(.target, key)])])
    }
    let scratch = try Scratch()
    let graph = try Graph(writingTo: scratch.file())
    for index in order { try graph.store([twins[index].read], making: plainMaking) }
    let ids = try graph.entities()["entity_id"]
    #expect(ids.count == 2)
    #expect(ids.first == .text("bank/arnor-trust"))
    #expect(try graph.entity(.bank, key: "a")?.id == "bank/arnor-trust")
    #expect(try dump(graph) == dump(Self.fresh(twins)))
    try graph.remove(posts: ["post-a"], making: plainMaking)
    #expect(try graph.entity(.bank, key: "b")?.id == "bank/arnor-trust")
    #expect(try graph.verify(making: plainMaking) == [])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func aNameThatBecameFreeGoesToAnother(order: [Int]) throws {
    let first = Sample(id: "a", text: "Arnor Trust failed.", names: [(.bank, "Arnor Trust", "x")])
    let second = Sample(
      id: "b", text: "Arnor Trust of Bree is not Arnor Trust.",
      names: [(.bank, "Arnor Trust of Bree", "x"), (.bank, "Arnor Trust", "y")],
      claims: [(.designation, .actual, "not", nil, [(.target, "x"), (.target, "y")])])
    let scratch = try Scratch()
    let graph = try Graph(writingTo: scratch.file())
    for index in order { try graph.store([[first, second][index].read], making: plainMaking) }
    #expect(try graph.entity(.bank, key: "x")?.id == "bank/arnor-trust-of-bree")
    #expect(try graph.entity(.bank, key: "y")?.id == "bank/arnor-trust")
    #expect(try dump(graph) == dump(Self.fresh([first, second])))
    #expect(try graph.verify(making: plainMaking) == [])
  }

  @Test func aBatchIsStoredWholeOrNotAtAll() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    let before = try dump(graph)
    var broken = Sample(
      id: "p9", text: "Harad Air adopted nothing.", names: [(.airline, "Harad Air", "harad")]
    ).read
    broken.reading.mentions[0].span = TextSpan(5, 500)
    let good = Sample(id: "p8", text: "Nothing.").read
    let error = #expect(throws: GraphError.self) { try graph.store([good, broken], making: plainMaking) }
    #expect(error?.category == .badData)
    #expect(try dump(graph) == before)
    var wrongRole = Sample(
      id: "p9", text: "Harad Air adopted nothing.", names: [(.airline, "Harad Air", "harad")],
      claims: [(.adoption, .actual, "adopted", nil, [(.instrument, "harad")])])
    #expect(throws: GraphError.self) { try graph.store([good, wrongRole.read], making: plainMaking) }
    wrongRole.claims = []
    try graph.store([good, wrongRole.read], making: plainMaking)
  }

  @Test func whatDataKnowsNoMoreIsNamedAsThePostsNameIt() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    var again = haradPosts.map(\.self)
    for index in again.indices { again[index].reader = "2" }
    try graph.store(again.map(\.read), facts: [], making: plainMaking)
    #expect(try graph.entity("organization/treasury-of-gondor") == nil)
    #expect(try graph.names(of: "country/gondor")["source"] == [.text("post")])
    #expect(try dump(graph) == dump(Self.fresh(again, facts: [])))
  }

  static func fresh(_ samples: [Sample], facts: [EntityFacts] = gondorFacts) throws -> Graph {
    let graph = try Graph(writingTo: ":memory:")
    try graph.store(samples.map(\.read), facts: facts, making: plainMaking)
    return graph
  }
}
