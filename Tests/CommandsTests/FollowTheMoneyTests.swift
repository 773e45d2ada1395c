import Foundation
import TestSupport
import Testing

@Suite("The graph for tools that read FollowTheMoney")
struct FollowTheMoneyTests {
  private struct Entity: Decodable {
    var id: String
    var schema: String
    var properties: [String: [String]]
  }

  private func exported(_ tool: Tool) throws -> [Entity] {
    let result = try tool.run(["export", "--format", "ftm"])
    #expect(result.code == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(result.errors == "\(lines.count) entities written\n")
    return try lines.map { try JSONDecoder().decode(Entity.self, from: Data($0.utf8)) }
  }

  private func filled() throws -> Tool {
    let tool = try Tool()
    let post =
      #"{"id":"p1","published":"2024-02-20","url":"https://example.org/p1","title":"A \"title\"","text":"The Treasury Department designated Arnor Trust Bank and the M/V Palandir 3 on February 14, 2024."}"#
    #expect(try tool.run(["ingest"], input: post).code == 0)
    try ListFiles.write(ListFiles.january, "sdn-2024-01.csv", tool)
    try ListFiles.write(ListFiles.march, "sdn-2024-03.csv", tool)
    #expect(try tool.run(["import", "sdn-2024-01.csv", "sdn-2024-03.csv"]).code == 0)
    return tool
  }

  @Test func partiesActsPostsAndMentionsAreEntities() throws {
    let entities = try exported(filled())
    let byID = Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0) })
    let bank = try #require(byID["bank.arnor-trust-bank"])
    #expect(bank.schema == "Company")
    #expect(bank.properties["topics"] == ["sanction"])
    #expect(bank.properties["program"] == ["ARNOR", "NPWMD"])
    let person = try #require(byID["ofac-sdn.904"])
    #expect(person.schema == "Person")
    #expect(person.properties["birthDate"] == ["1970"])
    #expect(person.properties["passportNumber"] == ["83456789"])
    #expect(byID["vessel.palandir-3"]?.properties["topics"] == nil)
    let sanctions = entities.filter {
      $0.schema == "Sanction" && $0.properties["entity"] == ["bank.arnor-trust-bank"]
    }
    #expect(sanctions.contains { $0.properties["listingDate"] == ["2024-02-14"] })
    #expect(
      sanctions.contains { $0.properties["reason"]?[0].contains("designated Arnor Trust Bank") == true })
    let article = try #require(entities.first { $0.schema == "Article" })
    #expect(article.properties["sourceUrl"] == ["https://example.org/p1"])
    #expect(article.properties["title"] == [#"A "title""#])
    let mention = try #require(entities.first { $0.properties["resolved"] == ["bank.arnor-trust-bank"] })
    #expect(mention.properties["document"] == [article.id])
    #expect(
      entities.contains { $0.schema == "Documentation" && $0.properties["entity"] == ["vessel.palandir-3"] })
  }

  @Test(.enabled(if: Reference.lists != nil, "SANCTIONS_REFERENCE names no folder with the model"))
  func everythingIsValidByTheModel() throws {
    let tool = try filled()
    #expect(try tool.run(["ingest", "seeds"]).code == 0)
    let lists = try #require(Reference.lists)
    #expect(try tool.run(["import", "\(lists)/un-consolidated-2026-02.xml.gz"]).code == 0)
    let model = try FollowTheMoneyModel(lists + "/ftm-model-2025-06.json")
    let entities = try exported(tool)
    let schemata = Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0.schema) })
    #expect(schemata.count > 1000)
    for entity in entities {
      for fault in model.faults(entity.id, entity.schema, entity.properties, schemata) {
        Issue.record("\(fault)")
      }
    }
  }

  @Test func anotherFormatTakesOneTableOnly() throws {
    #expect(try filled().run(["export", "--format", "ftm", "--table", "post"]).code == 2)
  }

  @Test func intoAFolderItIsOneFile() throws {
    let tool = try filled()
    let result = try tool.run(["export", "out", "--format", "ftm"])
    #expect(result.errors.hasSuffix("entities written to out/entities.ftm.json\n"))
    let text = try String(contentsOf: tool.file("out/entities.ftm.json"), encoding: .utf8)
    #expect(try text == tool.run(["export", "--format", "ftm"]).output)
  }
}

/// The schemata of FollowTheMoney, as its model file tells them.
private struct FollowTheMoneyModel {
  private struct File: Decodable {
    struct Schema: Decodable {
      var extends: [String]?
      var required: [String]?
      var properties: [String: Property]
    }
    struct Property: Decodable {
      var type: String?
      var range: String?
    }
    struct Values: Decodable { var values: [String: String]? }
    var schemata: [String: Schema]
    var types: [String: Values]
  }

  private let file: File

  init(_ path: String) throws {
    file = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A schema with all that it extends.
  private func ancestry(_ schema: String) -> [String] {
    [schema] + (file.schemata[schema]?.extends ?? []).flatMap(ancestry)
  }

  /// What the model says against an entity.
  func faults(
    _ id: String, _ schema: String, _ properties: [String: [String]], _ schemata: [String: String]
  ) -> [String] {
    var faults: [String] = []
    if id.wholeMatch(of: /[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?/) == nil {
      faults.append("\(id): no identifier")
    }
    let ancestors = ancestry(schema).compactMap { file.schemata[$0] }
    for name in ancestors.flatMap({ $0.required ?? [] }) where properties[name] == nil && name != "fileName" {
      faults.append("\(id): \(schema) needs \(name)")
    }
    for (name, values) in properties {
      guard let property = ancestors.compactMap({ $0.properties[name] }).first else {
        faults.append("\(id): \(schema) has no \(name)")
        continue
      }
      for value in values {
        switch property.type {
        case "entity":
          let found = schemata[value].map(ancestry) ?? []
          if !found.contains(property.range ?? "Thing") {
            faults.append("\(id): \(name) \(value) is no \(property.range ?? "")")
          }
        case "country", "topic":
          if file.types[property.type ?? ""]?.values?[value] == nil {
            faults.append("\(id): \(name) \(value)")
          }
        case "date":
          if value.wholeMatch(of: /\d{4}(?:-\d\d(?:-\d\d)?)?/) == nil {
            faults.append("\(id): \(name) \(value)")
          }
        default: if value.isEmpty { faults.append("\(id): an empty \(name)") }
        }
      }
    }
    return faults
  }
}
