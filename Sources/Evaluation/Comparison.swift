import Model

/// A post's answers beside what was found in it, in the form in which they are compared.
struct Comparison {
  /// A mention with what its entity is.
  struct Name {
    var span: TextSpan
    var entity: String
    var kind: EntityKind
    var isNominal: Bool
  }

  let gold: PostReading
  let found: PostReading
  /// Names that the answers have.
  let named: [Name]
  /// Descriptions that the answers have.
  let nominals: [Name]
  /// All mentions that were found.
  let mentions: [Name]
  /// The mentions found that count as names: none that the answers hold for a description.
  let scored: [Name]
  /// Which entity found is which of the answers.
  let alignment: EntityAlignment
  private let document: [Unicode.Scalar]

  init(_ post: GoldPost, _ found: PostReading) {
    gold = post.reading
    self.found = found
    document = Array(post.post.document.unicodeScalars)
    let answers = Comparison.names(post.reading)
    let mentions = Comparison.names(found)
    let nominals = answers.filter(\.isNominal)
    named = answers.filter { !$0.isNominal }
    self.nominals = nominals
    self.mentions = mentions
    scored = mentions.filter { mention in
      !mention.isNominal && !nominals.contains { $0.span.overlaps(mention.span) }
    }
    alignment = EntityAlignment(
      mentions, named, nominals, goldKinds: Comparison.kinds(gold), foundKinds: Comparison.kinds(found))
  }

  /// The words at a place.
  func words(_ span: TextSpan) -> String {
    let range = Range(uncheckedBounds: (min(span.start, document.count), min(span.end, document.count)))
    var text = String.UnicodeScalarView()
    text.append(contentsOf: document[range])
    return String(text)
  }

  /// The answer that an entity found stands for; marked as unknown where it stands for none.
  func goldName(of entity: Int) -> String {
    let id = found.entities[entity].id
    return alignment.gold(of: id) ?? "?\(id)"
  }

  private static func names(_ reading: PostReading) -> [Name] {
    let kinds = kinds(reading)
    return reading.mentions.map { mention in
      let entity = reading.entities[mention.entity]
      return Name(
        span: mention.span, entity: entity.id, kind: kinds[entity.id] ?? entity.kind,
        isNominal: mention.isNominal)
    }
  }

  private static func kinds(_ reading: PostReading) -> [String: EntityKind] {
    Dictionary(reading.entities.map { ($0.id, $0.kind) }) { $1 }
  }
}

extension TextSpan {
  /// Whether the two share a code point.
  func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}

/// Pairs each answer, in order, with the first thing found that fits it and is still free.
func match<Gold, Found>(
  _ gold: [Gold], _ found: [Found], _ fits: (Gold, Found) -> Bool
) -> (pairs: [(gold: Gold, found: Found)], missed: [Gold], spurious: [Found]) {
  var free = found
  var pairs: [(gold: Gold, found: Found)] = []
  var missed: [Gold] = []
  for answer in gold {
    if let index = free.firstIndex(where: { fits(answer, $0) }) {
      pairs.append((answer, free.remove(at: index)))
    } else {
      missed.append(answer)
    }
  }
  return (pairs, missed, free)
}

/// Whether a text comes before another in order of code points, which no locale or normal form changes.
func isBefore(_ left: String, _ right: String) -> Bool {
  left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
}
