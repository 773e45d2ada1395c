/// The legal forms of businesses, which a name is cited with or without.
enum LegalForms {
  private static let words: Set<String> = Set(
    """
    co company cos ltd limited ltda corp corporation inc incorporated llc llp lp plc gmbh ag kg sa sas sarl srl spa
    nv bv ab as asa oy oyj kk pte pty pvt sdn bhd tbk sal sae sak fze fzc fzco fzllc dmcc ooo oao zao pao ao jsc pjsc
    ojsc cjsc coltd
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  private static let phrases = [
    ["public", "joint", "stock"], ["open", "joint", "stock"], ["closed", "joint", "stock"],
    ["joint", "stock"],
    ["limited", "liability"], ["private"], ["public"], ["and"], ["s", "a"],
  ]

  /// The words of a name without the legal form at its end or head; all of them where nothing would be left.
  static func dropped(from words: [String]) -> [String] {
    var rest = words[...]
    while let last = rest.last, rest.count > 1, self.words.contains(last) {
      rest.removeLast()
      // "Joint Stock", "Private" and "& Co." are part of a form only before one.
      if let phrase = phrases.first(where: {
        rest.count > $0.count && rest.suffix($0.count).elementsEqual($0)
      }) {
        rest.removeLast(phrase.count)
      }
    }
    if rest.count > 2, rest.suffix(2).elementsEqual(["s", "a"]) { rest.removeLast(2) }
    if let phrase = phrases.first(where: {
      $0.count > 1 && rest.count > $0.count + 1 && rest.starts(with: $0)
    }) {
      if rest.dropFirst(phrase.count).first == "company" { rest.removeFirst(phrase.count + 1) }
    }
    // In Russian names the form comes first; "AS Arnor" and "Co Arnor" would be guesses.
    while let first = rest.first, rest.count > 1, leading.contains(first) { rest.removeFirst() }
    return Array(rest)
  }

  private static let leading: Set<String> = [
    "ooo", "oao", "zao", "pao", "ao", "jsc", "pjsc", "ojsc", "cjsc", "llc",
  ]
}
