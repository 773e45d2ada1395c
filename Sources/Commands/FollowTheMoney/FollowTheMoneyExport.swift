import Graph
import Knowledge
import Model
import Rendering

/// The graph as entities of FollowTheMoney, one a line (https://followthemoney.tech/explorer/).
///
/// Parties become Person, Company, Organization, PublicBody, LegalEntity, Vessel and Airplane, designations and
/// restrictions that are told as done Sanction, other acts Event, posts Article, and who they name Mention, or
/// Documentation where it is no legal entity. Only values that the model takes are written, since its reader drops others
/// without a word; resolutions and laws, which it has no schema for, are the programmes of sanctions.
struct FollowTheMoneyExport {
  private let graph: Graph
  private let countries: CountryCodes
  private let output: any TextOutput
  /// Entities that Mention can be resolved to.
  private var legalEntities: Set<String> = []
  /// Entities that somebody can own.
  private var assets: Set<String> = []
  private(set) var count = 0

  init(_ graph: Graph, _ knowledge: Knowledge, to output: any TextOutput) {
    self.graph = graph
    self.output = output
    countries = CountryCodes(knowledge)
  }

  /// Writes everything, in an order that follows from the graph alone.
  mutating func write() throws {
    try graph.eachParty { party in try write(FollowTheMoneyEntity(party, countries)) }
    try writeLinks()
    try writeActs()
    try graph.eachPost { post in
      var article = FollowTheMoneyEntity("Article", FollowTheMoneyEntity.id("post", post.id))
      article.add("fileName", post.id)
      article.add("title", post.title)
      article.add("name", post.title)
      article.add("publishedAt", post.published.flatMap(FollowTheMoneyEntity.date))
      article.add("sourceUrl", post.url.flatMap(FollowTheMoneyEntity.url))
      article.add("publisher", post.source)
      article.add("author", post.author)
      article.add("bodyText", post.text)
      article.add("language", "eng")
      try write(article)
    }
    try graph.eachMention { mention in
      let isLegal = legalEntities.contains(FollowTheMoneyEntity.id(mention.entity))
      let id = FollowTheMoneyEntity.id("mention", "\(mention.post) \(mention.entity)")
      var entity = FollowTheMoneyEntity(isLegal ? "Mention" : "Documentation", id)
      entity.add("document", FollowTheMoneyEntity.id("post", mention.post))
      entity.add(isLegal ? "resolved" : "entity", FollowTheMoneyEntity.id(mention.entity))
      for name in mention.names { entity.add(isLegal ? "name" : "namesMentioned", name) }
      try write(entity)
    }
  }

  private mutating func write(_ entity: FollowTheMoneyEntity) throws {
    if entity.isLegalEntity { legalEntities.insert(entity.id) }
    if entity.isAsset { assets.insert(entity.id) }
    try output.write(entity.line)
    count += 1
  }

  /// Who belongs to whom by lists: ownership where the list says so and the model allows it, else a link with a role.
  private mutating func writeLinks() throws {
    try graph.eachPartyLink { link in
      let (party, other) = (FollowTheMoneyEntity.id(link.party), FollowTheMoneyEntity.id(link.other))
      let isOwned =
        ["owner", "parent"].contains(link.how) && assets.contains(party) && legalEntities.contains(other)
      let id = FollowTheMoneyEntity.id("link", [link.party, link.how, link.other].joined(separator: " "))
      var entity = FollowTheMoneyEntity(isOwned ? "Ownership" : "UnknownLink", id)
      entity.add(isOwned ? "asset" : "subject", party)
      entity.add(isOwned ? "owner" : "object", other)
      entity.add("role", link.how)
      try write(entity)
    }
  }

  /// The acts that are told as done: sanctions for each target, and what else happened.
  private mutating func writeActs() throws {
    var query = EventQuery()
    query.statuses = [.actual]
    query.sort = [EventQuery.Sort("event_id"), EventQuery.Sort("target_id")]
    let rows = try graph.events(query).table
    let place = { (column: String) in rows.columns.firstIndex(of: column) ?? 0 }
    let (kind, date, target, id) = (place("event"), place("date"), place("target_id"), place("event_id"))
    let (authority, instrument, rule) = (place("authority"), place("instrument"), place("rule"))
    let (quote, url, actor) = (place("quote"), place("url"), place("actor"))
    // The first delisting by the same authority that is not over before a designation began is its end.
    var ends: [String: [EDTF]] = [:]
    for row in rows.rows where row[kind] == .text("delisting") {
      guard let day = row[date].values.first.flatMap({ EDTF($0) }) else { continue }
      for key in row[authority].values { ends["\(row[target].values) \(key)", default: []].append(day) }
    }
    for row in rows.rows {
      let name = row[kind].values.first ?? ""
      let key = "\(row[id].values.first ?? "") \(row[target].values.first ?? "")"
      let isSanction = name == "designation" || name == "restriction"
      if name == "delisting" { continue }
      if isSanction, row[target].values.isEmpty { continue }
      var act = FollowTheMoneyEntity(isSanction ? "Sanction" : "Event", FollowTheMoneyEntity.id("act", key))
      let day = row[date].values.first.flatMap { EDTF($0) }
      if isSanction {
        act.add("entity", FollowTheMoneyEntity.id(row[target].values[0]))
        for value in row[authority].values {
          act.add("authority", value)
          act.add("country", countries.code(ofAuthority: value))
        }
        for value in row[instrument].values { act.add("program", value) }
        act.add("listingDate", day.flatMap(FollowTheMoneyEntity.date))
        let gone = row[authority].values.flatMap { ends["\(row[target].values) \($0)"] ?? [] }
        let end = name == "designation" ? FollowTheMoneyExport.end(of: day, among: gone) : nil
        act.add("status", end == nil ? name == "designation" ? "listed" : name : "delisted")
        act.add("endDate", end.flatMap(FollowTheMoneyEntity.date))
        act.add("reason", row[quote].values.first)
      } else {
        let who = (row[place("target")].values + row[actor].values + row[instrument].values).joined(
          separator: ", ")
        act.add("name", who.isEmpty ? name : "\(name): \(who)")
        act.add("date", day.flatMap(FollowTheMoneyEntity.date))
        for value in row[target].values where legalEntities.contains(FollowTheMoneyEntity.id(value)) {
          act.add("involved", FollowTheMoneyEntity.id(value))
        }
        act.add("summary", row[quote].values.first)
      }
      act.add("sourceUrl", row[url].values.first.flatMap(FollowTheMoneyEntity.url))
      act.add("recordId", isSanction ? row[id].values.first : nil)
      if let day, FollowTheMoneyEntity.date(day) == nil { act.add("description", "date \(day.text)") }
      if let rule = row[rule].values.first, rule.hasPrefix("list "), isSanction { act.add("publisher", rule) }
      try write(act)
    }
  }

  /// The earliest of some delistings that ends after a designation began.
  private static func end(of designation: EDTF?, among delistings: [EDTF]) -> EDTF? {
    var best: EDTF?
    for gone in delistings {
      guard let last = gone.last else { continue }
      if let start = designation?.first, last <= start { continue }
      if let known = best?.last, known <= last { continue }
      best = gone
    }
    return best
  }
}
