import Graph
import Model
import Testing

@Suite struct NameTests {
  let scratch: Scratch
  let graph: Graph

  init() throws {
    scratch = try Scratch()
    graph = try GraphTests.graph(scratch)
  }

  @Test(arguments: [
    "Harad Air", "harad air", "HARAD AIR LINES CO", "Hàrad  Áir", "airline/harad-air", "harad-air",
  ])
  func anEntityIsFoundByAnyOfItsNames(name: String) throws {
    #expect(try graph.entities(named: name).map(\.id) == ["airline/harad-air-lines-co"])
  }

  @Test func theClosestMatchComesFirst() throws {
    #expect(try graph.entities(named: "Gondor").map(\.match) == [.name])
    #expect(try graph.entities(named: "the south").map(\.match) == [.alias])
    #expect(try graph.entities(named: "harad air").map(\.match) == [.post])
    #expect(try graph.entities(named: "country/gondor").map(\.match) == [.identifier])
    #expect(try graph.entities(named: "Harad Heir") == [])
    #expect(try graph.entities(named: "'; DROP TABLE post; --") == [])
    #expect(try graph.entities(named: "") == [])
  }

  @Test func allNamesAreThereToSuggestFrom() throws {
    let names = try graph.allNames()
    #expect(names.contains("Harad Air Lines Co"))
    #expect(names.contains("harad air"))
    #expect(names.contains("The South"))
    #expect(!names.contains { $0.contains("/") })
  }

  @Test func theShownNameIsThatOfDataElseTheFullest() throws {
    #expect(try graph.entity("airline/harad-air-lines-co")?.isKnown == false)
    #expect(try graph.entity("country/gondor")?.isKnown == true)
    #expect(try graph.entity(.law, key: "act7")?.name == "section 7 of the Gondor Act")
    #expect(
      try graph.names(of: "airline/harad-air-lines-co")
        == Table(
          columns: ["alias", "source"],
          rows: [
            [.text("airline/harad-air"), .text("former id")], [.text("Harad Air"), .text("post")],
            [.text("Harad Air Lines Co"), .text("post")], [.text("harad air"), .text("post")],
          ]))
  }

  @Test func aDossierHoldsEverything() throws {
    let dossier = try #require(try graph.dossier(on: "airline/harad-air-lines-co"))
    #expect(dossier.events.rows.count == 3)
    #expect(dossier.posts["post"] == [.text("p1"), .text("p2"), .text("p3")])
    #expect(dossier.overTime.rows.count == 3)
    #expect(dossier.related.rows.first?.first == .text("bank/bank-of-umbar") || !dossier.related.rows.isEmpty)
    #expect(try graph.dossier(on: "airline/none") == nil)
    #expect(try graph.relations(of: "organization/treasury-of-gondor").rows.count == 2)
  }

  @Test func entitiesAndAuthoritiesAreListed() throws {
    #expect(try graph.entities([.bank, .airline])["mentions"] == [.int(3), .int(1)])
    let authorities = try graph.authorities()
    #expect(authorities["authority"] == [.text("Gondor"), .text("Rohan"), .text("Office of Seals")])
    #expect(authorities["designation"] == [.int(1), .int(1), .int(1)])
  }

  @Test func aPathPrefersFirmStepsAndAvoidsCountries() throws {
    let path = try #require(try graph.path(from: "organization/office-of-seals", to: "bank/bank-of-umbar"))
    #expect(path["link"] == [.text("participation"), .text("participation")])
    #expect(path["to_id"].first == .text("airline/harad-air-lines-co"))
    let over = try #require(try graph.path(from: "law/gondor-act", to: "country/mordor"))
    #expect(over["link"].first == .text("part-of"))
    #expect(try graph.path(from: "country/rohan", to: "nowhere") == nil)
    #expect(try graph.path(from: "country/rohan", to: "country/rohan")?.rows == [])
  }
}
