import Foundation
import TestSupport
import Testing

/// How well names are found, measured on the SDN list itself.
@Suite(
  .enabled(if: Reference.lists != nil, "SANCTIONS_REFERENCE names no folder with official lists"), .serialized
)
struct ScreeningFigureTests {
  private struct Party {
    var name: String
    var type: String
    var programmes: String
  }

  private let lists: String
  private let tool: Tool
  private let parties: [String: Party]
  private let aliases: [(number: String, name: String)]

  init() throws {
    let lists = try #require(Reference.lists)
    let tool = try Tool()
    func rows(_ file: String, _ columns: String) throws -> [[String: String]] {
      let text = try tool.shell("gzip -dc \(lists)/\(file) | tr -d '\\032'").output
      return CSV.records(columns + "\n" + text.replacing("-0- ", with: ""))
    }
    let primary = try rows("ofac-sdn-2024-01.csv.gz", "number,name,type,programmes,a,b,c,d,e,f,g,h")
    parties = Dictionary(
      primary.map { row in
        let party = Party(
          name: row["name"] ?? "", type: row["type"] ?? "", programmes: row["programmes"] ?? "")
        return (row["number"] ?? "", party)
      }, uniquingKeysWith: { first, _ in first })
    aliases = try rows("ofac-alt-2024-01.csv.gz", "number,id,use,name,remarks")
      .map { ($0["number"] ?? "", $0["name"] ?? "") }
    self.lists = lists
    self.tool = tool
  }

  /// The share of aliases of persons under programmes on North Korea that find their entry first.
  private func found(withAliasFile: Bool) throws -> Double {
    let files = ["sdn"] + (withAliasFile ? ["alt"] : [])
    #expect(try tool.run(["import"] + files.map { "\(lists)/ofac-\($0)-2024-01.csv.gz" }).code == 0)
    let wanted = aliases.filter { alias in
      parties[alias.number].map { $0.type == "individual" && $0.programmes.contains("DPRK") } == true
    }
    #expect(wanted.count > 50)
    let names = wanted.map { "\"\($0.name.replacing("\"", with: "\"\""))\"" }
    try ListFiles.write((["name"] + names).joined(separator: "\n"), "aliases.csv", tool)
    let words = ["screen", "--csv", "aliases.csv", "--format", "csv", "--raw", "--limit", "1"]
    let first = Dictionary(
      CSV.records(try tool.run(words).output).map { ($0["query"] ?? "", $0["entry"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    return Double(wanted.count { first[$0.name] == "ofac-sdn/\($0.number)" }) / Double(wanted.count)
  }

  @Test func spellingsOfKoreanNamesFindTheirEntryFirst() throws {
    let share = try found(withAliasFile: false)
    print("aliases of persons under DPRK programmes without the alias file: \(share) find their entry first")
    #expect(share >= 0.75)
  }

  @Test func listedSpellingsFindTheirEntryFirst() throws {
    let share = try found(withAliasFile: true)
    print("aliases of persons under DPRK programmes with the alias file: \(share) find their entry first")
    #expect(share >= 0.99)
  }

  @Test func noTwoEntriesOfTheListAreOneParty() throws {
    #expect(try tool.run(["import"] + ["sdn", "alt"].map { "\(lists)/ofac-\($0)-2024-01.csv.gz" }).code == 0)
    let sql = "SELECT count(*) FROM list_entry WHERE party <> id"
    #expect(try tool.run(["sql", sql, "-f", "tsv"]).output == "count(*)\n0\n")
    let shared =
      "SELECT count(*) FROM (SELECT 1 FROM list_entry WHERE entity IS NOT NULL GROUP BY entity HAVING count(*) > 1)"
    #expect(try tool.run(["sql", shared, "-f", "tsv"]).output == "count(*)\n0\n")
  }

  @Test func precisionAndRecallOverThresholdsArePrinted() throws {
    // An alias of like length and letters is the same party; another party with a long word in common is not.
    var pairs: [(String, String, String, Bool)] = []
    func kind(_ type: String) -> String { ["individual": "person", "vessel": "vessel"][type] ?? "company" }
    func letters(_ name: String) -> [Character] { name.lowercased().filter(\.isLetter).sorted() }
    for (place, alias) in aliases.enumerated() where place % 4 == 0 {
      guard let party = parties[alias.number], party.type != "aircraft" else { continue }
      let (one, other) = (letters(party.name), letters(alias.name))
      let common = one.count - one.difference(from: other).insertions.count
      guard common * 10 >= max(one.count, other.count) * 9 else { continue }
      pairs.append((party.name, alias.name, kind(party.type), true))
    }
    var holders: [String: [String]] = [:]
    for number in parties.keys.sorted() {
      guard let party = parties[number], party.type != "aircraft" else { continue }
      for word in party.name.lowercased().split(whereSeparator: { !$0.isLetter }) where word.count > 4 {
        holders["\(kind(party.type)) \(word)", default: []].append(party.name)
      }
    }
    for key in holders.keys.sorted() {
      guard let names = holders[key], names.count > 1 else { continue }
      pairs.append((names[0], names[1], String(key.prefix { $0 != " " }), false))
    }
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    let rows = pairs.map { [quoted($0.0), quoted($0.1), $0.2].joined(separator: ",") }
    try ListFiles.write((["a,b,kind"] + rows).joined(separator: "\n"), "pairs.csv", tool)
    let words = ["compare", "--csv", "pairs.csv", "--columns", "a,b,kind", "--format", "csv", "--raw"]
    let scores = CSV.records(try tool.run(words).output).map { Double($0["score"] ?? "") ?? 0 }
    #expect(scores.count == pairs.count)
    var best = 0.0
    for threshold in stride(from: 0.7, through: 0.95, by: 0.05) {
      let matched = zip(pairs, scores).filter { $0.1 >= threshold }
      let right = Double(matched.count { $0.0.3 })
      let precision = right / Double(max(1, matched.count))
      let recall = right / Double(max(1, pairs.count { $0.3 }))
      let f1 = 2 * precision * recall / max(0.001, precision + recall)
      print(
        "threshold \((threshold * 100).rounded() / 100): precision \(precision), recall \(recall), F1 \(f1)")
      best = max(best, f1)
    }
    #expect(best >= 0.85)
  }
}
