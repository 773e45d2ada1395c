extension ComparableName {
  /// By what the name can be found among others: the consonants that its telling words sound like.
  ///
  /// Names that share no key are not compared; a word has a second key without its first consonant, since that is
  /// where romanisations differ most.
  public var screeningKeys: [String] {
    var keys: [String] = []
    for word in words where word.weight >= 0.3 && !word.isInitial {
      if word.isNumber {
        keys.append(String(decoding: word.letters, as: UTF8.self))
        continue
      }
      let sound = TokenSimilarity.skeleton(word.sound)
      let head = sound.isEmpty ? Array(word.sound.prefix(2)) : Array(sound.prefix(4))
      keys.append(String(decoding: head, as: UTF8.self))
      if !word.korean.isEmpty { keys.append("k" + word.korean) }
    }
    return keys
  }
}
