/// The regular forms of English verbs and nouns.
public enum Inflection {
  /// The verb with its forms; given past and participle win over the regular ones.
  public static func verb(_ lemma: String, past: String, participle: String) -> VerbRecord {
    let regular = pastForm(lemma)
    // Of two pasts, "pleaded;pled", the first is the usual one.
    let pasts = past.split(separator: ";").map(String.init)
    let past = pasts.first ?? regular
    var record = VerbRecord(
      lemma: lemma, past: past, participle: participle.isEmpty ? past : participle, third: withS(lemma),
      gerund: gerund(lemma, past: past))
    record.otherPasts = Array(pasts.dropFirst())
    if isDoubledInBritain(lemma, past: past) {
      record.otherPasts.append(lemma + "led")
      record.otherGerunds.append(lemma + "ling")
    }
    return record
  }

  /// Whether British spelling doubles the last letter of a regular verb too: "cancelled", "levelling".
  private static func isDoubledInBritain(_ lemma: String, past: String) -> Bool {
    lemma.hasSuffix("l") && lemma.suffix(3).map(isVowel) == [false, true, false] && past == lemma + "ed"
  }

  /// The form with -s, of a verb or a noun.
  public static func withS(_ word: String) -> String {
    if word == "have" { return "has" }
    if word.hasSuffix("y"), let before = word.dropLast().last, !isVowel(before) {
      return word.dropLast() + "ies"
    }
    for ending in ["s", "x", "z", "ch", "sh", "o"] where word.hasSuffix(ending) { return word + "es" }
    return word + "s"
  }

  private static func pastForm(_ lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if lemma.hasSuffix("y"), let before = lemma.dropLast().last, !isVowel(before) {
      return lemma.dropLast() + "ied"
    }
    return doubled(lemma) + "ed"
  }

  private static func gerund(_ lemma: String, past: String) -> String {
    if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
    if lemma.hasSuffix("e"), !lemma.hasSuffix("ee"), lemma.count > 2 { return lemma.dropLast() + "ing" }
    // A past with a doubled consonant ("referred") tells that the stress asks for one here too.
    if let last = lemma.last, past == lemma + "\(last)ed" { return lemma + "\(last)ing" }
    return doubled(lemma) + "ing"
  }

  /// The word with its last consonant doubled where it is one syllable of consonant, vowel, consonant.
  private static func doubled(_ word: String) -> String {
    let letters = Array(word)
    guard letters.count >= 3, let last = letters.last, !isVowel(last), !"wxy".contains(last),
      isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3]),
      letters.filter({ isVowel($0) }).count == 1
    else { return word }
    return word + String(last)
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
