import SQLite

/// Follows the keys that tie claims to one another.
enum ClaimTies {
  /// The claims that have one of the keys, or a key in common with such a claim, and so on.
  static func claims(reachedFrom keys: Set<String>, in connection: Connection) throws -> Set<String> {
    var seen = keys
    var open = Array(keys)
    var claims: Set<String> = []
    while let key = open.popLast() {
      for claim in try connection.texts("SELECT claim FROM claim_key WHERE key = ?", key) {
        guard claims.insert(claim).inserted else { continue }
        for other in try connection.texts("SELECT key FROM claim_key WHERE claim = ?", claim)
        where seen.insert(other).inserted {
          open.append(other)
        }
      }
    }
    return claims
  }
}
