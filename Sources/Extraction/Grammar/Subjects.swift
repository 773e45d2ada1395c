import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The subject of a verb group: before it, shared with the verb before, or of what governs it.
  func subject(of unit: Int, _ clauses: Clauses, depth: Int = 0) -> [Filler] {
    guard depth < 6 else { return [] }
    let units = clauses.units
    let group = units[unit].verb
    if group.isInfinitive, !group.isBeTo { return subjectOfInfinitive(unit, clauses, depth) }
    if group.isGerund { return subjectOfGerund(unit, clauses, depth) }
    var at = unit - 1
    var steps = 0
    while at >= 0, steps < 30 {
      steps += 1
      switch units[at].kind {
      case .time: at -= 1
      case .close: at = beforeBracket(at, clauses)
      case .relative: return antecedent(before: at, clauses)
      case .conjunction:
        // "designated X and froze Y" share the subject of the verb before.
        return sharedSubject(before: at, of: unit, clauses, depth)
      case .comma:
        if let name = beforeOtherName(closedBy: at, clauses) {
          at = name
          continue
        }
        guard let opening = openingComma(before: at, clauses) else {
          return sharedSubject(before: at, of: unit, clauses, depth)
        }
        if let relative = relativeOpening(around: opening, clauses) {
          at = relative - 1
          continue
        }
        // "The plant they were bound for, the Arnor Refinery, was listed".
        if units[opening - 1].kind == .preposition, let named = list(at: opening + 1, clauses),
          named.next == at,
          named.fillers.allSatisfy({ entity(at: $0.head).map { entities[$0].kind.canBeListed } ?? false })
        {
          return named.fillers
        }
        if let named = namedApposition(between: opening, and: at, clauses) {
          let first = named.first.map { clauses.unit(at: $0.first) } ?? 0
          let description =
            listEnding(before: opening, clauses).first.map { clauses.unit(at: $0.first) } ?? first
          return describedBefore(min(first, description), clauses).map { [$0] + named } ?? named
        }
        at = opening - 1
      case .mark:
        guard word(units[at].head) == Mark.dash, let opening = openingDash(before: at, clauses) else {
          return []
        }
        at = opening - 1
      case .nounPhrase:
        let list = listEnding(before: at + 1, clauses)
        guard let first = list.first else { return [] }
        // "Signed the order, and the next day OFAC used it": an adverbial behind "and" opens a clause.
        if list.count > 1, let last = list.last, case let joint = clauses.unit(at: last.first) - 1, joint > 0,
          units[joint].kind == .conjunction, units[joint].last < last.first,
          !(units[joint].last..<last.first).contains(where: { has($0, .addition) || word($0) == Mark.quote })
        {
          return [last]
        }
        // "Kemal Yurtsever, 53, the owner of X, was arrested": an age is no subject.
        if list.count == 1, at > 1, units[at].last - units[at].first == 1,
          shape(units[at].head).contains(.number),
          units[at - 1].kind == .comma, let person = entity(at: units[at - 2].head),
          entities[person].kind == .person
        {
          at -= 2
          continue
        }
        let start = clauses.unit(at: first.first)
        if clauses.partsLists, let parties = partiesBetweenSemicolons(before: start, clauses) {
          return parties + list
        }
        // "X was listed in May, on the eve of the vote, and Y was listed in June": Y is not of what the eve is of.
        if list.count == 1, first.of.count > 1, let last = first.of.last, let named = entity(at: last.head),
          entities[named].kind.canBeListed, case let joint = clauses.unit(at: last.first) - 1, joint > 1,
          units[joint].kind == .conjunction, units[joint - 1].kind == .comma,
          units[..<start].contains(where: { $0.isFiniteForm })
        {
          return [last]
        }
        // "US, Japan sanction X": in a headline a comma joins those who act.
        if list.count == 1, isInTitle(units[at].head), start > 1, units[start - 1].kind == .comma,
          units[start - 2].kind == .nounPhrase, let other = entity(at: units[start - 2].head),
          designates(other),
          let own = entity(at: units[at].head), designates(own)
        {
          return [Filler(unit: start - 2, head: units[start - 2].head, first: units[start - 2].first)] + list
        }
        // "X was listed on a Monday, a day of rain, and Y was listed in June": no list of a day and a party.
        if list.count == 2, entity(at: first.head) == nil, !isParty(first.head), !has(first.head, .title),
          let last = list.last, entity(at: last.head) != nil, start > 1, units[start - 1].kind == .comma,
          units[..<start].contains(where: { $0.isFiniteForm })
        {
          return [last]
        }
        // "Permits dealings with the government in Harad, and the State Department waived": no subject begins in a phrase.
        // "Listed X, the supplier of the coal, and Harad is considering": who puts parties on lists acts behind ", and".
        if list.count > 1, start > 1, let last = list.last, let acting = entity(at: last.head),
          units[start - 1].kind == .preposition || designates(acting) && entities[acting].kind == .country,
          case let joint = clauses.unit(at: last.first) - 1, joint > 1, units[joint].kind == .conjunction,
          units[joint - 1].kind == .comma,
          units[..<start].contains(where: { $0.isFiniteForm })
        {
          return [last]
        }
        // A phrase behind a preposition is part of the subject, not the subject.
        if start > 0, units[start - 1].kind == .preposition {
          at = start - 2
          while at >= 0, units[at].kind == .preposition { at -= 1 }
          if at < 0 { return [] }
          continue
        }
        // "A company that supplied Arnor Bank was fined": the object of a relative clause behind the subject.
        if list.count == 1, start > 1, units[start - 1].kind == .verb, units[start - 2].kind == .relative,
          start > 2,
          units[start - 3].kind == .nounPhrase
        {
          at = start - 3
          continue
        }
        // "The rule making these changes takes effect": the object of a participle behind the subject.
        // "A proposal to lift the embargo was dropped": the object of an infinitive behind it.
        if start > 1, units[start - 1].kind == .verb,
          units[start - 1].verb.isGerund || units[start - 1].verb.isInfinitive && list.count == 1,
          units[start - 2].kind == .nounPhrase
        {
          at = start - 2
          continue
        }
        // "… blocked X, and Japan listed them": what stands behind a verb is its object up to the conjunction.
        if start > 0, units[start - 1].kind == .verb, !isReduced(start - 1, clauses), list.count > 1 {
          // "In a hall that lost its roof, A and B signed": a comma before both.
          let joint = clauses.unit(at: list[list.count - 1].first) - 1
          let isPair =
            list.count > 2 && units[joint].kind == .conjunction && units[joint - 1].kind == .nounPhrase
            && list.suffix(2).allSatisfy { entity(at: $0.head) != nil } && entity(at: first.head) == nil
          return list.suffix(isPair ? 2 : 1)
        }
        // "whose property had been blocked": the thing belongs to what the pronoun stands for.
        if start > 0, units[start - 1].kind == .relative, isWhose(units[start - 1].head),
          let owner = antecedent(before: start - 1, clauses).last
        {
          var owned = list[0]
          owned.of.insert(owner, at: 0)
          return [owned]
        }
        // "X, a firm, and its director, B, pleaded": the description before the name goes with it.
        var origin = start
        if start > 2, units[start - 1].kind == .comma,
          let described = listEnding(before: start - 1, clauses).last,
          entity(at: described.head) == nil, has(described.head, .title) || has(described.head, .genericParty)
        {
          origin = clauses.unit(at: described.first)
        }
        return describedBefore(origin, clauses).map { [$0] + list } ?? list
      case .verb:
        // "the bank designated in 2016 moved": a participle between the subject and its verb.
        if isReduced(at, clauses) {
          at -= 1
          continue
        }
        // "X, which a panel says breached the embargo": what the pronoun stands for, and not who says so.
        if has(units[at].head, .reporting), !units[at].verb.isPassive, units[unit].isFiniteForm, at > 1,
          units[at - 1].kind == .nounPhrase,
          let teller = listEnding(before: at, clauses).first.map({ clauses.unit(at: $0.first) }), teller > 0,
          units[teller - 1].kind == .relative
        {
          return antecedent(before: teller - 1, clauses)
        }
        // "The order that the President signed on Monday freezes": the noun of which the clause tells.
        guard at > 1, units[at - 1].kind == .nounPhrase,
          let first = listEnding(before: at, clauses).first.map({ clauses.unit(at: $0.first) }), first > 0,
          units[first - 1].kind == .relative && first > 1 && units[first - 2].kind == .nounPhrase
            || units[first - 1].kind == .nounPhrase && entity(at: units[first - 1].head) == nil
        else { return [] }
        at = units[first - 1].kind == .relative ? first - 2 : first - 1
      case .preposition: at -= 1
      case .subordinator, .open: return []
      }
    }
    return []
  }

  /// The comma that opens ", the ministry said," where another closes it.
  func openingOfReport(closedBy comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard comma > 2, units[comma - 1].kind == .verb, has(units[comma - 1].head, .reporting),
      units[comma - 2].kind == .nounPhrase, let first = listEnding(before: comma - 1, clauses).first,
      case let start = clauses.unit(at: first.first), start > 0, units[start - 1].kind == .comma
    else { return nil }
    return start - 1
  }

  /// The unit before another name of the same party: "the Office of Foreign Assets Control, or OFAC, blacklisted X".
  private func beforeOtherName(closedBy comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard comma > 3, units[comma - 1].kind == .nounPhrase, units[comma - 2].kind == .conjunction,
      word(units[comma - 2].head) == lexicon.words.or, units[comma - 3].kind == .comma,
      units[comma - 4].kind == .nounPhrase, let other = entity(at: units[comma - 1].head),
      entity(at: units[comma - 4].head) == other
    else { return nil }
    return comma - 4
  }

  /// "A and its owner, B; C and its owner, D; and E were removed": the parties before the last item of a list that
  /// semicolons part.
  private func partiesBetweenSemicolons(before start: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    var at = start - 1
    guard at > 1, units[at].kind == .conjunction, units[at - 1].kind == .mark,
      word(units[at - 1].head) == Mark.semicolon
    else { return nil }
    at -= 1
    var found: [Filler] = []
    scan: while at >= 0 {
      switch units[at].kind {
      case .nounPhrase:
        if !units[at].isPossessor, let named = entity(at: units[at].head), entities[named].kind.canBeListed,
          at == 0 || units[at - 1].kind != .preposition
        {
          found.insert(Filler(unit: at, head: units[at].head, first: units[at].first), at: 0)
        }
      case .comma, .conjunction, .preposition, .open, .close: break
      case .mark where word(units[at].head) == Mark.semicolon: break
      default: break scan
      }
      at -= 1
    }
    return found.isEmpty ? nil : found
  }

  func sharedSubject(before joint: Int, of unit: Int, _ clauses: Clauses, _ depth: Int) -> [Filler] {
    let units = clauses.units
    var at = joint - 1
    let group = units[unit].verb
    while at >= 0 {
      // "Froze any assets he holds there and blacklisted X": not the verb of a clause without its pronoun.
      let isContact =
        units[at].kind == .verb && at > 1 && units[at - 1].kind == .nounPhrase
        && units[at - 2].kind == .nounPhrase && !units[at - 2].isPossessor
        && has(units[at - 1].head, .pronoun)
      if units[at].kind == .verb, !isContact {
        let other = units[at].verb
        // "Convicted X of selling pianos, and fined it": a finite verb goes on from the finite one.
        let isOfPhrase =
          other.isGerund && !group.isPassive && group.forms.contains(.past) && at > 0
          && units[at - 1].kind == .preposition
        if other.isInfinitive == group.isInfinitive, other.isGerund == group.isGerund || !group.isGerund,
          !isReduced(at, clauses), !isOfPhrase
        {
          if let main = verbJoinedOverClause(unit, clauses) {
            return subject(of: main, clauses, depth: depth + 1)
          }
          return subject(of: at, clauses, depth: depth + 1)
        }
      }
      if units[at].kind == .subordinator, !group.isInfinitive { break }
      // "Froze the assets of X, the ministry said, and barred Y": who tells it does not act.
      if units[at].kind == .comma, let opening = openingOfReport(closedBy: at, clauses) {
        at = opening - 1
        continue
      }
      if units[at].kind == .mark, word(units[at].head) == Mark.semicolon { break }
      at -= 1
    }
    return []
  }

  /// "OFAC found that X had sold chips and blacklisted it": the verb before "that" whose subject acts behind "and" too,
  /// since who is told of is hit.
  func verbJoinedOverClause(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 3, unit + 1 < units.count, units[unit - 1].kind == .conjunction,
      word(units[unit - 1].head) == lexicon.words.and, units[unit].isFiniteForm, !units[unit].verb.isPassive,
      units[unit + 1].kind == .nounPhrase, reads(units[unit + 1].head, "it", "them", "him", "her", "both"),
      let start = startOfTold(before: unit, clauses), start > 1,
      let saying = units[..<start].lastIndex(where: { $0.kind != .time && $0.kind != .preposition }),
      units[saying].isFiniteForm,
      let told = filler(at: units[start].kind == .subordinator ? start + 1 : start, clauses)?.filler,
      let hit = entity(at: told.head), entities[hit].kind.canBeListed, !designates(hit)
    else { return nil }
    return saying
  }

  /// Where what is told begins: at "that", or right behind a verb of saying, "OFAC said X had sold chips and …".
  private func startOfTold(before unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    if let link = units[..<unit].lastIndex(where: { $0.kind == .subordinator || $0.kind == .relative }) {
      return units[link].kind == .subordinator && word(units[link].head) == lexicon.words.that ? link : nil
    }
    return units[..<unit].firstIndex { $0.kind == .verb && has($0.head, .reporting) }.flatMap { saying in
      saying + 1 < unit && units[saying + 1].kind == .nounPhrase ? saying + 1 : nil
    }
  }
}
