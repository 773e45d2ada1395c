import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The most events that a sentence tells; what has more is no prose.
  private static let mostEvents = 32

  /// Finds the events: for each trigger the frame that fits, who takes part, the status and the date; then merges
  /// what is told of one event in several places.
  func findEvents() {
    tester = dominantTester()
    timeline = timelineDates()
    today = todayTold()
    var anchor: EDTF?
    var unnamed: [(event: Int, found: UnnamedResolution)] = []
    for number in sentencesWithTriggers() {
      let range = sentences[number]
      guard canTellEvent(range) else { continue }
      let first = events.count
      let clauses = clauses(of: range)
      let sites = sites(clauses).prefix(PostReader.mostEvents)
      let taken = sites.count > 1 ? sites.flatMap { takenNouns($0.0, $0.1, clauses) } : []
      for (frame, site) in sites {
        // "lifted the sanctions" is one event, that of the verb.
        if site.kind == .noun, site.tokens.contains(where: taken.contains) { continue }
        if isGeneralTalk(frame.kind, site, clauses) { continue }
        var event = event(frame, site, clauses, sentence: number)
        status(of: site, clauses, &event)
        date(site, clauses, &event, anchor: anchor)
        // "Also designated today is X": what is dated by these days is the news itself.
        if event.isBackground, !site.isAttribute, isNews(event) { event.isBackground = false }
        cite(site, clauses, &event)
        if joinGovernor(event, site, clauses) { continue }
        // "After the launch on Sunday": what only places another event is not what "the same day" goes back to.
        if let date = event.date, event.basis == .text, date.day != nil, anchor == nil || !event.isBackground,
          anchor == nil || site.kind == .verb || !isAnchor(site.unit, clauses),
          !isAside(site, clauses) || !events[first...].contains(where: { $0.date?.day != nil })
        {
          anchor = date
        }
        if let found = unnamedResolution(frame, site, clauses, event) {
          unnamed.append((events.count, found))
        }
        for target in event.participants where target.role == .target { targeted.insert(target.entity) }
        let others = gappedActs(site, clauses, &event)
        events.append(event)
        events += others
      }
      dateByAnchors(range, from: first)
      dateByOpening(range, from: first)
      let joined = joinEffects(of: range, from: first)
      if !joined.isEmpty {
        unnamed = unnamed.compactMap { event, found in
          joined.contains(event) ? nil : (event - joined.count { $0 < event }, found)
        }
      }
    }
    for event in events.indices { dateByMove(event) }
    takeEntries()
    for event in events.indices { takeListed(event) }
    for event in events.indices { takeMembers(event) }
    for (event, found) in unnamed { name(found, of: event) }
    takeActionInstruments()
    takeAdoptedResolutions()
    fitHeadlines()
    completeEvents()
    completeEchoes()
    takeUpSanctions()
    completeTargets()
    completeImposers()
    mergeEvents()
    dateByAction()
    dateByLead()
  }

  /// Whether an event is told in a relative clause, aside from what the sentence tells.
  private func isAside(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    clauses.units[..<site.unit].contains { $0.kind == .relative }
  }

  /// The triggers of a sentence with the frames that fit them, in the order of the text.
  private func sites(_ clauses: Clauses) -> [(Frame, TriggerSite)] {
    var found = clauses.units.indices.compactMap { unit in
      site(at: unit, clauses).flatMap { frame(for: $0, clauses) }
    }
    let attributes = attributiveSites(clauses).compactMap { frame(for: $0, clauses) }
      .filter { $0.0.kind == .designation || $0.0.kind == .enforcement }
    guard !attributes.isEmpty else { return found }
    found += attributes
    return found.sorted { $0.1.tokens.lowerBound < $1.1.tokens.lowerBound }
  }

  /// The nouns that the frame of a verb asks for by their class, which are no events of their own.
  private func takenNouns(_ frame: Frame, _ site: TriggerSite, _ clauses: Clauses) -> [Int] {
    guard site.kind == .verb else { return [] }
    // "The sanctions on X expired": what ends is told by its subject.
    let ends = frame.kind == .delisting || frame.kind == .relief
    return frame.needs.filter { $0.slot == .object || $0.joins || ends && $0.slot == .subject }.flatMap {
      need in
      let asksForNoun = need.fillers.contains { filler in if case .noun = filler { true } else { false } }
      let nouns = asksForNoun ? fillers(need.slot, site, clauses).map(\.head) : []
      // "conducted a missile test and two nuclear tests": of several acts the verb takes the first.
      return need.joins && frame.kind == .weaponsTest ? Array(nouns.prefix(1)) : nouns
    }
  }

  /// Whether the words of a sentence can fill the frame of any of its triggers; most sentences of news cannot.
  private func canTellEvent(_ range: Range<Int>) -> Bool {
    var classes = WordClassSet()
    var hasParty = false
    for index in range {
      classes.formUnion(lexicon.info(tokens[index].word).classes)
      hasParty = hasParty || mentionAt[index] >= 0
    }
    hasParty =
      hasParty || classes.contains(.pronoun) || classes.contains(.genericParty)
      || classes.contains(.quantity) || range.contains { reads($0, "both", "either") }
    // "They were eased in 2023": a pronoun can stand for sanctions.
    if classes.contains(.pronoun) {
      classes.insert(.nounSanctions)
      classes.insert(.nounSanctionsCore)
    }
    return range.contains { index in
      guard mentionAt[index] < 0 else { return false }
      let lemma = Int(lexicon.info(tokens[index].word).verb.lemma)
      let verb = lemma >= 0 ? lexicon.verbs[lemma].frames : []
      let noun = nounTriggerAt[index] >= 0 ? nounTriggers[Int(nounTriggerAt[index])].index : -1
      return verb.contains { lexicon.frames[$0].canHold(classes, hasParty: hasParty) }
        || noun >= 0
          && lexicon.nounTriggers[noun].contains { lexicon.frames[$0].canHold(classes, hasParty: hasParty) }
    }
  }

  /// The sentences that hold a word that can name an event, in order.
  private func sentencesWithTriggers() -> [Int] {
    var found: [Int] = []
    var verb = 0
    var noun = 0
    var number = 0
    while true {
      while verb < verbTriggers.count, mentionAt[Int(verbTriggers[verb])] >= 0 { verb += 1 }
      while noun < nounTriggers.count, mentionAt[nounTriggers[noun].first] >= 0 { noun += 1 }
      let next = min(
        verb < verbTriggers.count ? Int(verbTriggers[verb]) : Int.max,
        noun < nounTriggers.count ? nounTriggers[noun].first : Int.max)
      guard next < Int.max else { return found }
      while sentences[number].upperBound <= next { number += 1 }
      found.append(number)
      while verb < verbTriggers.count, verbTriggers[verb] < sentences[number].upperBound { verb += 1 }
      while noun < nounTriggers.count, nounTriggers[noun].first < sentences[number].upperBound { noun += 1 }
    }
  }
}
