import Extraction
import Model
import Testing

struct ReadingTests {
  func read(_ text: String, published: String = "2018-05-27") -> PostReading {
    let post = Post(id: "p", title: "", text: text, source: "test", published: EDTF(published))
    return EventLexiconTests.extractor.read(post, explaining: true)
  }

  func names(_ reading: PostReading, _ claim: Claim, _ role: Role) -> [String] {
    claim.participants.filter { $0.role == role }.map { reading.entities[$0.entity].name }
  }

  @Test(arguments: [
    ("The bank was designated on Friday by OFAC, the Bank of Lebennin.", EntityKind.bank, "Bank of Lebennin"),
    ("Belfalas Shipping Co., Ltd. sailed on.", .company, "Belfalas Shipping Co., Ltd."),
    ("The Security Council adopted UNSCR 2270.", .resolution, "UNSCR 2270"),
    ("Treasury acted under Executive Order 13722.", .law, "E.O. 13722"),
  ])
  func namesThatNoListHoldsAreFoundByForm(text: String, kind: EntityKind, name: String) {
    let found = read(text).entities
    #expect(found.contains { $0.kind == kind && $0.name == name }, "\(found)")
  }

  @Test(arguments: [
    (
      "The Iran, North Korea, and Syria Nonproliferation Act applies.",
      ["Iran, North Korea, and Syria Nonproliferation Act"]
    ),
    ("It broke EU Regulation 833/2014 and Regulation (EU) No 833/2014.", ["EU Regulation 833/2014"]),
    ("He was charged under 18 U.S.C. §§ 1956 and so on.", ["18 U.S.C. § 1956"]),
    ("The Marshall Plan and the Rule of Law are no names, nor is the Topol-M missile.", []),
  ])
  func knownPhrasesAreReadWhole(text: String, names: [String]) {
    #expect(read(text).entities.map(\.name) == names)
  }

  @Test func activePassiveAndNominalTellTheSame() throws {
    for text in [
      "OFAC designated Arnor Trust Bank under E.O. 13722 on May 23, 2018.",
      "Arnor Trust Bank was designated by OFAC under E.O. 13722 on May 23, 2018.",
      "The designation of Arnor Trust Bank by OFAC under E.O. 13722 on May 23, 2018 drew notice.",
    ] {
      let reading = read(text)
      let claim = try #require(reading.claims.first, "\(text)")
      #expect(claim.kind == .designation)
      #expect(names(reading, claim, .target) == ["Arnor Trust Bank"], "\(text)")
      #expect(names(reading, claim, .authority) == ["Office of Foreign Assets Control"], "\(text)")
      #expect(names(reading, claim, .instrument) == ["E.O. 13722"], "\(text)")
      #expect(claim.date?.description == "2018-05-23", "\(text)")
      #expect(claim.status == .actual)
    }
  }

  @Test(arguments: [
    ("OFAC designated Arnor Trust Bank.", Status.actual), ("OFAC will designate Arnor Trust Bank.", .planned),
    ("OFAC plans to designate Arnor Trust Bank.", .planned),
    ("OFAC may designate Arnor Trust Bank.", .possible),
    ("OFAC did not designate Arnor Trust Bank.", .negated),
    ("OFAC refused to designate Arnor Trust Bank.", .negated),
    ("OFAC’s failure to designate Arnor Trust Bank was noted.", .negated),
    ("Senators urged OFAC to designate Arnor Trust Bank.", .possible),
    ("Could OFAC designate Arnor Trust Bank?", .possible),
    ("OFAC decided to designate Arnor Trust Bank.", .actual),
    ("OFAC should have designated Arnor Trust Bank.", .negated),
  ])
  func statusFollowsCues(text: String, status: Status) throws {
    #expect(try #require(read(text).claims.first).status == status, "\(text)")
  }

  @Test(arguments: [
    ("On Friday OFAC acted.", "2018-05-25"), ("It acts next month.", "2018-06"),
    ("The law of 28 April 2015 holds.", "2015-04-28"), ("It fell in the 1990s.", "199X"),
    ("It acted last week.", "2018-05-20/2018-05-26"), ("It happened from 2011 to 2013.", "2011/2013"),
    ("It ends in fiscal year 2017.", "2016-10/2017-09"),
  ])
  func timesAreResolvedFromThePostsDate(text: String, value: String) {
    #expect(read(text).times.map(\.value.description) == [value])
  }

  @Test(arguments: [
    (
      "OFAC designated Arnor Trust Bank in 2012 and Gondor Shipping in 2014.",
      [
        "2012 Arnor Trust Bank by Office of Foreign Assets Control",
        "2014 Gondor Shipping by Office of Foreign Assets Control",
      ]
    ),
    (
      "Arnor Trust Bank was blacklisted in May 2017, Harad Air in June 2017 and Gondor Shipping last month.",
      ["2017-05 Arnor Trust Bank by ", "2017-06 Harad Air by ", "2018-04 Gondor Shipping by "]
    ),
    (
      "Arnor Trust Bank was listed by the European Union in 2012 and by Japan in 2014.",
      ["2012 Arnor Trust Bank by European Union", "2014 Arnor Trust Bank by Japan"]
    ),
    (
      "Arnor Trust Bank and Harad Air were designated in 2012 and 2014, respectively.",
      ["2012 Arnor Trust Bank by ", "2014 Harad Air by "]
    ),
    (
      "OFAC designated Arnor Trust Bank in 2012, and in 2014 Gondor Shipping moved to Umbar.",
      ["2012 Arnor Trust Bank by Office of Foreign Assets Control"]
    ),
    (
      "OFAC designated Arnor Trust Bank in 2012 and Gondor Shipping in 2014 closed its office.",
      ["2012 Arnor Trust Bank by Office of Foreign Assets Control"]
    ),
  ])
  func eachPartyWithATimeOfItsOwnHasAnActOfItsOwn(text: String, acts: [String]) {
    let reading = read(text)
    let found = reading.claims.map { claim in
      let (targets, authorities) = (names(reading, claim, .target), names(reading, claim, .authority))
      let date = claim.date?.description ?? ""
      return "\(date) \(targets.joined(separator: ", ")) by \(authorities.joined(separator: ", "))"
    }
    #expect(found == acts)
  }

  @Test func withoutADateOfThePostARelativeTimeHasNoValue() {
    let post = Post(id: "p", title: "", text: "OFAC acted last week.", source: "test")
    #expect(EventLexiconTests.extractor.read(post).times.isEmpty)
  }

  @Test func offsetsCountCodePoints() throws {
    let text = "Café 🛳 — OFAC designated Arnor Trust Bank."
    let mention = try #require(read(text).mentions.last)
    let points = Array(text.unicodeScalars)[mention.span.start..<mention.span.end]
    #expect(String(String.UnicodeScalarView(points)) == "Arnor Trust Bank")
  }

  @Test func everyClaimSaysWhy() throws {
    let claim = try #require(read("OFAC may designate Arnor Trust Bank.").claims.first)
    #expect(Set(claim.evidence.map(\.part)).isSuperset(of: [.trigger, .authority, .target, .status]))
  }

  @Test(arguments: ["", "\n\n\n", "((((", "\u{0}\u{202E}", "the the the", "’s’s’s", "2016 2016 2016/", "…"])
  func strangeTextsAreReadInPeace(text: String) {
    #expect(read(text).claims.isEmpty)
  }
}
