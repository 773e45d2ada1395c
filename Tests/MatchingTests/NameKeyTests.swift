import Matching
import Model
import Testing

@Suite("Keys of names")
struct NameKeyTests {
  @Test(
    "Spellings of one name share a key",
    arguments: [
      (
        EntityKind.airline, ["Harad Air", "HARAD AIR", "Harad-Air", "“Harad Air”", "The Harad Air Co., Ltd."]
      ),
      (.organization, ["U.S. Treasury", "US Treasury", "u.s.  treasury"]),
      (.organization, ["Ministry of the Interior of Gondor", "Ministry of Interior of Gondor"]),
      (
        .company,
        ["Arnor Trading Co., Ltd.", "Arnor Trading Company Limited", "Arnor Trading Co.Ltd", "ARNOR TRADING"]
      ),
      (.company, ["Minas & Tirith S.A.", "Minas and Tirith SA", "Minas and Tirith S. A."]),
      (.company, ["OOO Erebor", "Erebor LLC", "Erebor Limited Liability Company", "JSC Erebor"]),
      (
        .company,
        ["Joint Stock Company Erebor Steel", "Erebor Steel JSC", "Erebor Steel Public Joint Stock Company"]
      ),
      (.bank, ["Bank of Eriador", "Bank of Eriador Limited", "Bank of Eriador Corp."]),
      (.vessel, ["M/V Orthanc 8", "MV ORTHANC 8", "Orthanc No. 8", "Orthanc-8"]),
      (
        .resolution,
        [
          "UNSCR 9321", "Resolution 9321", "U.N. Security Council Resolution 9321 (2016)",
          "S/RES/9321 (2016)",
        ]
      ),
      (.law, ["E.O. 99722", "Executive Order 99722", "EO 99722", "Executive Order No. 99722"]),
      (
        .law,
        [
          "section 311 of the Shire Act", "Shire Act section 311", "Section 311, Shire Act",
          "Sec. 311 of the Shire Act",
        ]
      ),
      (.law, ["99 CFR 510", "99 C.F.R. part 510"]),
      (.person, ["Thorin Durin", "DURIN, Thorin", "DURIN Thorin", "Thorin DURIN"]),
      (.person, ["Nicolás Baggins", "Nicolas Baggins", "NICOLÁS BAGGINS"]),
    ])
  func same(kind: EntityKind, names: [String]) {
    #expect(
      Set(names.map { NameKey($0, kind: kind) }).count == 1, "\(names.map { NameKey($0, kind: kind).text })")
  }

  @Test(
    "Different names keep different keys",
    arguments: [
      (EntityKind.vessel, ["Orthanc 8", "Orthanc 9", "Orthanc 1 1", "Orthanc 11", "Orthanc"]),
      (.company, ["Arnor Trading", "Arnor Trading General Corporation", "Arnor Trade"]),
      (.company, ["Company", "Limited"]),
      (.resolution, ["UNSCR 9321", "UNSCR 9270", "General Assembly Resolution 9321"]),
      (.law, ["section 311 of the Shire Act", "section 312 of the Shire Act", "Shire Act"]),
      (.law, ["E.O. 99722", "E.O. 99723", "section 5 of E.O. 99722"]),
      (.person, ["Thorin Durin", "Dain Durin", "Durin"]),
    ])
  func different(kind: EntityKind, names: [String]) {
    #expect(Set(names.map { NameKey($0, kind: kind) }).count == names.count)
  }

  @Test("A name keeps a key even where all of it could be left out")
  func neverEmpty() {
    #expect(NameKey("Co., Ltd.", kind: .company).text == "co")
    #expect(NameKey("Resolution", kind: .resolution).text == "resolution")
    #expect(NameKey("—", kind: .company).text.isEmpty)
    #expect(NameKey("高麗航空", kind: .airline).text == "高麗航空")
  }
}

