import CIconv
import Glibc

/// The text of a document as UTF-8, whatever it is written in.
///
/// A byte order mark decides, then the document's own word, then whether the bytes are UTF-8; what is none is taken for
/// Windows-1252, as browsers do. A document that calls itself UTF-8 and is not is Windows-1252 too.
public enum TextDecoding {
  /// How far into a page browsers look for its encoding, in bytes: HTML Standard, 13.2.3.2.
  private static let searched = 1024

  /// Names that stand for another encoding on the web: Encoding Standard, 4.2.
  private static let meant = [
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932", "x-sjis": "cp932", "big5": "big5-hkscs", "utf8": "utf-8",
  ]

  /// The bytes in UTF-8, without a byte order mark; `declared` is the encoding that the document names, if any.
  public static func utf8(_ bytes: [UInt8], declared: String? = nil) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return valid(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return converted(Array(bytes.dropFirst(2)), from: "utf-16le") }
    if bytes.starts(with: [0xFE, 0xFF]) { return converted(Array(bytes.dropFirst(2)), from: "utf-16be") }
    if let encoding = unmarkedWide(bytes) { return converted(bytes, from: encoding) }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    guard let name = declared?.lowercased() else {
      return isUTF8 ? bytes : converted(bytes, from: "windows-1252")
    }
    let encoding = meant[name] ?? name
    // Bytes that pass for UTF-8 and hold more than ASCII are hardly ever anything else.
    if isUTF8, encoding == "utf-8" || bytes.contains(where: { $0 >= 0x80 }) { return bytes }
    // A page that is read byte by byte so far cannot be in an encoding of two bytes.
    let isPossible = encoding != "utf-8" && !encoding.hasPrefix("utf-16") && !encoding.hasPrefix("utf-32")
    return converted(bytes, from: isPossible ? encoding : "windows-1252")
  }

  /// The form of UTF-16 in which Latin text without a mark must be: every second byte is zero.
  public static func unmarkedWide(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1024)
    guard head.count >= 16 else { return nil }
    var zeros = [0, 0]
    for (place, byte) in head.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    let half = head.count / 2
    if zeros[1] * 10 > half * 7, zeros[0] * 10 < half { return "utf-16le" }
    if zeros[0] * 10 > half * 7, zeros[1] * 10 < half { return "utf-16be" }
    return nil
  }

  /// The bytes of an HTML page in UTF-8.
  public static func utf8(ofPage bytes: [UInt8]) -> [UInt8] { utf8(bytes, declared: declaration(bytes)) }

  /// What follows `charset=` near the head of a page, quoted or not.
  private static func declaration(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(searched).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .lowercased()
    guard let mark = head.firstRange(of: "charset") else { return nil }
    let rest = head[mark.upperBound...].drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    let name = rest.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }

  /// The bytes with U+FFFD for what is no UTF-8.
  private static func valid(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// The bytes converted by iconv, with U+FFFD for what the encoding does not have; by Windows-1252 where iconv does
  /// not know the encoding.
  private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8] {
    guard let handle = iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else {
      return encoding == "windows-1252" ? valid(bytes) : converted(bytes, from: "windows-1252")
    }
    defer { iconv_close(handle) }
    let failed = Int(bitPattern: UInt.max)
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 1 << 16)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var left = input.count
        while left > 0 {
          var to = output.baseAddress
          var room = output.count
          let status = iconv(handle, &from, &left, &to, &room)
          result.append(contentsOf: output.prefix(output.count - room).map { UInt8(bitPattern: $0) })
          if status == failed, errno != E2BIG {
            result += [0xEF, 0xBF, 0xBD]
            from = from.map { $0 + 1 }
            left -= 1
          }
        }
      }
    }
    return result
  }
}
