extension ComparableName {
  /// By what the name can be found among others: the consonants that its telling words sound like.
  ///
  /// Names that share no key are not compared; those that share the most are compared first. A word has keys for its
  /// beginning and its end, since a letter mistyped in one of them leaves the other whole.
  public var screeningKeys: [String] {
    var keys: [String] = []
    for word in words where word.weight >= 0.3 && !word.isInitial {
      if word.isNumber {
        keys.append(String(decoding: word.letters, as: UTF8.self))
        continue
      }
      let sound = TokenSimilarity.skeleton(word.sound)
      let head = sound.isEmpty ? word.sound.prefix(2) : sound.prefix(4)
      keys.append(String(decoding: head, as: UTF8.self))
      keys.append("^" + String(decoding: word.sound.prefix(3), as: UTF8.self))
      if word.sound.count > 3 { keys.append("$" + String(decoding: word.sound.suffix(3), as: UTF8.self)) }
      if !word.syllable.isEmpty { keys.append("-" + word.syllable) }
      if !word.surname.isEmpty { keys.append("=" + word.surname) }
    }
    return keys
  }
}
