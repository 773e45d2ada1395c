import Knowledge
import Model

/// Acts of one that another one repeats: "OFAC blacklisted X on Monday; Japan followed suit".
extension PostReader {
  /// The rule of events told by "follow suit", which say neither what is done nor to whom.
  private static let echoRule = "verb 'follow suit'"
  /// How many sentences behind an act it may be repeated.
  private static let echoReach = 3

  /// Gives an act that only repeats another one its kind and those it hits; without one nothing is told.
  func completeEchoes() {
    guard events.contains(where: { $0.rule == PostReader.echoRule }) else { return }
    for index in events.indices where events[index].rule == PostReader.echoRule {
      let echo = events[index]
      let model = events[..<index].last { act in
        act.rule != PostReader.echoRule && act.has(.target)
          && [.designation, .delisting, .restriction, .relief].contains(act.kind)
          && echo.sentence - act.sentence <= PostReader.echoReach
          && !echo.participants.contains { $0.role == .authority && isDoer($0.entity, of: act) }
      }
      guard let model, echo.has(.authority) else {
        events[index].participants = []
        continue
      }
      events[index].kind = model.kind
      take(.target, of: model, into: index, "hit by the act that is followed")
    }
  }
}
