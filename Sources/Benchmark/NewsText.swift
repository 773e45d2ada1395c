import Foundation
import Knowledge
import Model

/// News about nothing: sentences of templates whose words are drawn by a generator with a fixed seed.
struct NewsText {
  private var random = SeededGenerator(state: 0x5EED)
  private let subjects: [[String]]
  private let words: [String]
  private let givenNames: [String]
  private let countries: [String]

  private static let syllables = [
    "ar", "bel", "cor", "dan", "el", "far", "gil", "har", "im", "jor", "kel", "lor", "mar", "nor", "or",
    "pel",
    "quin", "ros", "sil", "tar", "ul", "ver", "wil", "yor", "zan", "ith", "and", "eth", "ond", "ale", "ius",
    "ina",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let days = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let businesses = [
    "Trading", "Industries", "Holdings", "Shipping Co.", "Group", "Bank", "Ltd.", "Energy Corp.",
  ]

  /// A generator of news with the sentences of `templates`, whose last subject is sanctions.
  init(templates: String, knowledge: Knowledge) {
    subjects = templates.components(separatedBy: "\n\n").map { block in
      block.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }.filter { !$0.isEmpty }
    var order = SeededGenerator(state: 1)
    words = knowledge.englishWords.filter { (4...11).contains($0.utf8.count) }.shuffled(using: &order)
    givenNames = knowledge.givenNames.map(\.capitalized)
    countries = knowledge.countries.map(\.name)
  }

  /// The next post: two subjects mixed, every fifth post about sanctions.
  mutating func post(_ number: Int) -> Post {
    var mixed = [subject(), subject()]
    if number % 5 == 0 { mixed[1] = subjects.count - 1 }
    let count = [6, 10, 16, 24, 40].randomElement(using: &random) ?? 10
    var text = ""
    var title = ""
    for place in 0..<count {
      let subject = subjects[mixed[Int.random(in: 0...1, using: &random)]]
      let sentence = filled(subject.randomElement(using: &random) ?? "")
      if place == 0 { title = String(sentence.prefix(60)) }
      text += sentence + (place % 3 == 2 ? "\n\n" : " ")
    }
    let day = Day.first(ofMonth: Int.random(in: 1...120, using: &random), in: 2010)
    return Post(id: "n\(number)", title: title, text: text, source: "benchmark", published: EDTF(day))
  }

  private mutating func subject() -> Int { Int.random(in: 0..<max(1, subjects.count - 1), using: &random) }

  private mutating func filled(_ template: String) -> String {
    var result = ""
    for (place, part) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard place > 0, let end = part.firstIndex(of: "}") else {
        result += part
        continue
      }
      result += value(of: part[..<end]) + part[part.index(after: end)...]
    }
    return result
  }

  private mutating func value(of slot: Substring) -> String {
    switch slot {
    case "person": pick(givenNames) + " " + name()
    case "company": name() + " " + pick(NewsText.businesses)
    case "city": name()
    case "country": pick(countries)
    case "number": String(Int.random(in: 20...990, using: &random))
    case "small": String(Int.random(in: 2...19, using: &random))
    case "weekday": pick(NewsText.days)
    case "month": pick(NewsText.months)
    case "season": pick(["spring", "summer", "autumn", "winter"])
    case "year": String(Int.random(in: 1990...2020, using: &random))
    default: common()
    }
  }

  /// A word, the first ones of the list far more often than the last, as in any language.
  private mutating func common() -> String {
    let share = Double.random(in: 0..<1, using: &random)
    return words.isEmpty ? "" : words[Int(Double(words.count) * share * share * share * share)]
  }

  private mutating func name() -> String {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in pick(NewsText.syllables) }.joined().capitalized
  }

  private mutating func pick(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }
}

/// A generator of random numbers that gives the same ones in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
