/// The word that a mistyped one most likely stands for; nil where none is near.
///
/// Near is one slip in three letters (a letter missing, added, changed, or two swapped), or the only word that begins so.
func suggestion(for typed: String, among words: [String]) -> String? {
  let letters = Array(typed.lowercased().utf8)
  guard !letters.isEmpty, letters.count <= 64 else { return nil }
  var best: (word: String, slips: Int)?
  // The first letter is seldom the wrong one, so words that share it win a tie.
  for word in words.filter({ $0.first == typed.first }) + words.filter({ $0.first != typed.first }) {
    let slips = slipCount(from: letters, to: Array(word.lowercased().utf8))
    if slips <= max(1, letters.count / 3), slips < best?.slips ?? .max { best = (word, slips) }
  }
  if let best { return best.word }
  let longer = words.filter { $0.hasPrefix(typed) }
  return longer.count == 1 ? longer.first : nil
}

/// How many slips lead from one word to another: the optimal string alignment distance.
private func slipCount(from typed: [UInt8], to word: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: word.count + 1)
  var last = Array(0...word.count)
  for (row, letter) in typed.enumerated() {
    var current = [row + 1]
    for (column, other) in word.enumerated() {
      var slips = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == word[column - 1], typed[row - 1] == other {
        slips = min(slips, beforeLast[column - 1] + 1)
      }
      current.append(slips)
    }
    beforeLast = last
    last = current
  }
  return last[word.count]
}
