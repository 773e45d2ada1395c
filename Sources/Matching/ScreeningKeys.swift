extension ComparableName {
  /// By what the name can be found among others: the consonants that its telling words sound like.
  ///
  /// Names that share no key are not compared; those that share the most are compared first. A word has keys for its
  /// beginning and its end, since a letter mistyped in one of them leaves the other whole. A key is a hash: two that
  /// are the same by chance only make one more name be compared.
  public var screeningKeys: [Int] {
    var keys: [Int] = []
    func add(_ mark: Unicode.Scalar, _ letters: some Sequence<UInt8>) {
      // FNV-1a over 64 bits.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      hash = (hash ^ UInt64(mark.value)) &* 0x100_0000_01B3
      for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
      let key = Int(truncatingIfNeeded: hash)
      if !keys.contains(key) { keys.append(key) }
    }
    // A name of more words than this is no name.
    for word in words.prefix(64) where word.weight >= 0.3 && !word.isInitial {
      if word.isNumber {
        add("#", word.letters)
        continue
      }
      let sound = TokenSimilarity.skeleton(word.sound)
      add("*", sound.isEmpty ? word.sound.prefix(2) : sound.prefix(4))
      add("^", word.sound.prefix(3))
      if word.sound.count > 3 { add("$", word.sound.suffix(3)) }
      if !word.syllable.isEmpty { add("-", word.syllable.utf8) }
      if !word.spelling.isEmpty { add("~", word.spelling.utf8) }
      if !word.surname.isEmpty { add("=", word.surname.utf8) }
    }
    return keys
  }
}
