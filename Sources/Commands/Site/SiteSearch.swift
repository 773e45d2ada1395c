import Graph
import Model
import Rendering

/// What the search of the site looks up: the names of entities and the words of posts, in a file for each two letters.
struct SiteSearch {
  /// Words longer than that are numbers and addresses that nobody types, in characters.
  private static let longest = 40

  /// The names by the first two letters of their words: name, kind and path.
  private(set) var names: [String: [[CellValue]]] = [:]
  /// The words by their first two letters: each with the numbers of its posts, in the order of the site.
  private(set) var words: [String: [String: [Int]]] = [:]

  init(_ site: Site) throws(Failure) {
    let kinds = Dictionary(
      site.index.entities.map { ($0.id, (name: $0.name, kind: $0.kind)) },
      uniquingKeysWith: { first, _ in first })
    for entity in site.index.entities { add(entity.name, entity.kind, SitePaths.entity(entity.id)) }
    for (id, name) in try attempt({ try site.graph.namesOfAll() }) {
      guard let known = kinds[id], known.name != name else { continue }
      add(name, known.kind, SitePaths.entity(id))
    }
    for (number, head) in site.index.posts.enumerated() {
      guard let post = try attempt({ try site.graph.post(head.id) }) else { continue }
      for word in Set(SiteSearch.words(of: post.document)) where word.count <= SiteSearch.longest {
        words[SiteSearch.part(word), default: [:]][word, default: []].append(number)
      }
    }
  }

  /// The files: their names without ending, and what they hold.
  var files: [(name: String, bytes: [UInt8])] {
    names.sorted { $0.key < $1.key }.map {
      ("names-\($0.key)", SiteScript.handing("names-\($0.key)", rows: $0.value))
    }
      + words.sorted { $0.key < $1.key }.map {
        ("words-\($0.key)", SiteScript.handing("words-\($0.key)", index: $0.value))
      }
  }

  private mutating func add(_ name: String, _ kind: String, _ path: String) {
    for part in Set(SiteSearch.words(of: name).map(SiteSearch.part)) {
      names[part, default: []].append([.text(name), .text(kind), .text(path)])
    }
  }

  /// The words of a text in lower case without marks, as the script of the site makes them.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.folded.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: continue
      case .decimalNumber, .letterNumber, .otherNumber, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter,
        .modifierLetter, .otherLetter:
        word.append(scalar)
      default:
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The file of a word: its first two letters in hexadecimal.
  static func part(_ word: String) -> String {
    word.unicodeScalars.prefix(2).map { String($0.value, radix: 16) }.joined(separator: "_")
  }
}
