import Foundation

/// Spoils readings in the ways that measures must tell apart, the same way for the same seed.
struct Spoiler {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// One line of a reading with things moved, renamed, told twice and left out.
  mutating func spoil(_ line: String) throws -> String {
    guard var reading = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
      return line
    }
    let entities = objects(reading, "entities")
    let ids = entities.compactMap { $0["id"] as? String }
    reading["entities"] = entities.map { entity in
      isChosen(10) ? entity.merging(["kind": pick(["bank", "company", "country"])]) { $1 } : entity
    }
    reading["mentions"] = objects(reading, "mentions").flatMap { mention in
      var mention = moved(mention)
      if isChosen(10) { mention["entity"] = pick(ids) }
      if isChosen(10) { mention["nominal"] = true }
      return repeated(mention)
    }
    reading["times"] = objects(reading, "times").flatMap { time in
      repeated(isChosen(20) ? time.merging(["value": pick(Spoiler.dates)]) { $1 } : moved(time))
    }
    reading["events"] = objects(reading, "events").flatMap { event in repeated(spoiled(event, ids)) }
    return String(decoding: try JSONSerialization.data(withJSONObject: reading), as: UTF8.self)
  }

  private static let dates = [
    "2016", "2016-12-02", "2016-11", "201X", "2016-22", "../2016-12", "2018-03/2018-06",
  ]

  private mutating func spoiled(_ event: [String: Any], _ ids: [String]) -> [String: Any] {
    var event = event
    if isChosen(20) { event["status"] = pick(["actual", "planned", "possible", "negated"]) }
    if isChosen(30) { event["date"] = pick(Spoiler.dates) }
    if isChosen(30) { event["basis"] = pick(["text", "knowledge"]) }
    if isChosen(30), !ids.isEmpty {
      let role = pick(["target", "authority", "instrument", "actor"])
      event["participants"] = objects(event, "participants") + [["role": role, "entity": pick(ids)]]
    }
    return event
  }

  private mutating func moved(_ object: [String: Any]) -> [String: Any] {
    guard isChosen(20), let end = object["end"] as? Int else { return object }
    return object.merging(["end": end + 6]) { $1 }
  }

  /// The object once, twice or not at all.
  private mutating func repeated(_ object: [String: Any]) -> [[String: Any]] {
    isChosen(10) ? [] : isChosen(10) ? [object, object] : [object]
  }

  private func objects(_ object: [String: Any], _ name: String) -> [[String: Any]] {
    object[name] as? [[String: Any]] ?? []
  }

  private mutating func pick(_ words: [String]) -> String { words[Int(next() % UInt64(words.count))] }

  private mutating func isChosen(_ percent: UInt64) -> Bool { next() % 100 < percent }

  /// Knuth's linear congruential generator; its low bits are poor.
  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
