import Model
import Resolution
import Testing

@Suite("Which claims are about one event")
struct JoiningTests {
  @Test("Two posts on one act are one event, whether they name the office or the body it is part of")
  func sameAct() {
    #expect(
      grouped([
        claim("a", .designation, "harad-air", by: "office", on: "2016-12-02"),
        claim("b", .designation, "harad-air", by: "treasury", on: "2016-12-02"),
        claim("c", .designation, "harad-air", by: "gondor", on: "2016-12"),
      ]) == [["a", "b", "c"]])
  }

  @Test("Another authority, another day, another kind, another target or another law is another event")
  func differentActs() {
    #expect(
      grouped([
        claim("a", .designation, "harad-air", by: "treasury", under: "act", on: "2016-12-02"),
        claim("b", .designation, "harad-air", by: "rohan", under: "act", on: "2016-12-02"),
        claim("c", .designation, "harad-air", by: "treasury", under: "act", on: "2016-12-03"),
        claim("d", .delisting, "harad-air", by: "treasury", under: "act", on: "2016-12-02"),
        claim("e", .designation, "umbar-air", by: "treasury", under: "act", on: "2016-12-02"),
        claim("f", .designation, "harad-air", by: "treasury", under: "order", on: "2016-12-02"),
      ]).count == 6)
  }

  @Test("An act on several targets is one event with all of them")
  func manyTargets() throws {
    let found = try #require(
      event(
        claim("a", .designation, "harad-air", "umbar-air", by: "office", on: "2016-12-02"),
        claim("b", .designation, "umbar-air", "rhun-air", by: "treasury", on: "2016-12-02"),
        claim("c", .designation, "rhun-air", by: "treasury")))
    #expect(found.entities(in: .target) == ["airline/harad-air", "airline/rhun-air", "airline/umbar-air"])
    #expect(found.entities(in: .authority) == ["organization/office", "organization/treasury"])
    #expect(found.id == "designation/airline/harad-air/office/2016-12-02")
  }

  @Test("An undated claim joins the one event it can mean, and of two neither")
  func undated() {
    let first = claim("a", .designation, "harad-air", by: "treasury", on: "2015-01-05")
    let second = claim("b", .designation, "harad-air", by: "treasury", on: "2016-12-02")
    let vague = claim("c", .designation, "harad-air", by: "treasury")
    #expect(grouped([first, vague]) == [["a", "c"]])
    #expect(grouped([first, second, vague]) == [["a"], ["b"], ["c"]])
  }

  @Test("A post cannot tell as done what was still to come")
  func publication() {
    let later = claim("a", .designation, "harad-air", by: "treasury", on: "2018-01-05")
    let told = claim("b", .designation, "harad-air", by: "treasury", published: "2016-12-04")
    #expect(grouped([later, told]) == [["a"], ["b"]])
  }

  @Test("Undated claims of several posts on one act are one event")
  func allUndated() {
    #expect(
      grouped([
        claim("a", .designation, "harad-air", by: "rohan"),
        claim("b", .designation, "harad-air", by: "rohan"),
        claim("c", .designation, "harad-air", by: "treasury"),
      ]) == [["a", "b"], ["c"]])
  }

  @Test("A claim that names no authority joins only where one is left")
  func noAuthority() {
    let treasury = claim("a", .designation, "harad-air", by: "treasury", on: "2016-12-02")
    let rohan = claim("b", .designation, "harad-air", by: "rohan", on: "2016-12-02")
    let nobody = claim("c", .designation, "harad-air", on: "2016-12-02")
    #expect(grouped([treasury, nobody]) == [["a", "c"]])
    #expect(grouped([treasury, rohan, nobody]) == [["a"], ["b"], ["c"]])
  }

  @Test("A claim of the whole joins none of two parts, and never makes them one")
  func whole() {
    #expect(
      grouped([
        claim("a", .designation, "harad-air", by: "office", on: "2016-12-02"),
        claim("b", .designation, "harad-air", by: "ministry", on: "2016-12-02"),
        claim("c", .designation, "harad-air", by: "gondor", on: "2016-12-02"),
      ]) == [["a"], ["b"], ["c"]])
  }

  @Test("Two undated claims that exclude each other do not share a dated one without authority")
  func exclusion() {
    #expect(
      grouped([
        claim("a", .designation, "harad-air", on: "2016-12-02"),
        claim("b", .designation, "harad-air", by: "treasury"),
        claim("c", .designation, "harad-air", by: "rohan"),
      ]) == [["a"], ["b"], ["c"]])
  }

  @Test("A plan later told as done is one event, done")
  func plan() throws {
    let found = try #require(
      event(
        claim("a", .adoption, "act", by: "treasury", told: .planned, published: "2016-11-29"),
        claim("b", .adoption, "act", by: "treasury", on: "2016-11-30", basis: .knowledge)))
    #expect(found.status == .actual && found.date?.text == "2016-11-30" && found.basis == .knowledge)
  }

  @Test("A plan told after an act is another one")
  func laterPlan() {
    #expect(
      grouped([
        claim("a", .designation, "harad-air", by: "treasury", told: .planned, published: "2017-01-05"),
        claim("b", .designation, "harad-air", by: "treasury", on: "2016-12-02"),
      ]) == [["a"], ["b"]])
  }

  @Test("A failure to act is an event of its own beside what others did, and ends a plan")
  func failure() throws {
    let failed = claim("a", .designation, "harad-air", by: "rohan", told: .negated)
    let acted = claim("b", .designation, "harad-air", by: "treasury", on: "2016-12-02")
    let later = claim("c", .designation, "harad-air", by: "rohan", on: "2017-02-01")
    #expect(grouped([failed, acted, later]) == [["a"], ["b"], ["c"]])
    let dropped = try #require(
      event(failed, claim("d", .designation, "harad-air", by: "rohan", told: .planned)))
    #expect(dropped.status == .negated && dropped.date == nil && dropped.basis == nil)
  }

  @Test("Contradiction on one act of one day stays visible in one event")
  func contradiction() throws {
    let found = try #require(
      event(
        claim("a", .adoption, "act", by: "treasury", on: "2016-11-30"),
        claim("b", .adoption, "act", by: "treasury", told: .negated, on: "2016-11-30")))
    #expect(found.status == .actual && found.claims == ["a#adoption-0", "b#adoption-0"])
  }

  @Test("Weapons tests of one day are one, whatever dates them, and an undated one joins only a single test")
  func weaponsTests() {
    let known = claim("a", .weaponsTest, "mordor", on: "2016-09-09", basis: .knowledge)
    let told = claim("b", .weaponsTest, "mordor", on: "2016-09-09")
    let vague = claim("c", .weaponsTest, "mordor")
    #expect(grouped([known, told, vague]) == [["a", "b", "c"]])
    #expect(grouped([known, told, claim("d", .weaponsTest, "mordor", on: "2016-01-06"), vague]).count == 3)
  }

  @Test("Violations of one law by different actors are different")
  func violations() {
    #expect(
      grouped([
        claim("a", .violation, "act", by: "rohan"), claim("b", .violation, "act", by: "treasury"),
        claim("c", .violation, "act", by: "rohan", on: "2016"),
      ]) == [["a", "c"], ["b"]])
  }

  @Test("Claims without a target are one act only by authority and day")
  func untold() {
    #expect(
      grouped([
        claim("a", .designation, by: "treasury", on: "2016-12-02"),
        claim("b", .designation, by: "treasury", on: "2016-12-02"), claim("c", .designation, by: "treasury"),
        claim("d", .designation, by: "treasury"),
      ]) == [["a", "b"], ["c"], ["d"]])
  }
}
