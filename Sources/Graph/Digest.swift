import CNettle
public import Model
import SQLite

extension Graph {
  /// The SHA-256 of what a post is, in hexadecimal: its title, text, address, day of publication and author.
  ///
  /// A post whose digest has not changed need not be read again. Where it came from does not count.
  public static func digest(of post: Post) -> String {
    let values = [post.title, post.text, post.url, post.published?.text]
    // Posts without an author keep the digest that they had before authors were kept.
    return digest(of: post.author == nil ? values : values + [post.author])
  }

  /// The SHA-256 of several values; each is told apart from its neighbours and from a missing one.
  static func digest(of values: [String?]) -> String {
    var context = context(of: values)
    return hexadecimal(&context)
  }

  /// The SHA-256 of some bytes.
  static func digest(of bytes: [UInt8]) -> String {
    let digest = FileDigest()
    bytes.withUnsafeBytes(digest.update)
    return digest.text
  }

  /// The first 63 bits of the digest of several values, as a key for what is stored once.
  static func number(of values: [String]) -> Value {
    var context = context(of: values)
    return .integer(bytes(&context).prefix(8).reduce(0) { $0 << 8 | Int64($1) } & Int64.max)
  }

  private static func context(of values: [String?]) -> sha256_ctx {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    for value in values {
      update(&context, value.map { "\($0.utf8.count):" } ?? "-")
      update(&context, value ?? "")
    }
    return context
  }

  private static func bytes(_ context: inout sha256_ctx) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, result.count, &result)
    return result
  }

  fileprivate static func hexadecimal(_ context: inout sha256_ctx) -> String {
    let result = bytes(&context)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: result.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func update(_ context: inout sha256_ctx, _ text: String) {
    var text = text
    text.withUTF8 { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
  }
}

/// The SHA-256 of a file that is read in pieces.
public final class FileDigest {
  private var context = sha256_ctx()

  /// The digest of nothing yet.
  public init() { nettle_sha256_init(&context) }

  /// Takes the next bytes.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(&context, bytes.count, bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
  }

  /// The digest of all that came, in hexadecimal.
  public var text: String {
    var context = context
    return Graph.hexadecimal(&context)
  }
}
