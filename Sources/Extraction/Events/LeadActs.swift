import Knowledge
import Model
import TextMatching

/// The act that a post is about: its headline, its lead, and what is later called "today's action".
extension PostReader {
  /// How many events of a headline are looked at; what has more is none.
  private static let mostInHeadline = 32
  /// How many sentences behind the lead its day may be that of an act.
  private static let leadReach = 6

  /// Fits headlines to the text that follows, before what is told of one event is joined.
  func fitHeadlines() {
    for index in events.indices.prefix(PostReader.mostInHeadline) {
      guard isHeadline(events[index]) else { break }
      takeKindOfLead(index)
      takeStatusOfLead(index)
    }
  }

  /// "EU Slaps Sanctions On Harad" above a lead that tells which parties are hit: the headline speaks of the designation.
  private func takeKindOfLead(_ index: Int) {
    let headline = events[index]
    guard headline.kind == .restriction, headline.status == .actual || headline.status == .planned,
      headline.triggers.contains(where: { $0.contains { has($0, .nounSanctionsCore) } }),
      // "Prolongs sanctions and lists three persons": the headline tells the two apart.
      !headlines().contains(where: { $0.kind == .designation }),
      let lead = leads(of: headline).first(where: { $0.kind == .designation || $0.kind == .restriction }),
      lead.kind == .designation, lead.status == headline.status
    else { return }
    events[index].kind = .designation
    events[index].participants.removeAll { $0.role == .target && entities[$0.entity].kind == .country }
    events[index].evidence.removeAll { $0.part == .target }
    events[index].evidence.append(
      FoundEvidence(part: .trigger, tokens: lead.triggers[0], note: "the lead tells that parties are hit"))
  }

  /// "Arnor Bank to Pay $3 Million" above "agreed to pay": what the text tells as done is no plan.
  private func takeStatusOfLead(_ index: Int) {
    let headline = events[index]
    guard headline.status == .planned, headline.kind == .enforcement,
      let lead = leads(of: headline).first(where: { $0.kind == .enforcement && $0.status == .actual }),
      lead.participants.contains(where: { headline.participants.contains($0) })
    else { return }
    events[index].status = .actual
    events[index].evidence.append(
      FoundEvidence(part: .status, tokens: lead.triggers[0], note: "the lead tells it as done"))
  }

  /// The acts of the same authority in the first two sentences of the text.
  private func leads(of headline: FoundEvent) -> [FoundEvent] {
    let first = firstSentenceOfText
    return events.filter { event in
      event.sentence >= first && event.sentence - first <= 1 && !event.isBackground
        && (!event.has(.authority) || !headline.has(.authority) || event.shares(.authority, with: headline)
          || areParts(event, headline))
    }
  }

  /// "Today's action", "Friday's designations": the day of the act that the post is about, where no other day is told.
  func dateByAction() {
    guard let main = mainAct(), events[main].date == nil else { return }
    // "OFAC is designating A. … Gondor is today imposing sanctions on B": what goes on goes on the same day.
    if events[main].triggers.count > 1 || events[main].isUnderWay,
      let other = events[main...].first(where: { $0.isUnderWay && isNews($0) }), isAnnounced(main)
    {
      takeDate(of: other, into: main, "the day of what goes on beside it")
      return
    }
    for time in times {
      guard let value = time.value, value.day != nil, word(time.last) == Mark.possessive,
        has(time.last + 1, .nounAction) || has(time.last + 1, .nounDesignation)
          || has(time.last + 1, .nounSanctions) || ends(time.last + 1, in: "announcement"),
        let day = value.last, let today = published?.last, day <= today, today <= day + 7
      else { continue }
      tell(value, time.first..<time.last, "the day of the action that the post tells", &events[main])
      return
    }
  }

  /// Whether one of the sentences that tell an act tells it as going on.
  private func isAnnounced(_ index: Int) -> Bool {
    events[index].isUnderWay
      || events[index].triggers.contains { trigger in
        ends(trigger.lowerBound, in: "ing")
          && (max(0, trigger.lowerBound - 3)..<trigger.lowerBound).contains {
            reads($0, "is", "are", "am")
          }
      }
  }

