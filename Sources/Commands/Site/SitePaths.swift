import Graph
import Model

/// Where the pages of the report lie.
enum SitePaths {
  static func entity(_ id: String) -> String { "entity/\(name(id)).html" }

  static func event(_ id: String) -> String { "event/\(name(id)).html" }

  static func post(_ id: String) -> String { "post/\(name(id)).html" }

  /// The place of a claim on the page of its post.
  static func claim(_ claim: ToldClaim) -> String { "\(post(claim.post))#\(anchor(claim.id))" }

  /// The name of a claim on the page of its post, which has no spaces.
  static func anchor(_ claim: String) -> String { "c" + Graph.shortName(of: claim).prefix(8) }

  /// A file name that people can read and no two identifiers share.
  private static func name(_ id: String) -> String {
    "\(id.slug.prefix(60))-\(Graph.shortName(of: id).prefix(8))"
  }
}
