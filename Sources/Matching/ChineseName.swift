/// Chinese names in pinyin: one key whatever the order and the hyphens.
enum ChineseName {
  /// The key of a surname and the words of a given name; nil where they are none.
  static func key(surname: String, given: [String]) -> (key: String, isSure: Bool)? {
    guard surnames.contains(surname), (1...2).contains(given.count) else { return nil }
    let name = given.joined()
    guard name.utf8.count <= 12, given.allSatisfy({ 1...2 ~= syllableCount($0) }), syllableCount(name) <= 2
    else {
      return nil
    }
    return ("\(surname) \(name)", false)
  }

  /// The number of pinyin syllables; 0 where the word is not made of them.
  private static func syllableCount(_ word: String) -> Int {
    var rest = Substring(word)
    var count = 0
    while !rest.isEmpty {
      if let head = ["zh", "ch", "sh"].first(where: rest.hasPrefix) {
        rest = rest.dropFirst(head.count)
      } else if let first = rest.first, "bpmfdtnlgkhjqxrzcsyw".contains(first) {
        rest = rest.dropFirst()
      }
      let vowels = rest.prefix { "aeiou".contains($0) }
      guard (1...3).contains(vowels.count) else { return 0 }
      rest = rest.dropFirst(vowels.count)
      // "n" and "ng" end a syllable unless a vowel follows.
      for end in ["ng", "n"] where rest.hasPrefix(end) {
        let next = rest.dropFirst(end.count).first
        if next.map({ "aeiou".contains($0) }) != true {
          rest = rest.dropFirst(end.count)
          break
        }
      }
      count += 1
    }
    return count
  }

  private static let surnames: Set<String> = Set(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang xu
    deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lu zhong
    cui tan fan jin shi liao jia xia fu fang zou xiong bai meng qin qiu hou yan xue lei long duan hao kong shao mao
    wan gu lai kang he yin qian niu hong chi
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
