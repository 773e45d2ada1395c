public import Knowledge
import Matching
public import Model
import TextMatching

/// Reads posts: who and what they name, the times they tell, the events they claim.
public struct Extractor: Sendable {
  private let lexicon: Lexicon

  /// The version of the rules; a post read with another one can be read again.
  public static let rulesVersion = 1

  /// An extractor that knows what `knowledge` tells, further names of the caller's, and those of official lists.
  ///
  /// The caller's names win over those of `data/`, and these over lists, whose names are only a way to recognise.
  public init(
    knowledge: Knowledge, names: [(name: String, kind: EntityKind)] = [], listed: [GivenParty] = []
  ) {
    lexicon = Lexicon(knowledge, extra: names, listed: listed)
  }

  /// Reads one post; with `explaining`, claims carry the evidence for each of their parts and entities their keys.
  public func read(_ post: Post, explaining: Bool = false) -> PostReading {
    read(post, explaining: explaining) { _ in }
  }

  /// The stages of the cascade, in their order.
  package enum Stage: String, CaseIterable {
    case cutting, phrases, instruments, forms, linking, times, descriptions, events, reading
  }

  /// Reads one post and tells when each stage is over.
  package func read(_ post: Post, explaining: Bool = false, after: (Stage) -> Void) -> PostReading {
    let reader = PostReader(lexicon: lexicon, post: post, explaining: explaining)
    reader.cut()
    after(.cutting)
    reader.findPhrases()
    after(.phrases)
    reader.findInstruments()
    after(.instruments)
    reader.findForms()
    after(.forms)
    reader.link()
    after(.linking)
    reader.findTimes()
    after(.times)
    reader.findNominals()
    after(.descriptions)
    reader.findEvents()
    after(.events)
    let reading = reader.reading(of: post)
    after(.reading)
    return reading
  }
}