  /// Headlines tell of one day, and what a post adds to the act that it is about ("also removed", "is removing") is of
  /// that act's day.
  func dateByLead() {
    guard published?.last != nil else { return }
    var last: FoundEvent?
    // The acts of these days so far, and whether the last dated event is one.
    var acts: [FoundEvent] = []
    var isInReport = false
    // Until an act has a day of its own, the day that the lead tells is that of what it leads to.
    var newsDay = newsDay()
    for index in events.indices {
      let event = events[index]
      guard event.status == .actual, !event.isBackground else {
        if event.date != nil, event.isBackground { isInReport = false }
        continue
      }
      if event.date != nil {
        // What a relative clause tells of older days does not end the report.
        let isFresh = isNews(event)
        isInReport = isFresh || isInReport && !event.isNarrated
        newsDay = nil
        if isFresh {
          last = event
          acts.append(event)
        }
      } else if index < PostReader.mostInHeadline, isHeadline(event), event.rule.hasPrefix("verb") {
        if let main = headlineAct(index) {
          takeDate(of: main, into: index, "the day of the act that the headline tells")
        } else if let day = newsDay, let value = day.value, event.triggers.count > 1, event.has(.authority) {
          tell(value, day.first..<day.last, "the day that the lead tells", &events[index])
        }
      } else if event.rule.hasPrefix("verb"), let last,
        event.isUnderWay && event.has(.authority)
          || event.isAdded && (!last.has(.authority) || !event.has(.authority))
      {
        takeDate(of: last, into: index, "the day of the act that the post is about")
      } else if event.isAdded || isInReport && goesOnInReport(event),
        let act = acts.suffix(8).last(where: {
          event.shares(.authority, with: $0) || areParts(event, $0) || event.isAdded && areSiblings(event, $0)
        })
      {
        takeDate(of: act, into: index, "the day of what the same doer did")
      } else if let day = newsDay, let value = day.value, event.has(.authority), goesOnInReport(event),
        event.sentence - firstSentenceOfText <= PostReader.leadReach
      {
        tell(value, day.first..<day.last, "the day that the lead tells", &events[index])
        isInReport = true
        last = events[index]
        acts.append(events[index])
        newsDay = nil
      } else if isInReport, event.has(.authority), goesOnInReport(event), let last {
        // "On Thursday Gondor blacklisted A. … Rohan froze the assets of B": others act in one story.
        takeDate(of: last, into: index, "the day of the acts that are told before")
      }
    }
  }

  /// The day just before the post that its first two sentences tell, a dateline aside.
  private func newsDay() -> FoundTime? {
    let first = firstSentenceOfText
    guard first < sentences.count else { return nil }
    let lead = sentences[first].lowerBound..<sentences[min(first + 1, sentences.count - 1)].upperBound
    return times.first { time in
      lead.contains(time.first) && (time.value.map { $0.day != nil && isFresh($0) } ?? false)
        && !(time.last..<min(time.last + 5, lead.upperBound)).contains {
          word($0) == Mark.dash || word($0) == Mark.hyphen && !shape($0).contains(.touchesBefore)
        }
        && !reads(time.first - 1, "since", "until", "before", "after")
    }
  }

  /// Whether two bureaus of one department act.
  private func areSiblings(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    func wholes(_ event: FoundEvent) -> Set<Int> {
      Set(
        event.participants.filter { $0.role == .authority && entities[$0.entity].known >= 0 }
          .compactMap { lexicon.partOf[entities[$0.entity].known] })
    }
    return !wholes(a).isDisjoint(with: wholes(b))
  }

  /// Whether an act without a day of its own goes on with what a report tells of these days: in the simple past, in a
  /// sentence that tells no time.
  private func goesOnInReport(_ event: FoundEvent) -> Bool {
    event.isNarrated && event.kind.roles.contains(.authority) && event.kind != .enforcement
      && !sentences[event.sentence].contains { timeAt[$0] >= 0 }
  }

  /// The dated act that a headline tells beside another, or that the lead tells of the same doer.
  private func headlineAct(_ index: Int) -> FoundEvent? {
    let own = events[index]
    let beside = headlines().first {
      $0.date?.day != nil && $0.basis == .text && $0.status == .actual && $0.kind.roles.contains(.authority)
    }
    if let beside { return beside }
    let fresh = leads(of: own).filter { $0.status == .actual && isNews($0) }
    return fresh.first { $0.kind == own.kind }
      ?? fresh.first {
        [EventKind.designation, .restriction].contains($0.kind)
          && [.designation, .restriction].contains(own.kind)
      }
  }

  private func headlines() -> ArraySlice<FoundEvent> {
    events.prefix(PostReader.mostInHeadline).prefix { isHeadline($0) }
  }

  /// The first act on parties or a country that is told as done and fresh.
  private func mainAct() -> Int? {
    events.indices.first { index in
      let event = events[index]
      return event.kind.roles.contains(.target) && event.status == .actual && !event.isBackground
        && event.has(.authority)
    }
  }
}
