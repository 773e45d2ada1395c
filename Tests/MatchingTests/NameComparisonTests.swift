import Matching
import Model
import Testing

@Suite("Comparing names")
struct NameComparisonTests {
  static let words = ComparisonWords(
    legalForms: ["ltd", "limited", "llc", "co", "company", "corporation", "gmbh"],
    legalWords: ["joint", "stock", "public", "company"],
    commonWords: ["trading", "general", "shipping", "bank", "trust", "international"],
    particles: ["al", "bin", "van"],
    titles: ["dr", "haji"],
    spellings: ComparisonWords.Spellings(
      person: [
        "ahmed": "ahmad", "ahmad": "ahmad", "axmed": "ahmad", "hashemi": "hashimi", "kazemi": "kazemi",
        "karim": "karim", "karimi": "karimi", "khalil": "khalil", "rahimi": "rahimi", "bill": "william",
        "william": "william",
      ],
      company: ["intl": "international", "international": "international"],
      numeral: ["iii": "3", "iv": "4"], last: ["i": "1"], ship: ["seventeen": "17"]))

  func compare(_ left: String, _ right: String, _ kind: EntityKind? = nil) -> NameComparison {
    NameComparison(
      ComparableName(left, kind: kind, words: NameComparisonTests.words),
      ComparableName(right, kind: kind, words: NameComparisonTests.words), kind: kind)
  }

  @Test(
    "One name in two spellings",
    arguments: [
      (EntityKind.person, "Meriadoc Brandybuck", "BRANDYBUCK, Meriadoc"),
      (.person, "Meriadoc Brandybuck", "Meriadok Brandibuck"),
      (.person, "Meriadoc T. Brandybuck", "Meriadoc Took Brandybuck"),
      (.person, "Meriadoc Brandybuck", "Meriadoc Took Brandybuck"),
      (.person, "Pak Chong-su", "PARK, Jong Soo"),
      (.person, "Ri Yong Ho", "Lee Yong-ho"),
      (.person, "Choe Song Min", "Choi Seong-min"),
      (.person, "Gandalf al Mithran", "Gandalf Mithran"),
      (.person, "Samwise Gamgee", "Samwsie Gamgee"),
      // A letter mistyped in a short word, where all others agree.
      (.person, "Pak Chong Su", "Pak Cong Su"), (.person, "Mithran Tuk", "Mithran Tku"),
      (.person, "Grigori Saruman-Lavrov", "Grigory Saruman Lavroff"),
      (.company, "Arnor Trading Co., Ltd.", "ARNOR TRADING COMPANY LIMITED"),
      (.company, "Arnor Trading", "Arnor Trading LLC"),
      (.company, "Public Joint Stock Company Erebor Steel", "Erebor Steel"),
      (.person, "Abdul Rahman Mithran", "Abdurrahman Mithran"),
      (.person, "Mithran, 'Abd al-Wahhab", "Abdul-Wahab Mithran"),
      (.person, "Abdelmalek Tuk", "Tuk, Abd el Malik"),
      (.person, "Abdirahman Tuk Mithran", "Tuk Mithran, Abd al-Rahman"),
      (.person, "Abu Bakr Mithran", "Abubakar Mithran"),
      (.person, "Mithran, El Hassan", "Al-Hassan Mithran"),
      // Names that many have may miss one in the middle.
      (.person, "Ahmed Khalil", "Khalil, Ahmad Mithran"), (.person, "Ahmed Karimi", "Ahmad Mithran Karimi"),
      (.person, "J. Tuk", "Jarlath Tuk"),
      // One name in many spellings, its short form, titles aside.
      (.person, "Axmed Mithran", "Mithran, Ahmad"), (.person, "William Tuk", "Bill Tuk"),
      (.person, "Haji Mithran Tuk", "Mithran Tuk"), (.person, "Hsu Mithran", "Xu Mithran"),
      (.person, "Nguyễn Mithran", "Nguyen Mithran"), (.person, "Müller Tuk", "Mueller Tuk"),
      (.company, "El-Mithran Trading", "Al Mithran Trading"),
      (.company, "Erebor Int'l Holdings", "Erebor International Holdings"),
      (.company, "Orthanc Dwarrow Mining Enterprise", "ODME"), (.company, "Bank of Arnor", "Arnor Bank"),
      // Ships are numbered in digits, in Roman numerals and in words.
      (.vessel, "Palandir IV", "MT Palandir 4"), (.vessel, "Palandir I", "Motor Tanker Palandir 1"),
      (.vessel, "Palandir Seventeen", "Palandir 17"),
      (.person, "Han U Song", "Han, U-song"),
      (.bank, "Arnor Trust Bank", "The Arnor Trust Bank"),
      (.company, "Khazaddum General Corporation", "Khazad Dum General Corp"),
      (.vessel, "M/V Palandir 3", "PALANDIR 3"),
    ]) func spellings(kind: EntityKind, left: String, right: String)
  {
    let found = compare(left, right, kind)
    #expect(found.score >= NameComparison.threshold, "\(found.reasons)")
    #expect(abs(found.score - compare(right, left, kind).score) < 0.001)
  }

