import FoundationEssentials
import Markup

/// What a page says of its article for machines, in JSON-LD by the words of schema.org.
struct StructuredData {
  var headline: String?
  var published: String?
  var author: String?
  var url: String?
  var body: String?

  /// The types of schema.org that are articles.
  private static let articles: Set<String> = [
    "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "SocialMediaPosting", "LiveBlogPosting", "Report",
    "ScholarlyArticle", "TechArticle",
  ]

  /// The first article that the page tells of; nil where it tells of none.
  init?(_ tree: HTMLTree) {
    for script in tree.elements("script") {
      guard tree.nodes[script].attributes["type"]?.lowercased().hasPrefix("application/ld+json") == true
      else { continue }
      let source = tree.inside(script).map { tree.nodes[$0].text }.joined()
      // A page that breaks JSON has simply told nothing.
      guard let value = try? JSONDecoder().decode(JSONTree.self, from: Data(source.utf8)),
        let article = value.every.first(where: StructuredData.isArticle)
      else { continue }
      headline = article["headline"]?.string ?? article["name"]?.string
      published = article["datePublished"]?.string ?? article["dateCreated"]?.string
      author = StructuredData.names(article["author"])
      url =
        article["url"]?.string ?? article["mainEntityOfPage"]?.string
        ?? article["mainEntityOfPage"]?["@id"]?.string
      body = article["articleBody"]?.string
      return
    }
    return nil
  }

  private static func isArticle(_ value: JSONTree) -> Bool {
    let type = value["@type"]
    return ([type?.string].compactMap(\.self) + (type?.items.compactMap(\.string) ?? [])).contains(
      where: articles.contains)
  }

  private static func names(_ value: JSONTree?) -> String? {
    guard let value else { return nil }
    // An organisation that publishes is no author.
    let people = ([value] + value.items).filter { !($0["@type"]?.string?.hasSuffix("Organization") ?? false) }
    let names = people.compactMap { $0.string ?? $0["name"]?.string }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

/// Any value of JSON.
enum JSONTree: Decodable {
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])
  case other

  init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Key.self) {
      var members: [String: JSONTree] = [:]
      for key in keyed.allKeys { members[key.stringValue] = try keyed.decode(JSONTree.self, forKey: key) }
      self = .object(members)
    } else if var list = try? decoder.unkeyedContainer() {
      var items: [JSONTree] = []
      while !list.isAtEnd { items.append(try list.decode(JSONTree.self)) }
      self = .array(items)
    } else if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .string(text)
    } else {
      self = .other
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The text of a string; nil for an empty one.
  var string: String? {
    if case .string(let text) = self, !text.isEmpty { return text }
    return nil
  }

  /// The items of an array.
  var items: [JSONTree] {
    if case .array(let items) = self { return items }
    return []
  }

  /// The value and all that are inside it.
  var every: [JSONTree] {
    switch self {
    case .array(let items): [self] + items.flatMap(\.every)
    case .object(let members): [self] + members.sorted { $0.key < $1.key }.flatMap { $0.value.every }
    default: [self]
    }
  }

  /// A member of an object.
  subscript(_ name: String) -> JSONTree? {
    if case .object(let members) = self { return members[name] }
    return nil
  }
}
