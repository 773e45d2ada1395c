import Foundation
import Testing

@Suite("Official lists in the database")
struct ListTests {
  @Test func anImportTellsWhatItRead() throws {
    let tool = try Tool()
    try ListFiles.write(ListFiles.january, "shire-2024-01.csv", tool)
    let result = try tool.run(["import", "--list", "shire", "shire-2024-01.csv"])
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(
      result.output == """
        shire-2024-01.csv: ofac-csv, 3 records
        shire 2024-01 (in the file's name): 3 entries, 3 names, 0 addresses

        """)
  }

  @Test func importingAgainChangesNothing() throws {
    let tool = try ListFiles.imported()
    let before = try tool.run(["export", "--table", "list_change"]).output
    let result = try tool.run(["import", "--list", "shire", "shire-2024-03.csv"])
    #expect(
      result.output.hasSuffix(
        "shire 2024-03 (in the file's name): 3 entries, 3 names, 0 addresses, unchanged\n"))
    #expect(try tool.run(["export", "--table", "list_change"]).output == before)
  }

  @Test func theOrderOfStatesDoesNotMatter() throws {
    let forwards = try ListFiles.imported()
    let backwards = try Tool()
    try ListFiles.write(ListFiles.january, "shire-2024-01.csv", backwards)
    try ListFiles.write(ListFiles.march, "shire-2024-03.csv", backwards)
    try ListFiles.write(ListFiles.names, "shire-alt-2024-01.csv", backwards)
    for file in ["shire-2024-03.csv", "shire-2024-01.csv", "shire-alt-2024-01.csv"] {
      #expect(try backwards.run(["import", "--list", "shire", file]).code == 0)
    }
    for table in ["snapshot", "list_entry", "list_change", "list_name"] {
      let words = ["export", "--table", table]
      #expect(try forwards.run(words).output == backwards.run(words).output, "\(table)")
    }
  }

  @Test func packedFilesAreRead() throws {
    let tool = try Tool()
    try ListFiles.write(ListFiles.january, "shire-2024-01.csv", tool)
    let result = try tool.shell("gzip shire-2024-01.csv && sanctions import shire-2024-01.csv.gz")
    #expect(result.code == 0)
    #expect(result.output.contains("ofac-sdn 2024-01 (in the file's name): 3 entries"))
  }

  @Test func aDiffTellsWhoCameWhoWentAndWhatChanged() throws {
    let tool = try ListFiles.imported()
    let result = try tool.run(["diff", "shire", "2024-01", "2024-03", "--format", "csv"])
    #expect(result.code == 0)
    #expect(result.errors == "shire from 2024-01 to 2024-03: 1 added, 1 removed, 2 in both\n")
    let rows = CSV.records(result.output)
    #expect(
      rows.map { "\($0["change"] ?? "") \($0["entry"] ?? "") \($0["field"] ?? "")" }.sorted() == [
        "added shire/904 ", "changed shire/901 names", "changed shire/901 programmes",
        "changed shire/902 names",
        "removed shire/903 ",
      ])
    let programmes = try #require(rows.first { $0["field"] == "programmes" })
    #expect(programmes["was"] == "ARNOR")
    #expect(programmes["now"] == "ARNOR; NPWMD")
  }

  @Test func aDiffOfAListThatIsNotThereSaysWhichAre() throws {
    let tool = try ListFiles.imported()
    let unknown = try tool.run(["diff", "bree", "2024-01", "2024-03"])
    #expect(unknown.code == 1)
    #expect(unknown.errors == "sanctions: there is no list 'bree'; there are shire\n")
    let early = try tool.run(["diff", "shire", "2020", "2024"])
    #expect(early.code == 1)
    #expect(early.errors == "sanctions: shire has no snapshot up to 2020; the first is of 2024-01\n")
    #expect(try tool.run(["diff", "shire", "yesterday", "2024"]).code == 2)
  }

  @Test func screeningFindsSpellingsAndNumbersOfTheNewestState() throws {
    let tool = try ListFiles.imported()
    func found(_ words: String...) throws -> [String] {
      let rows = CSV.records(try tool.run(["screen", "--format", "csv"] + words).output)
      return rows.map { "\($0["entry"] ?? "") \($0["name"] ?? "")" }
    }
    #expect(try found("Meriadok Brandibuck") == ["shire/902 BRANDYBUCK, Meriadoc"])
    #expect(try found("PARK Jong-soo") == ["shire/904 PAK, Chong Su"])
    #expect(try found("Peregrin Brandybuck") == [])
    // The vessel stands in the state of January only.
    #expect(try found("Palandir 3") == [])
    #expect(try found("9376543") == [])
    #expect(try found("83456789") == ["shire/904 83456789"])
    #expect(try found("Pak Chong Su", "--born", "1971") == ["shire/904 PAK, Chong Su"])
    #expect(try found("Pak Chong Su", "--born", "1980") == [])
    #expect(try found("Pak Chong Su", "--country", "gondor") == ["shire/904 PAK, Chong Su"])
    #expect(try found("Pak Chong Su", "--country", "Arnor") == [])
  }

  @Test func filtersComeBeforeTheLimit() throws {
    let tool = try ListFiles.imported()
    try ListFiles.write(
      #"7,"PAK, Chong Su","individual","BREE",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1950.""#,
      "bree-2024-03.csv", tool)
    #expect(try tool.run(["import", "--list", "bree", "bree-2024-03.csv"]).code == 0)
    func first(_ words: String...) throws -> String? {
      let found = try tool.run(["screen", "Pak Chong Su", "--limit", "1", "--format", "csv"] + words)
      return CSV.records(found.output).first?["entry"]
    }
    #expect(try first() == "bree/7")
    #expect(try first("--born", "1970") == "shire/904")
  }

  @Test func aFileOfNamesIsScreenedAlikeOnAnyNumberOfThreads() throws {
    let tool = try ListFiles.imported()
    try ListFiles.write(
      "id,name\n1,Meriadoc Brandybuck\n2,Nobody Here\n3,Arnor Trust Bank Ltd", "people.csv", tool)
    let one = try tool.run(["screen", "--csv", "people.csv", "--threads", "1", "--format", "csv"])
    let four = try tool.run(["screen", "--csv", "people.csv", "--threads", "4", "--format", "csv"])
    #expect(one.output == four.output)
    #expect(CSV.records(one.output).map { $0["entry"] } == ["shire/902", "shire/901"])
    let single = try tool.run(["screen", "Meriadoc Brandybuck", "Arnor Trust Bank Ltd", "--format", "csv"])
    #expect(single.output == one.output)
    #expect(try tool.run(["screen", "Nobody Here"]).code == 1)
    let empty = try Tool()
    #expect(try empty.run(["ingest", "seeds"]).code == 0)
    let nothing = try empty.run(["screen", "Meriadoc Brandybuck"])
    #expect(nothing.code == 1)
    #expect(nothing.errors == "sanctions: no list was imported; 'sanctions import' does it\n")
    let wrong = try tool.run(["screen", "--csv", "people.csv", "--column", "surname"])
    #expect(wrong.code == 3)
    #expect(wrong.errors == "people.csv:1:1: error: there is no column 'surname'\n")
  }

  /// What is wrong with a file, and what is said of it.
  static let broken: [(file: String, text: String, message: String)] = [
    ("shire-2024-05.csv", "901,\"ARNOR", "shire-2024-05.csv:1: error: the quotation mark is never closed"),
    (
      "shire-2024-05.csv", ListFiles.january + "\n905,\"CUT\"",
      "shire-2024-05.csv:4: error: 2 fields where there are 12, the first a number"
    ),
    ("shire-2024-05.csv", "nothing", "shire-2024-05.csv: error: this is no list in a format that is known"),
    (
      "alt-2024-05.csv", ListFiles.names,
      "sanctions: shire 2024-05: there are no entries of that day to which alt-2024-05.csv could add"
    ),
    ("shire.csv", ListFiles.january, "sanctions: shire.csv: the file tells no day; give it with --snapshot"),
  ]

  @Test(arguments: broken.indices) func aBrokenFileIsRefusedAndNothingIsLost(place: Int) throws {
    let (file, text, message) = ListTests.broken[place]
    let tool = try ListFiles.imported()
    let before = try tool.run(["export", "--table", "list_change"]).output
    try ListFiles.write(text, file, tool)
    let format = text.hasPrefix("901,\"ARNOR") && !text.contains("\n") ? ["--format", "ofac-csv"] : []
    let result = try tool.run(["import", "--list", "shire"] + format + [file])
    #expect(result.code == 3 || result.code == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try tool.run(["export", "--table", "list_change"]).output == before)
    #expect(try tool.run(["verify"]).code == 0)
  }

  @Test func keepGoingPassesOverARecordAndStillSaysSo() throws {
    let tool = try Tool()
    try ListFiles.write(ListFiles.january + "\n905,\"CUT\"", "shire-2024-05.csv", tool)
    let result = try tool.run(["import", "--keep-going", "--list", "shire", "shire-2024-05.csv"])
    #expect(result.code == 3)
    #expect(result.output.contains("3 entries"))
    #expect(result.errors.contains("shire-2024-05.csv:4: error: 2 fields"))
  }

  @Test func aStateThatLostMostOfALongListIsTakenOnlyWhenAsked() throws {
    let tool = try Tool()
    func state(_ numbers: ClosedRange<Int>, _ file: String) throws {
      let rest = ",-0-,\"ARNOR\"" + String(repeating: ",-0-", count: 8)
      try ListFiles.write(
        numbers.map { "\($0),\"ARNOR \($0)\"\(rest)" }.joined(separator: "\n"), file, tool)
    }
    try state(1...150, "shire-2024-01.csv")
    try state(1...74, "shire-2024-02.csv")
    #expect(try tool.run(["import", "shire-2024-01.csv"]).code == 0)
    let refused = try tool.run(["import", "shire-2024-02.csv"])
    #expect(refused.code == 3)
    #expect(
      refused.errors == "ofac-sdn 2024-02: only 74 of the 150 entries of 2024-01 are left: is a file cut off?"
        + " --keep-going takes it as it is\n")
    let states = ["sql", "SELECT group_concat(date) FROM snapshot", "-f", "tsv"]
    #expect(try tool.run(states).output.hasSuffix("\n2024-01\n"))
    #expect(try tool.run(["import", "shire-2024-02.csv", "--keep-going"]).code == 0)
    // An earlier state of which the later ones hold little tells nothing: lists grow.
    try state(1...3, "shire-2023-12.csv")
    #expect(try tool.run(["import", "shire-2023-12.csv"]).code == 0)
    #expect(try tool.run(states).output.hasSuffix("\n2023-12,2024-01,2024-02\n"))
  }

  @Test func ofTwoThatMatchAlikeTheOneWrittenSoComesFirst() throws {
    let tool = try Tool()
    let rest = ",\"individual\",\"ARNOR\"" + String(repeating: ",-0-", count: 8)
    try ListFiles.write(
      "1,\"TAKO, Pere Grin\"\(rest)\n2,\"TAKO, Pere-grin\"\(rest)", "shire-2024-01.csv", tool)
    #expect(try tool.run(["import", "shire-2024-01.csv"]).code == 0)
    for (name, entry) in [("TAKO, Pere-grin", "ofac-sdn/2"), ("TAKO, Pere Grin", "ofac-sdn/1")] {
      let rows = CSV.records(try tool.run(["screen", name, "--format", "csv", "--raw"]).output)
      #expect(rows.map { $0["score"] } == ["1.0", "1.0"] && rows.first?["entry"] == entry)
    }
  }

  @Test func namesOfOtherScriptsAreCompared() throws {
    let tool = try Tool()
    for (left, right) in [
      ("김정은", "Kim Jong Un"), ("Владимир Саруманов", "Vladimir Sarumanov"), ("محمد", "Mohammed"),
      ("王小明", "Wang Xiaoming"), ("Σωκράτης", "Sokratis"),
    ] {
      let rows = CSV.records(
        try tool.run(["compare", left, right, "--kind", "person", "--format", "csv"]).output)
      #expect(rows.first?["match"] == "true", "\(left) and \(right): \(rows)")
    }
  }

  @Test func rowsOfAFileAreComparedEachByItsKind() throws {
    let tool = try Tool()
    try ListFiles.write(
      "a,b,kind\nPalandir 3,Palandir 4,vessel\nArnor Trading,Arnor Trading LLC,company\nx,y,castle",
      "pairs.csv", tool)
    let wrong = try tool.run(["compare", "--csv", "pairs.csv", "--columns", "a,b,kind"])
    #expect(wrong.code == 3)
    #expect(wrong.errors.hasPrefix("pairs.csv:4:1: error: unknown kind 'castle'"))
    try ListFiles.write(
      "a,b,kind\nPalandir 3,Palandir 4,vessel\nArnor Trading,Arnor Trading LLC,company", "pairs.csv", tool)
    let words = ["compare", "--csv", "pairs.csv", "--columns", "a,b,kind", "--format", "csv"]
    #expect(CSV.records(try tool.run(words).output).map { $0["match"] } == ["false", "true"])
    #expect(try tool.run(["compare", "one"]).code == 2)
    #expect(try tool.run(["compare", "one", "two", "--threshold", "2"]).code == 2)
  }

  @Test func aFileOfPairsIsComparedAlikeOnAnyNumberOfThreads() throws {
    let tool = try Tool()
    let pairs = (1...400).map { "Palandir \($0),M/V Palandir \($0 % 3 == 0 ? $0 : $0 + 1)" }
    try ListFiles.write((["a,b"] + pairs).joined(separator: "\n"), "pairs.csv", tool)
    let words = ["compare", "--csv", "pairs.csv", "--kind", "vessel", "--format", "csv", "--threads"]
    let one = try tool.run(words + ["1"])
    let four = try tool.run(words + ["4"])
    #expect(one.output == four.output)
    #expect(CSV.records(one.output).map { $0["match"] } == (1...400).map { $0 % 3 == 0 ? "true" : "false" })
  }

  @Test func aRunThatStoppedGoesOn() throws {
    let tool = try ListFiles.imported()
    let names = ["Arnor Trust Bank", "Nobody Inparticular", "Brandybuck Meriadoc", "Pak Chong-su"]
    try ListFiles.write((["name"] + names).joined(separator: "\n"), "customers.csv", tool)
    let words = ["screen", "--csv", "customers.csv", "--format", "csv"]
    let whole = try tool.run(words).output
    let head = whole.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
    #expect(head.contains("Arnor Trust Bank"))
    #expect(try head + tool.run(words + ["--skip", "2"]).output == whole)
    #expect(try tool.run(words + ["--skip", "9"]).code == 1)
  }
}
