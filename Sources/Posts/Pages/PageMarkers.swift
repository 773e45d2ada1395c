import Markup
public import Model

/// What the classes and ids of a page say of its parts.
public struct PageMarkers: Sendable {
  private var names: [String: Set<PageMarker.Meaning>] = [:]
  private var words: [String: Set<PageMarker.Meaning>] = [:]

  /// The meanings that these markers give.
  public init(_ markers: [PageMarker]) {
    for marker in markers {
      switch marker.match {
      case .name: names[marker.mark, default: []].insert(marker.meaning)
      case .word: words[marker.mark, default: []].insert(marker.meaning)
      }
    }
  }

  /// What an element is by its classes and its id.
  func meanings(of node: HTMLTree.Node) -> Set<PageMarker.Meaning> {
    var result: Set<PageMarker.Meaning> = []
    for attribute in ["class", "id"] {
      for name in node.words(of: attribute) {
        if let found = names[name.lowercased()] { result.formUnion(found) }
        for word in PageMarkers.words(of: name) {
          if let found = words[word] { result.formUnion(found) }
        }
      }
    }
    return result
  }

  /// `entryMeta_top-2` is entry, meta, top and 2.
  static func words(of name: Substring) -> [String] {
    var result: [String] = []
    var word = ""
    var wasSmall = false
    for character in name {
      let isBorder = character == "-" || character == "_" || character == ":"
      if isBorder || (character.isUppercase && wasSmall) {
        if !word.isEmpty { result.append(word.lowercased()) }
        word = ""
      }
      if !isBorder { word.append(character) }
      wasSmall = character.isLowercase
    }
    if !word.isEmpty { result.append(word.lowercased()) }
    return result
  }
}
