import Knowledge
import Model
import TextMatching

/// A row of the event lexicon, ready for rules to ask: slots are told by numbers, not by their names.
final class Frame: Sendable {
  /// A place beside a trigger that a frame speaks of.
  enum Slot: Equatable, Sendable {
    case subject, object, complement, possessor, modifier
    /// Whatever can give the target.
    case target
    /// Whether the verb is passive.
    case passive
    /// Whether the sentence speaks of a settlement of liability.
    case settling
    /// Of a noun behind "under": who is or stays under it.
    case bearer
    /// What is named nearest to the trigger, where grammar tells nothing.
    case nearby
    /// Behind a preposition.
    case preposition(WordID)
  }

  /// A condition on a slot.
  struct Need: Sendable {
    var slot: Slot
    var fillers: [SlotCondition.Filler]
    /// Whether the filler's noun belongs to the trigger.
    var joins: Bool
  }

  let kind: EventKind
  let isVerb: Bool
  /// The words of the trigger behind the first.
  let rest: [WordID]
  /// What claims of this frame name as their rule.
  let rule: String
  let needs: [Need]
  /// The roles that slots give where they differ from the usual ones; nil for a slot that gives none.
  let roles: [(slot: Slot, role: Role?)]
  /// The slot whose noun belongs to the trigger.
  let joined: Slot?
  /// Whether a need asks for whatever gives the target.
  let asksForTarget: Bool

  init(_ record: EventFrame, _ vocabulary: inout Vocabulary) {
    func slot(_ name: String, _ vocabulary: inout Vocabulary) -> Slot {
      switch name {
      case "subject": .subject
      case "object": .object
      case "complement": .complement
      case "possessor": .possessor
      case "modifier": .modifier
      case "target": .target
      case "passive": .passive
      case "settling": .settling
      case "bearer": .bearer
      case "nearby": .nearby
      default: .preposition(vocabulary.intern(name))
      }
    }
    kind = record.kind
    isVerb = record.partOfSpeech == .verb
    rest =
      isVerb
      ? record.trigger.split(separator: " ").dropFirst().map { vocabulary.intern(String($0)) } : []
    rule = "\(record.partOfSpeech.rawValue) '\(record.trigger)'"
    needs = record.needs.map {
      Need(slot: slot($0.slot, &vocabulary), fillers: $0.fillers, joins: $0.joins)
    }
    roles = record.roles.map { (slot($0.slot, &vocabulary), $0.role) }
    joined = needs.first { $0.joins }?.slot
    asksForTarget = needs.contains { $0.slot == .target }
  }

  /// Whether the words of a sentence can fill what the frame needs.
  ///
  /// `classes` are those of all its words; `hasParty` tells whether something in it can be a party or an instrument.
  func canHold(_ classes: WordClassSet, hasParty: Bool) -> Bool {
    needs.allSatisfy { need in
      need.fillers.contains { filler in
        switch filler {
        case .noun(let wordClass): classes.contains(wordClass)
        case .any, .none, .time: true
        case .party, .country, .instrument, .organization, .person, .firm, .authority: hasParty
        }
      }
    }
  }

  /// The role that a slot gives: the frame's own, else the usual one.
  func role(_ slot: Slot, usual: Role?) -> Role? {
    for own in roles where own.slot == slot { return own.role }
    return usual
  }

  /// Whether the frame tells itself what a slot gives.
  func overrides(_ slot: Slot) -> Bool { roles.contains { $0.slot == slot } }
}
