import Knowledge
import Model
import TextMatching

/// Verb groups: modals, auxiliaries, negations and adverbs up to the verb that they help.
extension PostReader {
  func opensVerbGroup(_ index: Int, _ range: Range<Int>, _ tags: [Tag]) -> Bool {
    var at = index + 1
    while at < range.upperBound, tags[at - range.lowerBound] == .adverb { at += 1 }
    guard at < range.upperBound else { return false }
    let tag = tags[at - range.lowerBound]
    return tag == .verb || tag == .infinitiveTo || tag == .auxiliary
  }

  /// The token behind a time or an aside between commas that stands inside a verb group: "could, in the autumn, grant",
  /// "would, I hear, blacklist".
  func parenthetical(_ comma: Int, _ range: Range<Int>, _ tags: [Tag]) -> Int? {
    var at = comma + 1
    while at < range.upperBound, at < comma + 8 {
      switch tags[at - range.lowerBound] {
      case .time, .preposition, .determiner, .adverb, .pronoun, .noun, .verb, .auxiliary: break
      case .comma:
        let next = at + 1
        return at > comma + 1 && next < range.upperBound && tags[next - range.lowerBound] == .verb
          && !lexicon.verbForm(word(next)).forms.isDisjoint(with: [.participle, .gerund, .base]) ? next : nil
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// "What OFAC did on Friday was designate X": the verb of doing whose act a base form behind a copula tells.
  func verbOfDoing(before unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 1, units[unit].verb.forms.contains(.base), has(units[unit].first, .be),
      units[unit].last - units[unit].first > 1, units[unit].verb.modal < 0, !units[unit].verb.isInfinitive,
      clauses.range.contains(where: { word($0) == lexicon.words.what && $0 < units[unit].first })
    else { return nil }
    return units[..<unit].lastIndex {
      $0.kind == .verb && (has($0.head, .doVerb) || reads($0.head, "done", "doing"))
    }
  }

  /// "Has not at this time designated X", "has in recent weeks listed Y": the token behind a short phrase that parts an
  /// auxiliary from its participle.
  private func phraseInGroup(_ index: Int, _ range: Range<Int>, _ tags: [Tag]) -> Int? {
    var at = index + 1
    while at < range.upperBound, at < index + 5 {
      switch tags[at - range.lowerBound] {
      case .determiner, .noun, .adverb, .pronoun, .time:
        guard mentionAt[at] < 0, !isCapital(at) else { return nil }
      case .verb:
        let isParticiple = lexicon.verbForm(word(at)).forms.contains(.participle)
        return at > index + 1 && isParticiple && startsNounPhrase(at + 1) ? at : nil
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// "Will on Tuesday freeze": a day with its preposition between an auxiliary and its verb.
  func isTimeInGroup(_ index: Int, _ range: Range<Int>, _ tags: [Tag]) -> Bool {
    guard reads(index, "on", "in"), index + 1 < range.upperBound, tags[index + 1 - range.lowerBound] == .time
    else {
      return false
    }
    var next = index + 1
    while next < range.upperBound,
      tags[next - range.lowerBound] == .time || tags[next - range.lowerBound] == .adverb
    {
      next += 1
    }
    return next < range.upperBound && tags[next - range.lowerBound] == .verb
      && !lexicon.verbForm(word(next)).forms.isDisjoint(with: [.participle, .gerund, .base])
  }

  /// Modals, auxiliaries, negations and adverbs up to the verb that they help.
  func verbGroup(_ index: inout Int, _ range: Range<Int>, _ tags: [Tag]) -> Unit {
    let start = index
    var group = VerbGroup()
    var sawBe = false
    var sawGet = false
    var sawAuxiliary = false
    var at = index
    var end = index
    var head = index
    scan: while at < range.upperBound {
      switch tags[at - range.lowerBound] {
      case .modal:
        if end > index, sawAuxiliary { break scan }
        group.modal = at
        if has(at, .negation) { group.isNegated = true }
        sawAuxiliary = true
      case .auxiliary:
        if has(at, .be) || has(at, .staying) { sawBe = true }
        if has(at, .get) { sawGet = true }
        if has(at, .have), !sawBe { group.hasHave = true }
        if has(at, .negation) { group.isNegated = true }
        sawAuxiliary = true
      case .negation: group.isNegated = true
      case .comma where sawAuxiliary && at == end && parenthetical(at, range, tags) != nil:
        at = parenthetical(at, range, tags) ?? at
        continue
      case .preposition where sawAuxiliary && isTimeInGroup(at, range, tags):
        at += 1
        continue
      case .preposition where group.hasHave && phraseInGroup(at, range, tags) != nil:
        at = phraseInGroup(at, range, tags) ?? at
        continue
      case .adverb:
        at += 1
        continue
      case .time:
        // "Is today identifying", "has on Friday …" with the day alone.
        var next = at
        while next < range.upperBound,
          tags[next - range.lowerBound] == .time
            || tags[next - range.lowerBound] == .adverb || tags[next - range.lowerBound] == .open
            || tags[next - range.lowerBound] == .close
        {
          next += 1
        }
        guard sawAuxiliary, next < range.upperBound, tags[next - range.lowerBound] == .verb,
          !lexicon.verbForm(word(next)).forms.isDisjoint(with: [.participle, .gerund, .base])
        else { break scan }
        at = next
        continue
      case .infinitiveTo:
        if group.isInfinitive { break scan }
        if sawAuxiliary {
          guard sawBe || group.hasHave, at == end else { break scan }
          group.isBeTo = sawBe
        }
        group.isInfinitive = true
      case .verb:
        head = at
        end = at + 1
        at += 1
        break scan
      default: break scan
      }
      // "Is not": the verb governs, and not what denies it.
      if tags[at - range.lowerBound] != .negation { head = at }
      at += 1
      end = at
    }
    index = max(end, start + 1)
    let form = lexicon.verbForm(tokens[head].word)
    group.lemma = tags[head - range.lowerBound] == .verb ? Int(form.lemma) : -1
    group.forms = tags[head - range.lowerBound] == .verb ? form.forms : []
    group.isAuxiliary = tags[head - range.lowerBound] != .verb
    if group.lemma < 0, !group.isAuxiliary {
      group.forms = ends(head, in: "ing") ? .gerund : [.past, .participle]
    }
    let isGerund = group.forms.contains(.gerund)
    group.isPassive = (sawBe || sawGet) && !isGerund && group.forms.contains(.participle)
    group.isGerund =
      isGerund && !sawBe && !sawAuxiliary || reads(start, "having")
      || group.isPassive && reads(start, "being")
    group.isBare = !sawAuxiliary && !group.isInfinitive && group.forms.contains(.participle)
    return Unit(kind: .verb, first: start, last: index, head: head, verb: group)
  }
}
