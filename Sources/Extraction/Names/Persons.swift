import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Whether a run without other form is a person's name.
  func isPerson(_ run: CapitalRun, titled: Bool, _ sentence: Range<Int>) -> Bool {
    let count = run.last - run.first
    guard count <= 6 else { return false }
    if (run.first..<run.last).contains(where: { mentionAt[$0] >= 0 }) { return false }
    let senses = (run.first..<run.last).map { lexicon.sense(word($0)) }
    if count == 1 {
      // A lone surname needs a title that only people have: "Gen. Kang", "Mr. Vorontsov".
      return titled && !isOrdinaryWord(run.first) && !shape(run.first).contains(.allCapitals)
    }
    if reads(run.first, "korea", "china"), count < 4 { return false }
    // "Dark Basin malware": what follows tells what the name is of.
    if run.last < tokens.count, !isMark(run.last), !has(run.last, .preposition),
      reads(run.last, "malware", "ransomware", "botnet", "software", "trojan", "spyware")
    {
      return false
    }
    // "Rohingya Muslims" are many, and "For Harad" is no name.
    if has(run.last - 1, .peoples) || reads(run.first, "for", "of", "with", "against") { return false }
    if isAccused(run) { return true }
    if isKoreanOrder(run) || isSurnameInCapitals(run) || hasInitials(run) { return true }
    let strange = (run.first..<run.last).filter { !isOrdinaryWord($0) || has($0, .particle) }.count
    if titled { return strange * 2 >= count }
    // "Its subsidiary Severny Tsentr": the noun tells what it is; "registered in Wan Chai": where.
    let noun = run.first - 1
    if !isCapital(noun), has(noun, .companyNoun) || has(noun, .bankNoun) || has(noun, .airlineNoun) {
      return false
    }
    if word(noun) == lexicon.words.in, !senses[0].contains(.givenName) { return false }
    if word(run.first - 1) == lexicon.words.the { return false }
    if senses[0].contains(.givenName), strange > 0 || senses.contains([.givenName]) {
      // Particles do not count: "Carlos de la Fuente Ibarra".
      let words = (run.first..<run.last).count { !has($0, .particle) || isCapital($0) }
      return words <= 4 && !isAllShouting(run)
    }
    if senses[0].contains(.chineseSurname), count == 2, strange >= 1 { return true }
    // "Abd al-Rahman al-Milad": particles do not count.
    let words = (run.first..<run.last).count { !has($0, .particle) || isCapital($0) }
    return strange == count && words <= 4 && !isAllShouting(run) && !hasAcronym(run)
  }

  /// "Kim Jong-un", "Pak Sung-do", "Ri Chol Ho".
  func isKoreanOrder(_ run: CapitalRun) -> Bool {
    let count = run.last - run.first
    guard lexicon.sense(word(run.first)).contains(.koreanSurname), count == 2 || count == 3 else {
      return false
    }
    if count == 3, shape(run.first + 2).contains(.hyphenBefore) { return true }
    if count == 3 {
      return (run.first + 1..<run.last).allSatisfy {
        tokens[$0].end - tokens[$0].start <= 6 && !isOrdinaryWord($0)
      }
    }
    return !isOrdinaryWord(run.first + 1)
  }

  /// "LI Wenbo", "KWON Chol-nam": the family name in capitals before the given one.
  func isSurnameInCapitals(_ run: CapitalRun) -> Bool {
    guard shape(run.first).contains(.allCapitals), shape(run.first).contains(.long),
      !shape(run.first).contains(.dotted),
      run.last - run.first <= 4
    else { return false }
    let rest = run.first + 1..<run.last
    return rest.allSatisfy { !shape($0).contains(.allCapitals) || !shape($0).contains(.long) }
      && rest.contains { !isOrdinaryWord($0) || shape($0).contains(.hyphenBefore) }
      && tokens[run.first].end - tokens[run.first].start >= 2 && lexicon.nameIndex[text(of: run.first)] == nil
      && (!isOrdinaryWord(run.first) || run.last - run.first > 2)
  }

  private func hasInitials(_ run: CapitalRun) -> Bool {
    guard run.last - run.first >= 2, !isOrdinaryWord(run.last - 1) else { return false }
    return (run.first..<run.last - 1).contains {
      isCapital($0)
        && (shape($0).contains(.abbreviated) && !shape($0).contains(.long)
          || shape($0).contains(.dotted) && tokens[$0].end - tokens[$0].start <= 4
            && mentionAt[$0] < 0 && $0 == run.first)
    }
  }

  /// "ROMAN KESTREL, 34, of", "ROMAN KESTREL was arrested": indictments write whom they charge in capitals.
  func isAccused(_ run: CapitalRun) -> Bool {
    guard (2...3).contains(run.last - run.first), isAllShouting(run), !isCapital(run.last),
      word(run.first - 1) != lexicon.words.the
    else { return false }
    if word(run.last) == Mark.comma, shape(run.last + 1).contains(.number),
      tokens[run.last + 1].end - tokens[run.last + 1].start == 2
    {
      return true
    }
    let verb = has(run.last, .be) || has(run.last, .have) ? run.last + 1 : run.last
    return reads(
      verb, "arrested", "charged", "indicted", "pleaded", "pled", "sentenced", "extradited", "convicted")
  }

  private func isAllShouting(_ run: CapitalRun) -> Bool {
    (run.first..<run.last).allSatisfy { shape($0).contains(.allCapitals) }
  }

  private func hasAcronym(_ run: CapitalRun) -> Bool {
    (run.first..<run.last).contains { shape($0).contains(.allCapitals) && shape($0).contains(.long) }
  }

  /// Whether a word is ordinary English and no usual name of people.
  private func isOrdinaryWord(_ index: Int) -> Bool {
    let sense = lexicon.sense(word(index))
    if sense.contains(.givenName) || sense.contains(.koreanSurname) || sense.contains(.chineseSurname) {
      return false
    }
    return sense.contains(.ordinary) || sense.contains(.demonym) || has(index, .orgHead) || has(index, .month)
      || has(index, .weekday) || has(index, .lawHead)
  }
}
