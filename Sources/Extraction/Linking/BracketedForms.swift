import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Reads the short forms that brackets tell.
  ///
  /// "Belfalas Shipping Co., Ltd. (Belfalas Shipping)", "… (OFAC)", "PAK Sung-do (a.k.a. PAK Song To)".
  func linkBrackets() {
    for index in mentions.indices where mentions[index].entity >= 0 {
      linkForm(behind: mentions[index].last, of: mentions[index])
      // "Quiroz Navarrete (Quiroz), alias “El Sastre”": behind the bracket another name.
      let open = mentions[index].last
      if word(open) == Mark.open,
        let close = (open..<min(tokens.count, open + 8)).first(where: { word($0) == Mark.close })
      {
        linkForm(behind: close + 1, of: mentions[index])
      }
    }
  }

  /// Reads the other name of an entity that a bracket at a token tells, or "alias" behind a comma there.
  private func linkForm(behind start: Int, of mention: FoundMention) {
    let isInCommas = word(start) == Mark.comma && endOfAlias(start + 1) != nil
    guard word(start) == Mark.open || isInCommas else { return }
    var at = start + 1
    var isAlias = false
    if let behind = endOfAlias(at) {
      at = behind
      isAlias = true
    } else if word(at) == lexicon.words.aka || word(at) == lexicon.words.the || word(at) == Mark.quote
      || has(at, .article)
    {
      isAlias = word(at) == lexicon.words.aka
      at += 1
    }
    if word(at) == Mark.quote { at += 1 }
    var end = at
    while end < tokens.count, !isMark(end), end < at + 8 { end += 1 }
    let close = word(end) == Mark.quote ? end + 1 : end
    guard end > at, word(close) == Mark.close || isAlias, isCapital(at), shape(at).contains(.word) else {
      return
    }
    if let inner = mentionStarting(at: at), mentions[inner].last == end {
      let other = mentions[inner].entity
      let isInside =
        entities[other].hashes.count > 1 && word(close) == Mark.close
        && contains(entities[mention.entity].hashes, entities[other].hashes)
      if other != mention.entity, entities[other].known < 0,
        isAlias || isInside || isShort(other, of: mention.entity)
      {
        merge(other, into: mention.entity)
      }
    } else if isAlias || isShortForm(at, end, of: mention.entity) || isAcronym(at, end, of: mention)
      || isInnerAcronym(at, end, of: mention) || isForeignAcronym(at, end, of: mention)
      || isHalfAcronym(at, end, of: mention)
    {
      learn(at, end, entity: mention.entity, rule: isAlias ? "also known as" : "short form in brackets")
    }
  }

  /// The token behind "alias", "also known as" or "better known as".
  private func endOfAlias(_ index: Int) -> Int? {
    if reads(index, "alias") { return index + 1 }
    // "Directorate for Strategic Armaments, or SSD, …".
    if word(index) == lexicon.words.or, shape(index + 1).contains(.allCapitals),
      shape(index + 1).contains(.long),
      mentionAt[index + 1] < 0, word(index + 2) == Mark.comma || word(index + 2) == Mark.close,
      !has(index + 1, .legalForm)
    {
      return index + 1
    }
    let known = reads(index, "also", "better", "once", "formerly") ? index + 1 : index
    return reads(known, "known") && word(known + 1) == lexicon.words.as ? known + 2 : nil
  }

  /// "Central Bank of West African States (BCEAO)": capitals right behind the long name of a body, in whatever tongue.
  private func isForeignAcronym(_ first: Int, _ last: Int, of mention: FoundMention) -> Bool {
    let kind = entities[mention.entity].kind
    return last - first == 1 && (kind == .organization || kind == .bank) && mention.last - mention.first > 2
      && shape(first).contains(.allCapitals) && shape(first).contains(.long) && mentionAt[first] < 0
      && !has(first, .legalForm) && !shape(first).contains(.dotted) && word(last) == Mark.close
      && tokens[first].end - tokens[first].start <= 8 && !isInNotName(first)
  }

  /// "Ledez Drug Trafficking Organization (Ledez DTO)": the first words as they are, the others by their letters.
  private func isHalfAcronym(_ first: Int, _ last: Int, of mention: FoundMention) -> Bool {
    let own = last - first - 1
    guard own > 0, shape(last - 1).contains(.allCapitals), mention.first + own < mention.last,
      (0..<own).allSatisfy({ hash(of: first + $0) == hash(of: mention.first + $0) })
    else { return false }
    let letters = (mention.first + own..<mention.last).filter(isCapital).map { bytes[Int(tokens[$0].start)] }
    return Array(bytes[Int(tokens[last - 1].start)..<Int(tokens[last - 1].end)]) == letters
  }

  /// Makes some words a name of an entity here and wherever else they stand.
  private func learn(_ first: Int, _ last: Int, entity: Int, rule: String) {
    addMention(first, last, entity: entity, rule: rule)
    let words = (first..<last).map { hash(of: $0) }
    for index in capitals.lazy.map(Int.init)
    where mentionAt[index] < 0 && isCapital(index) && hash(of: index) == words[0] {
      guard index + words.count <= tokens.count,
        (0..<words.count).allSatisfy({ mentionAt[index + $0] < 0 && hash(of: index + $0) == words[$0] })
      else { continue }
      addMention(index, index + words.count, entity: entity, rule: "short form told in the post")
    }
  }
}