@Suite("Keys of Korean and Chinese persons")
struct PersonKeyTests {
  @Test(
    "Romanisations and orders of one name share a key",
    arguments: [
      [
        "Kim Jong-un", "Kim Jong Un", "KIM Jong Un", "KIM, Jong Un", "Kim Jongun", "Kim Jeong-eun",
        "Kim Chŏng-ŭn", "Jong-un Kim", "Jong Un Kim",
      ],
      ["Kim Jong-il", "Kim Chong-il", "Kim Jeong-il", "KIM Jongil"],
      [
        "Choe Ryong-hae", "Choi Ryong-hae", "Ch'oe Ryong-hae", "Choe Ryong Hae", "Choi Ryonghae",
        "CHOE, Ryong Hae",
      ],
      ["Hwang Pyong-so", "Hwang Byong-so", "Hwang Pyong So", "Hwang Byung-seo"],
      ["Jang Song-thaek", "Jang Song Thaek", "Chang Song-taek", "Jang Seong-taek"],
      ["Park Geun-hye", "Pak Kun-hye", "Park Geunhye"],
      ["Ri Yong-ho", "Lee Yong-ho", "Li Yong Ho", "Yi Yong-ho", "Ri Young-ho"],
      ["Pak Pong-ju", "Park Bong-joo", "Pak Pong Ju"],
      ["Choi Soon-sil", "Choe Sun-sil"],
      ["Kim Hyun-hee", "Kim Hyon-hi"],
      ["Ma Xiaohong", "MA, Xiaohong", "Xiaohong Ma", "Ma Xiao-hong", "MA Xiao Hong"],
      ["Zhang Weiguo", "Weiguo Zhang", "ZHANG Wei Guo"],
    ])
  func same(names: [String]) {
    let keys = names.map { NameKey($0, kind: .person).text }
    #expect(Set(keys).count == 1, "\(keys)")
  }

  @Test(
    "Given names that differ in a syllable keep different keys",
    arguments: [
      [
        "Kim Jong-un", "Kim Jong-il", "Kim Jong-nam", "Kim Jong-chol", "Kim Jong-gak", "Kim Jong",
        "Kim Jon-gun",
      ],
      ["Ri Yong-ho", "Ri Yong-gil", "Ri Yong-mu", "Ri Yong-su", "Ri Su-yong", "Ri Yong-chol", "Ri Yong"],
      ["Kim Su-nam", "Kim Sun-am", "Kim Na-eun", "Kim Nae-un"],
      ["Kim Hyok-kil", "Kim Hyo-kil", "Kim Hak-hyon", "Kim Ha-kyon"],
      ["Pak Yong-sik", "Pak Yong-ho", "Pak Song-sik", "Pak To-chun"],
      ["Ma Xiaohong", "Ma Xiaoming", "Wang Xiaohong"],
    ])
  func different(names: [String]) {
    let keys = names.map { NameKey($0, kind: .person).text }
    #expect(Set(keys).count == names.count, "\(keys)")
  }

  @Test("Names that only look Korean are left as they are")
  func western() {
    #expect(NameKey("Bruce Lee Oswin", kind: .person).text == "bruceleeoswin")
    #expect(NameKey("Obama", kind: .person).text == "obama")
    #expect(NameKey("Jack Ma", kind: .person).text == "jackma")
  }
}

@Suite("Suggestions for mistyped names")
struct NameSuggestionsTests {
  let suggestions = NameSuggestions(from: [
    "Harad Airways", "Harad Bank", "Bank of Eriador", "Arnor Trust Bank", "Arnor Trust", "UNSCR 9321",
    "UNSCR 9322",
  ])

  @Test(
    "A name with a letter wrong finds the right one first",
    arguments: [
      ("Harad Airwyas", "Harad Airways"), ("harad airway", "Harad Airways"),
      ("Bnak of Eriadro", "Bank of Eriador"),
      ("ARNOR TRUTS BANK", "Arnor Trust Bank"), ("Eriador", "Bank of Eriador"),
      ("Eriadur", "Bank of Eriador"),
      ("UNSCR 9331", "UNSCR 9321"),
    ])
  func nearest(typed: String, meant: String) { #expect(suggestions.nearest(to: typed).first == meant) }

  @Test(
    "What comes near nothing gets no suggestion", arguments: ["Rohan", "x", "", "\" OR *", "'; DROP TABLE"])
  func nothing(typed: String) { #expect(suggestions.nearest(to: typed).isEmpty) }

  @Test("No more are given than asked for, each once")
  func limit() {
    #expect(
      NameSuggestions(from: ["Harad", "HARAD", "Haran", "Haral"]).nearest(to: "Harax", limit: 2).count == 2)
  }
}
