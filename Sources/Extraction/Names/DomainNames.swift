import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds businesses that are called by their site: "Blender.io", "Suex.ru".
  func takeDomainNames() {
    for index in capitals.lazy.map(Int.init)
    where word(index + 1) == Mark.stop && has(index + 2, .domain) && shape(index + 2).contains(.touchesBefore)
    {
      let known = mentionStarting(at: index)
      guard shape(index + 1).contains(.touchesBefore), !isCapital(index + 2),
        mentionAt[index] < 0 || known.map({ mentions[$0].last == index + 1 }) ?? false
      else { continue }
      let run = CapitalRun(first: index, last: index + 3)
      if let name = lexicon.nameIndex[text(run)] {
        addMention(run.first, run.last, entity: self.known(name), rule: "name of a site")
      } else if let known {
        addMention(run.first, run.last, entity: mentions[known].entity, rule: "name of a site")
      } else {
        addNamed(.company, text(run), run, rule: "name of a site")
      }
    }
    dropReplacedMentions()
  }
}
