import Graph
import Model
import SQLite
import Testing

@Suite struct QueryTests {
  let scratch: Scratch
  let graph: Graph

  init() throws {
    scratch = try Scratch()
    graph = try GraphTests.graph(scratch)
  }

  private func targets(_ change: (inout EventQuery) -> Void) throws -> [String] {
    var query = EventQuery()
    change(&query)
    return try graph.events(query).table["target"].map { $0.values.joined(separator: "; ") }
  }

  private func kinds(_ change: (inout EventQuery) -> Void) throws -> [String] {
    var query = EventQuery()
    change(&query)
    return try graph.events(query).table["event"].flatMap(\.values)
  }

  @Test func thereIsARowAnEventAndTarget() throws {
    let table = try graph.events(EventQuery()).table
    #expect(table.columns == EventQuery.columns)
    #expect(
      table["date"].map { $0.values.first ?? "-" } == [
        "2016-09-09", "2016-12-02", "../2016-12-05", "../2016-12-05", "-", "-",
      ])
    let row = table.rows[1]
    #expect(
      row == [
        .text("designation"), .text("actual"), .text("2016-12-02"), .list(["Office of Seals"]),
        .text("Harad Air Lines Co"), .text("airline"), .list(["section 7 of the Gondor Act"]), .int(1),
        .text("p1"),
        .text("2016-12-04"), .text("https://example.org/p1"),
        .text("Blocking\n\nThe Office of Seals blocked Harad Air under section 7 of the Gondor Act."),
        .list([]),
        .text("text"), .text("designation/airline/harad-air-lines-co/2016-12-02/actual"),
        .text("airline/harad-air-lines-co"), .list(["organization/office-of-seals"]), .text("test"),
      ])
  }

  @Test func whoIsNamedTakesPartAndWhereItIsATargetOnlyItsRowsAreGiven() throws {
    #expect(
      try targets { $0.participants = [["bank/bank-of-umbar"]] } == ["Bank of Umbar"])
    #expect(
      try targets { $0.participants = [["airline/harad-air-lines-co"], ["country/gondor"]] } == [
        "Harad Air Lines Co"
      ])
    #expect(
      try targets { $0.participants = [["country/gondor"]] } == [
        "Bank of Umbar", "Harad Air Lines Co", "Mordor",
      ])
    #expect(try targets { $0.participants = [["country/mordor"]] } == ["", "Mordor"])
  }

  @Test func anAuthorityTakesItsParts() throws {
    #expect(try kinds { $0.authorities = ["country/gondor"] }.count == 4)
    #expect(try targets { $0.authorities = ["organization/treasury-of-gondor"] } == ["Harad Air Lines Co"])
    #expect(
      try targets {
        $0.authorities = ["organization/treasury-of-gondor"]
        $0.isExact = true
      } == [])
    #expect(try targets { $0.instruments = ["law/gondor-act"] } == ["Harad Air Lines Co"])
  }

  @Test func theBankOfACountryIsNotItsAuthority() throws {
    let bank = EntityFacts(
      id: "bank/umbar", kind: .bank, name: "Umbar Trust", key: "ut", country: "country/gondor")
    let post = Sample(
      id: "p4", text: "Umbar Trust dropped Shire Foods.",
      names: [(.bank, "Umbar Trust", "ut"), (.company, "Shire Foods", "shire")],
      claims: [(.designation, .actual, "dropped", nil, [(.target, "shire"), (.authority, "ut")])])
    try graph.store([post.read], facts: gondorFacts + [bank], making: plainMaking)
    #expect(try targets { $0.authorities = ["country/gondor"] }.contains("Shire Foods") == false)
    #expect(try targets { $0.authorities = ["bank/umbar"] } == ["Shire Foods"])
  }

  @Test func otherFiltersTakeWhatTheySay() throws {
    #expect(try targets { $0.targetKinds = [.bank] } == ["Bank of Umbar"])
    #expect(try targets { $0.targets = ["country/mordor"] } == ["Mordor"])
    #expect(try kinds { $0.actors = ["country/mordor"] } == ["weapons-test"])
    #expect(try kinds { $0.kinds = [.restriction, .weaponsTest] } == ["weapons-test", "restriction"])
    #expect(try kinds { $0.statuses = [.negated] } == ["designation"])
    #expect(try kinds { $0.post = "p3" } == ["weapons-test", "designation", "restriction"])
    #expect(try kinds { $0.limit = 1 } == ["weapons-test"])
  }

  @Test func datesMatchByOverlapAndBoundsOnlyWhereTheyAreWanted() throws {
    var query = EventQuery()
    query.on = EDTF("2016-12")
    #expect(try graph.events(query).table["post"] == [.text("p1")])
    #expect(try graph.events(query).undatedCount == 3)
    query.includesUndated = true
    #expect(try graph.events(query).table.rows.count == 5)
    #expect(try graph.events(query).undatedCount == 0)
    #expect(try kinds { $0.to = EDTF("2016-11") } == ["weapons-test"])
    #expect(try kinds { $0.from = EDTF("2016-12-03") } == [])
    #expect(
      try kinds {
        $0.from = EDTF("2016-09-01")
        $0.to = EDTF("2016-09-30")
      } == ["weapons-test"])
  }

  @Test func asOfADayThoseWhoWereTakenOffAreGone() throws {
    let delisting = Sample(
      id: "p5", text: "The Treasury of Gondor removed Harad Air.", published: "2017-02-01",
      names: [(.organization, "Treasury of Gondor", "treasury"), (.airline, "Harad Air", "harad")],
      claims: [
        (.delisting, .actual, "removed", "2017-01-31", [(.target, "harad"), (.authority, "treasury")])
      ])
    try graph.store([delisting.read], facts: gondorFacts, making: plainMaking)
    let asOf = { (day: String) in try targets { $0.asOf = EDTF(day) } }
    #expect(try asOf("2016-12-01") == [])
    #expect(try asOf("2016-12-04") == ["Harad Air Lines Co"])
    #expect(try asOf("2016-12-31") == ["Harad Air Lines Co", "Bank of Umbar", "Harad Air Lines Co"])
    #expect(try asOf("2017-02") == ["Bank of Umbar"])
  }

  @Test func claimsAreGivenOneByOne() throws {
    let again = Sample(
      id: "p6", text: "Harad Air was blocked.", published: "2016-12-09",
      names: [(.airline, "Harad Air", "harad")],
      claims: [(.designation, .actual, "blocked", "2016-12-02", [(.target, "harad")])])
    try graph.store([again.read], facts: gondorFacts, making: plainMaking)
    var query = EventQuery()
    query.on = EDTF("2016-12-02")
    #expect(try graph.events(query).table["posts"] == [.int(2)])
    query.showsClaims = true
    let table = try graph.events(query).table
    #expect(table["post"] == [.text("p1"), .text("p6")])
    #expect(table["authority"] == [.list(["Office of Seals"]), .list([])])
    #expect(table["target"] == [.list(["Harad Air Lines Co"]), .list(["Harad Air Lines Co"])])
  }

  @Test func rowsAreSortedAndCountedByAColumn() throws {
    #expect(
      try kinds { $0.sort = [EventQuery.Sort("event", isDescending: true)] }.first == "weapons-test")
    var query = EventQuery()
    query.countBy = "authority"
    #expect(
      try graph.events(query).table
        == Table(
          columns: ["authority", "count"],
          rows: [
            [.text("Gondor"), .int(3)], [.null, .int(1)], [.text("Office of Seals"), .int(1)],
            [.text("Rohan"), .int(1)],
          ]))
    query.countBy = "colour"
    #expect(throws: GraphError.self) { try graph.events(query) }
  }

  @Test func theTimelineHasOneRowAnEvent() throws {
    let table = try graph.timeline(EventQuery()).table
    #expect(table.rows.count == 5)
    #expect(table["target"][2] == .list(["Bank of Umbar", "Harad Air Lines Co"]))
  }
}
