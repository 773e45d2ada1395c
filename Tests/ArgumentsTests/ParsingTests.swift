import Arguments
import Testing

struct ParsingTests {
  @Test func optionsStandBeforeAndAfterNames() throws {
    let asked = try keeper.parse([
      "find", "--db", "x.db", "Harad Star", "-n5", "--kind=tug", "--kind", "ferry", "Umbar",
    ])
    #expect(asked.command == ["find"])
    #expect(asked.positionals == ["Harad Star", "Umbar"])
    #expect(asked.value("db") == "x.db")
    #expect(asked.integer("limit") == 5)
    #expect(asked.values(for: "kind") == ["tug", "ferry"])
    #expect(!asked.flag("exact"))
    #expect(asked.value("columns") == nil)
  }

  @Test func lettersMayStandTogether() throws {
    let asked = try keeper.parse(["find", "-ean", "3"])
    #expect(asked.flag("exact") && asked.flag("all"))
    #expect(asked.integer("limit") == 3)
  }

  @Test func aValueMayBeginWithADashOrHoldAnEqualsSign() throws {
    #expect(try keeper.parse(["find", "--db", "-odd=name"]).value("db") == "-odd=name")
    #expect(try keeper.parse(["find", "--db=a=b"]).value("db") == "a=b")
    #expect(try keeper.parse(["find", "--db="]).value("db") == "")
  }

  @Test func twoDashesEndTheOptionsAndOneIsInput() throws {
    #expect(try keeper.parse(["find", "-e", "--", "--db", "-x"]).positionals == ["--db", "-x"])
    #expect(try keeper.parse(["data", "check", "-"]).positionals == ["-"])
  }

  @Test func commandsNestAndTakeTheOptionsOfThoseAbove() throws {
    #expect(try keeper.parse(["data", "check", "a.csv"]).command == ["data", "check"])
    #expect(try keeper.parse(["data", "check", "--help"]).flag("help"))
    #expect(try keeper.parse(["-V"]).flag("version"))
  }

  @Test func helpIsAnsweredWhateverIsMissing() throws {
    let asked = try keeper.parse(["path", "-h", "--bogus"])
    #expect(asked.flag("help") && asked.command == ["path"])
  }

  @Test func aListIsSplitAtItsCommas() throws {
    #expect(try keeper.parse(["find", "--columns", "port,name"]).values(for: "columns") == ["port", "name"])
  }

  @Test(arguments: [
    (["find", "--knd", "tug"], "unknown option '--knd'; did you mean '--kind'?"),
    (["find", "-limit"], "unknown option '-limit'; did you mean '--limit'?"),
    (["find", "--zebra"], "unknown option '--zebra'"),
    (["find", "-x"], "unknown option '-x'"),
    (["--limit", "3", "find"], "option '--limit' stands after its command, as in 'keeper find --limit'"),
    (["fnid"], "unknown command 'fnid'; did you mean 'find'?"),
    (["comp"], "unknown command 'comp'; did you mean 'completions'?"),
    (["sail"], "unknown command 'sail'"),
    ([], "'keeper' needs a command: find, path, data, completions"),
    (["data"], "'keeper data' needs a command: check"),
    (["find", "--db"], "option '--db' needs a value: --db FILE"),
    (["find", "--db", "--exact"], "option '--db' needs a value: --db FILE"),
    (["find", "--db", "--limit=3"], "option '--db' needs a value: --db FILE"),
    (["find", "--exact=yes"], "option '--exact' takes no value"),
    (["find", "--db=a", "--db", "b"], "option '--db' is given more than once"),
    (
      ["find", "--kind", "tankr"],
      "'tankr' is no value of --kind; did you mean 'tanker'? (one of: tanker, ferry, tug)"
    ),
    (["find", "--columns", "name,"], "'' is no value of --columns (one of: name, owner, port)"),
    (["find", "-n", "-1"], "'-1' is no value of -n: a whole number from 0 is needed"),
    (
      ["find", "--limit", "99999999999999999999"],
      "'99999999999999999999' is no value of --limit: a whole number from 0 is needed"
    ),
    (["path"], "FROM is missing"),
    (["data", "check"], "FILE is missing"),
    (["path", "a", "b", "c"], "unexpected argument 'c'"),
    (["completions", "fsh"], "'fsh' is no value of SHELL; did you mean 'fish'? (one of: bash, zsh, fish)"),
  ])
  func aWrongLineSaysWhatIsWrong(words: [String], message: String) {
    #expect(throws: UsageError.self) { try keeper.parse(words) }
    do throws(UsageError) { _ = try keeper.parse(words) } catch { #expect(error.description == message) }
  }

  @Test func anErrorTellsWhereItIsAndWhereHelpIs() {
    let error = usageError("data", "check", "a", "--bogus")
    #expect(error?.index == 3)
    #expect(error?.hint == "See 'keeper data check --help'.")
  }

  @Test func theDeclarationIsSound() {
    #expect(keeper.declarationFaults().isEmpty)
    let broken = CommandSpec(
      "Bad name", "", arguments: [ArgumentSpec("A", .any, help: "a"), ArgumentSpec("B", help: "")],
      options: [.flag("x", help: ""), .flag("x", help: "b"), .value("y", "", .choice(["a b"]), help: "c")])
    #expect(
      broken.declarationFaults() == [
        "Bad name: the name 'Bad name' is not made of a-z, 0-9 and dashes",
        "Bad name: the summary is not one line of at most 60 characters",
        "Bad name: --x has no help",
        "Bad name: --y does not name its value",
        "Bad name: B has no help",
        "Bad name: A is not the last argument",
        "Bad name: 'a b' is no word to choose",
        "Bad name: --x is declared twice",
      ])
  }
}
