import Model
import Resolution
import Testing

@Suite("What an event tells")
struct EventTests {
  @Test("The firmest date counts, then the shortest")
  func firmest() {
    let found = event(
      claim("a", .adoption, "act", by: "treasury", on: "2016-11", basis: .text),
      claim("b", .adoption, "act", by: "treasury", on: "2016-11-30", basis: .text),
      claim("c", .adoption, "act", by: "treasury", on: "2016-11-30", basis: .knowledge))
    #expect(found?.date?.text == "2016-11-30" && found?.basis == .knowledge)
    let list = event(
      claim("a", .designation, "harad-air", on: "2016-12-02"),
      claim("b", .designation, "harad-air", on: "2016-12", basis: .list))
    #expect(list?.date?.text == "2016-12" && list?.basis == .list)
  }

  @Test(
    "Without a date the post bounds the event, as far as its status lets it",
    arguments: [
      (Status.actual, "2016-12-04", "../2016-12-04"), (.planned, "2016-12-04", "2016-12-04/.."),
      (.possible, "2016-12-04", nil), (.negated, "2016-12-04", nil), (.actual, nil, nil),
      (.actual, "2016-12-01/2016-12-02", "../2016-12-02"),
      (.planned, "2016-12-01/2016-12-02", "2016-12-01/.."),
      (.actual, "2016-12-01/..", nil),
    ] as [(Status, String?, String?)])
  func bound(status: Status, published: String?, date: String?) {
    let found = event(claim("a", .designation, "harad-air", told: status, published: published))
    #expect(found?.date?.text == date && (found?.basis == .post) == (date != nil))
  }

  @Test("Several posts give the tightest bound, and a plan its start")
  func tightest() {
    let found = event(
      claim("a", .designation, "harad-air", published: "2016-12-04"),
      claim("b", .designation, "harad-air", published: "2016-12-02"),
      claim("c", .designation, "harad-air", told: .planned, published: "2016-11-20"))
    #expect(found?.date?.text == "2016-11-20/2016-12-02" && found?.basis == .post)
  }

  @Test("Claims stand in order of publication")
  func order() {
    let found = event(
      claim("b", .designation, "harad-air", published: nil), claim("c", .designation, "harad-air"),
      claim("d", .designation, "harad-air", published: "2016-12-02"))
    #expect(found?.claims == ["d#designation-0", "c#designation-0", "b#designation-0"])
  }

  @Test("Identifiers are readable, and what would share one is told apart by what it is")
  func identifiers() {
    let resolver = EventResolver(parts: gondor)
    func ids(_ claims: StoredClaim...) -> [String] { resolver.events(from: claims).map(\.id) }
    #expect(
      ids(claim("a", .weaponsTest, "mordor", on: "2016-09-09")) == ["weapons-test/airline/mordor/2016-09-09"])
    #expect(
      ids(claim("a", .designation, "harad-air", by: "gondor+office")) == [
        "designation/airline/harad-air/office/undated"
      ])
    #expect(
      ids(claim("a", .adoption, "act", on: "2016-11-27/2016-12-03")) == [
        "adoption/airline/act/2016-11-27--2016-12-03"
      ])
    #expect(
      ids(
        claim("a", .designation, "harad-air", by: "rohan", under: "act"),
        claim("b", .designation, "harad-air", by: "rohan", under: "order"))
        == [
          "designation/airline/harad-air/rohan/undated/act",
          "designation/airline/harad-air/rohan/undated/order",
        ])
    #expect(
      ids(
        claim("a", .designation, "harad-air", by: "rohan", told: .negated),
        claim("b", .designation, "harad-air", by: "rohan"))
        == [
          "designation/airline/harad-air/rohan/undated/actual",
          "designation/airline/harad-air/rohan/undated/negated",
        ])
    #expect(
      ids(claim("a", .designation, by: "rohan"), claim("b", .designation, by: "rohan")) == [
        "designation/untold/rohan/undated/a#designation-0",
        "designation/untold/rohan/undated/b#designation-0",
      ])
  }

  @Test("Parts of parts are parts, and a circle of parts ends")
  func parts() {
    #expect(gondor.isPart("organization/office", of: "organization/gondor"))
    #expect(!gondor.isPart("organization/gondor", of: "organization/office"))
    let circle = PartRelations([("a", "b"), ("b", "a"), ("c", "c")])
    #expect(circle.isPart("a", of: "b") && circle.isPart("b", of: "a") && !circle.isPart("c", of: "c"))
  }
}
