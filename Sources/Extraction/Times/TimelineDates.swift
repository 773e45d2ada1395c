import Knowledge
import Model
import TextMatching

/// Times that stand in lines of their own, as a chronology has them over what it tells of each day.
extension PostReader {
  /// The times that head the lines below them; none where fewer than two do, since a lone one is the day of the post.
  func timelineDates() -> [FoundTime] {
    let found = times.filter { time in
      shape(time.first).contains(.lineStart) && time.value != nil && !isInTitle(time.first)
        && (time.last >= tokens.count || shape(time.last).contains(.lineStart)
          || word(time.last) == Mark.colon && shape(time.last + 1).contains(.lineStart))
    }
    return found.count > 1 ? found : []
  }

  /// The time that heads the lines in which a token stands.
  func timelineDate(before token: Int) -> FoundTime? {
    let behind = bisect(timeline.count) { timeline[$0].last <= token }
    return behind > 0 ? timeline[behind - 1] : nil
  }
}
