import Arguments
import Testing

struct HelpTests {
  @Test func theProgramListsItsCommandsByGroup() {
    #expect(
      keeper.helpText() == """
        Usage: keeper [options] COMMAND

        Keep a ledger of ships.

        Ships, their owners and the ports that they have called at are kept in one file,
        which other programs may read at any time.

        Ask:
          find           Find ships by name.
          path           Show how two ships are linked.

        Keep:
          data           Look after the data.
          completions    Print a shell's completions.

        General options:
          -h, --help     Show help and stop.
          -V, --version  Show the version and stop.

        Exit codes:
          0              Found.
          1              Nothing found.

        """)
  }

  @Test func aCommandListsWhatItTakes() {
    #expect(
      keeper.helpText(for: ["find"]) == """
        Usage: keeper find [options] [NAME...]

        Find ships by name.

        Arguments:
          NAME...         A name of a ship.

        Filters:
          --kind KIND     Only ships of this kind. One of: tanker, ferry, tug. May be
                          repeated.

        Options:
          -n, --limit N   At most so many.
          --columns LIST  What to show. Separated by commas, of: name, owner, port.
          -e, --exact     Only the very name. Case counts too.
          -a, --all       Sunk ships too.

        General options:
          --db FILE       The ledger. Default: keeper.db.
          -h, --help      Show help and stop.
          -V, --version   Show the version and stop.

        Examples:
          # The ferries of one name.
          keeper find "Harad Star" --kind ferry

        """)
  }

  @Test func everyHelpFitsEightyColumns() {
    for path in [[], ["find"], ["path"], ["data"], ["data", "check"], ["completions"]] {
      let lines = keeper.helpText(for: path)?.split(separator: "\n") ?? ["none"]
      #expect(lines.allSatisfy { $0.count <= 80 })
      #expect(lines.first?.hasPrefix("Usage: " + (["keeper"] + path).joined(separator: " ")) ?? false)
    }
    #expect(keeper.helpText(for: ["sail"]) == nil)
  }
}
