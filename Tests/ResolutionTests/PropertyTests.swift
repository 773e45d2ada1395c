import Model
import Resolution
import Testing

@Suite("Events are a function of the set of claims")
struct PropertyTests {
  /// Numbers that look random and are the same every time.
  struct Noise: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static let resolver = EventResolver(parts: gondor)

  /// Claims on few names and days, so that they meet often.
  static func claims(_ count: Int, _ noise: inout Noise, dated: Bool? = nil) -> [StoredClaim] {
    let names = ["harad-air", "umbar-air", "rhun-air", "arnor-air"]
    let doers: [String?] = [nil, "office", "treasury", "gondor", "ministry", "rohan", "rohan+gondor"]
    let dates: [String?] = [
      nil, "2016-12-02", "2016-12-02", "2016-12-05", "2016-12", "2016", "2015", "2016-12-01/2016-12-05",
      "2016-11/..",
    ]
    let published: [String?] = [
      nil, "2015-06-01", "2016-12-02", "2016-12-04", "2017", "2016-12-04/2016-12-06",
    ]
    return (0..<count).map { number in
      var day = dates.randomElement(using: &noise) ?? nil
      if dated == true, day == nil { day = "2016-12-02" }
      if dated == false { day = nil }
      let kind =
        [EventKind.designation, .violation, .weaponsTest].randomElement(using: &noise) ?? .designation
      let name = names.randomElement(using: &noise) ?? ""
      let doer = doers.randomElement(using: &noise) ?? nil
      let status = Status.allCases.randomElement(using: &noise) ?? .actual
      let basis = [DateBasis.text, .knowledge].randomElement(using: &noise) ?? .text
      let post = published.randomElement(using: &noise) ?? nil
      var result = claim(
        "p\(number)", kind, name, by: doer, told: status, on: day, basis: basis, published: post)
      if result.kind == .designation, Int.random(in: 0..<4, using: &noise) == 0 {
        result.participants.append(
          StoredParticipant(role: .target, entity: "airline/" + (names.randomElement(using: &noise) ?? "")))
      }
      return result
    }
  }

  @Test("Claims in another order, or given twice, make the same events", arguments: 1...150)
  func order(seed: Int) {
    var noise = Noise(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let claims = Self.claims(24, &noise)
    let events = Self.resolver.events(from: claims)
    for _ in 0..<4 {
      #expect(Self.resolver.events(from: (claims + claims.prefix(5)).shuffled(using: &noise)) == events)
    }
  }

  @Test("Every claim is in one event of its kind, and no two events share an identifier", arguments: 1...100)
  func partition(seed: Int) {
    var noise = Noise(state: UInt64(seed) &* 0xD1B5_4A32_D192_ED03)
    let claims = Self.claims(40, &noise)
    let events = Self.resolver.events(from: claims)
    #expect(events.flatMap(\.claims).sorted() == claims.map(\.id).sorted())
    #expect(Set(events.map(\.id)).count == events.count)
    #expect(events.allSatisfy { ($0.date == nil) == ($0.basis == nil) })
  }

  @Test("Undated claims neither join nor part what dated claims tell", arguments: 1...150)
  func undatedNeverBridges(seed: Int) {
    var noise = Noise(state: UInt64(seed) &* 0xA24B_AED4_963E_E407)
    let dated = Self.claims(14, &noise, dated: true)
    let undated = Self.claims(6, &noise, dated: false).map { claim in
      var claim = claim
      claim.id = "u" + claim.id
      return claim
    }
    let before = Self.resolver.events(from: dated).map { Set($0.claims) }
    let names = Set(dated.map(\.id))
    let after = Self.resolver.events(from: dated + undated).map { names.intersection($0.claims) }
    #expect(Set(after.filter { !$0.isEmpty }) == Set(before))
  }

  @Test("The events of a component are the same by themselves", arguments: 1...60)
  func components(seed: Int) {
    var noise = Noise(state: UInt64(seed) &* 0x9FB2_1C65_1E98_DF25)
    let claims = Self.claims(20, &noise)
    let all = Self.resolver.events(from: claims)
    var reached = Set(EventResolver.keys(of: claims[0]))
    var component: [StoredClaim] = []
    while true {
      let next = claims.filter { !reached.isDisjoint(with: EventResolver.keys(of: $0)) }
      if next.count == component.count { break }
      component = next
      for claim in component { reached.formUnion(EventResolver.keys(of: claim)) }
    }
    let ids = Set(component.map(\.id))
    #expect(Self.resolver.events(from: component) == all.filter { !ids.isDisjoint(with: $0.claims) })
  }

  @Test("Many claims on one target are resolved in little time")
  func manyClaims() {
    let claims = (0..<20_000).map { number in
      let day = number % 2 == 0 ? Day(number: Int32(number % 5000)).text : nil
      return claim("p\(number)", .restriction, "mordor", by: number % 3 == 0 ? "rohan" : "office", on: day)
    }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(Self.resolver.events(from: claims).count > 1000) }
    #expect(time < .seconds(30))
  }
}
