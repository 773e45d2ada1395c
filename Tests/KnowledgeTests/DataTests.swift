import Diagnostics
import Foundation
import Knowledge
import Model
import Testing

struct DataTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func theKnowledgeInTheProgramHasNoFindings() {
    let (_, findings) = Knowledge.read(.builtIn, checkingNames: true)
    #expect(findings.map(\.description) == [])
  }

  @Test func theProgramCarriesTheFilesOfTheFolder() throws {
    let folder = try DataFiles(folder: DataTests.root.appendingPathComponent("data").path)
    #expect(DataFiles.builtIn.files == folder.files)
    #expect(Set(folder.files.keys) == Set(DataTable.allCases.map(\.path)))
  }

  @Test func allFindingsAreToldAtOnceWithTheirPlaces() {
    var files = DataFiles.builtIn.files
    files["names/vessels.csv"] = Array(
      "# sanctions-data 1 names\nname,aliases,weak,country,part_of,source\nRohan Glory,,,Gondor,,x\n".utf8)
    files["lexicon/cues.csv"] = Array(
      "# sanctions-data 1 cues\ncue,pos,status,example,counter\nmay,verb,perhaps,x,\n".utf8)
    let (_, findings) = Knowledge.read(DataFiles(files: files, root: "data"), checkingNames: true)
    let lines = findings.map(\.description)
    #expect(lines.contains { $0.hasPrefix("data/lexicon/cues.csv:3:10: error: unknown status 'perhaps'") })
    #expect(lines.contains { $0.hasPrefix("data/names/vessels.csv:3") && $0.contains("Gondor") })
  }

  @Test(arguments: [(2270, "2016-03-02"), (2321, "2016-11-30"), (1718, "2006-10-14")])
  func resolutionsAreDated(number: Int, day: String) {
    let (knowledge, _) = Knowledge.read(.builtIn, checkingNames: false)
    #expect(knowledge.resolutions[number]?.description == day)
  }

  @Test func partsAndCountriesComeWithAnEntity() {
    let (knowledge, _) = Knowledge.read(.builtIn, checkingNames: false)
    let facts = knowledge.facts(of: ["organization/office-of-foreign-assets-control"]) { name, _ in name }
    #expect(facts.map(\.id).contains("organization/treasury-department"))
    #expect(facts.map(\.id).contains("country/united-states"))
  }
}
