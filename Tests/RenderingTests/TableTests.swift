import Testing

@testable import Rendering

struct TableTests {
  @Test func columnsLineUpByWhatIsSeen() throws {
    let rows: [[CellValue]] = [
      [.text("최룡해"), .integer(12), .text("x")], [.text("Zoe\u{301}"), .integer(-3), .missing],
      [.text("👩‍👩‍👧🇰🇷"), .missing, .text("y")],
    ]
    #expect(
      try written(.table, ["name", "n", "end"], rows) == """
        name     n  end
        최룡해  12  x
        Zoe\u{301}     -3
        👩‍👩‍👧🇰🇷        y

        """)
  }

  @Test func nothingIsCutWithoutATerminal() throws {
    let long = String(repeating: "long ", count: 100)
    #expect(try written(.table, ["a", "b"], [[.text(long), .text("end")]]).contains(long + "  end"))
  }

  @Test func theWidestColumnsAreCutToFitATerminal() throws {
    let quote = "The Bank of Eriador was named by the council of the port."
    let rows: [[CellValue]] = [[.text("2016-12-02"), .text("Bank of Eriador"), .text(quote)]]
    #expect(
      try written(.table, ["date", "target", "quote"], rows, width: 40) == """
        date        target         quote
        2016-12-02  Bank of Eria…  The Bank of …

        """)
  }

  @Test func aWideCharacterIsNeverHalved() throws {
    for width in 3...12 {
      let text = try written(.table, ["a"], [[.text("가나다라마")]], width: width)
      let line = text.split(separator: "\n")[1]
      var seen = String(line)
      #expect(seen.withUTF8 { displayWidth(of: $0) } <= width)
    }
    #expect(try written(.table, ["a"], [[.text("가나다라마")]], width: 6).hasSuffix("\n가나…\n"))
  }

  @Test func noEscapeReachesTheTerminal() throws {
    let text = try written(
      .table, ["text", "end"], hostileTexts.map { [.text($0), .text("end")] }, width: 30)
    #expect(text.split(separator: "\n").count == hostileTexts.count + 1)
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || !($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) })
  }

  @Test func theHeaderIsBoldOnlyWithColour() throws {
    #expect(try written(.table, ["a"], [[.text("x")]], bold: true) == "\u{1B}[1ma\u{1B}[0m\nx\n")
    #expect(try written(.table, ["a"], []) == "a\n")
  }

  @Test func manyRowsAreWrittenAsTheyCome() throws {
    let output = MemoryOutput()
    var rows = RowWriter(.table, columns: ["n", "wide"], to: output)
    for number in 0..<5000 {
      try rows.write([.integer(number), .text("x")])
      #expect(number < 1000 || !output.bytes.isEmpty)
    }
    try rows.finish()
    #expect(rows.count == 5000)
    #expect(output.text.split(separator: "\n").count == 5001)
  }

  @Test func widthsAreSharedFairly() {
    #expect(TableLayout.narrowed([4, 10, 100], to: 30) == [4, 10, 16])
    #expect(TableLayout.narrowed([50, 50, 3], to: 24) == [10, 11, 3])
    #expect(TableLayout.narrowed([5, 5], to: 100) == [5, 5])
    #expect(TableLayout.narrowed([5, 5, 5], to: 0) == [1, 1, 1])
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2),
    ("🇰🇵", 2),
    ("👩‍👩‍👧", 2), ("❤️", 2), ("❤", 1), ("©", 1), ("ｱ", 1), ("Ａ", 2), ("«»", 2), ("…", 1), ("\u{AD}", 0),
  ])
  func aTerminalShowsSoManyColumns(text: String, columns: Int) {
    var text = text
    #expect(text.withUTF8 { displayWidth(of: $0) } == columns)
  }

  @Test func markdownIsNeverMarkup() throws {
    #expect(
      try written(.markdown, ["a", "event_id"], [[.text("x|y\n<b>*z*_ [1](u)"), .text("a_b & $c$ \\")]])
        == """
        | a | event_id |
        | --- | --- |
        | x\\|y\\\\u{A}&lt;b&gt;\\*z\\*\\_ \\[1\\](u) | a_b &amp; \\$c\\$ \\\\ |

        """)
    let lines = try written(.markdown, ["a"], hostileTexts.map { [.text($0)] }).split(separator: "\n")
    #expect(lines.count == hostileTexts.count + 2)
  }
}