  @Test(
    "Two names that look alike",
    arguments: [
      (EntityKind.person, "Meriadoc Brandybuck", "Peregrin Brandybuck"),
      (.person, "Meriadoc", "Meriadoc Brandybuck"),
      (.person, "Ri Yong Ho", "Kim Yong Ho"), (.person, "Kim Song", "Kim Jin-song"),
      (.person, "Jeon Chun-yong", "Jon Jin Yong"), (.person, "Jong Un-hyon", "Jang U Hyon"),
      // "Servant of the Merciful" is a given name, which many have.
      (.person, "Abd al-Rahman", "Abdul Rahman Mithran Tuk"), (.person, "Abdallah Tuk", "Abdul Rahman Tuk"),
      (.person, "Samwise Gamgee", "Hamfast Gamgee"),
      // One name, whatever belongs to it.
      (.person, "Gandalf al-Mithran", "al-Mithran"), (.person, "Abdul Rahman Tuk", "Rahman, Abdur"),
      // Names that many have: none is another's misspelling, and two are too few for a longer name.
      (.person, "Ahmed Rahimi", "Ahmed Karimi"), (.person, "Ahmed Hashemi", "Kazemi, Ahmed"),
      (.person, "Ahmed Khalil", "Khalil Ahmed Mithran"), (.person, "Ahmed Khalil Tuk", "Khalil, Ahmed"),
      (.person, "Karima Mithran", "Mithran, Karim"), (.person, "Ivan Petrovich Tuk", "Ivan Pavlovich Tuk"),
      (.company, "Erebor Holdings III", "Erebor Holdings IV"),
      (.company, "Orthanc Dwarrow Mining Group", "ODMX"),
      (.company, "Erebor Freight", "Erebor Flight"), (.vessel, "Palandir IV", "Palandir 6"),
      (.company, "Arnor General Trading", "Gondor General Trading"),
      (.company, "Arnor Trading", "Arnor Shipyard"),
      (.company, "Joint Stock Company Erebor", "Joint Stock Company Orthanc"),
      (.bank, "Arnor Trust Bank", "Gondor Trust Bank"),
      (.vessel, "Palandir 3", "Palandir 4"),
      (.company, "Directorate 12", "Directorate 21"),
    ]) func lookalikes(kind: EntityKind, left: String, right: String)
  {
    let found = compare(left, right, kind)
    #expect(found.score < NameComparison.threshold, "\(found.score) \(found.reasons)")
  }

  @Test func everyWordHasAReason() {
    #expect(
      compare("Meriadoc T. Brandybuck", "Brandibuck, Meriadoc Took", .person).reasons
        == ["meriadoc =", "t ~ took (initial 0.75)", "brandybuck ~ brandibuck (sound 0.94)"])
    #expect(
      compare("Palandir 3", "Palandir 4", .vessel).reasons
        == ["palandir =", "3 missing in b", "4 missing in a", "numbers differ"])
  }

  @Test func aNameWithoutLettersIsLikeNone() {
    #expect(compare("—", "Meriadoc").score == 0)
    #expect(compare("—", "…").reasons == ["a name has no letters"])
  }

  @Test func theQuickLookNeverMissesWhatComparisonFinds() {
    let names = [
      "Meriadoc Brandybuck", "Meriadok Brandibuck", "Brandybuck M.", "Pak Chong-su", "Park Jongsoo",
      "Ri Yong Ho",
      "Lee Yongho", "Arnor Trading Co", "Arnor Trading", "Khazaddum", "Khazad Dum", "Palandir 3", "Palandir",
      "Samwise Gamgee", "Samwsie Gamgi", "Mithran", "Mithrann al Gandalf",
    ]
    for kind in [EntityKind.person, .company, .vessel] {
      for (left, right) in names.flatMap({ left in names.map { (left, $0) } }) {
        let (a, b) = (
          ComparableName(left, kind: kind, words: NameComparisonTests.words),
          ComparableName(right, kind: kind, words: NameComparisonTests.words)
        )
        guard NameComparison(a, b, kind: kind).score >= NameComparison.threshold else { continue }
        #expect(NameComparison.mayReach(NameComparison.threshold, a, b), "\(left) and \(right)")
      }
    }
  }
}
