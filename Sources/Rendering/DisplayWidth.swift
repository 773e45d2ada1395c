/// How many columns of a terminal characters take, one after the other.
///
/// East Asian wide characters and emoji take two, marks that combine and formatting characters none. A flag is two
/// letters and a joined emoji several, and each counts once.
struct DisplayWidth {
  private enum Last { case other, joiner, emoji, narrowEmoji, flagLetter }

  private var last = Last.other

  /// How many columns the next character adds.
  mutating func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      last = value < 0x80 ? .other : scalar.properties.isEmoji ? .narrowEmoji : .other
      return value == 0xAD ? 0 : 1
    }
    if value == 0x200D {
      last = last == .emoji ? .joiner : last
      return 0
    }
    if value == 0xFE0F {
      // Asks for the emoji where the character before has a plain shape too.
      let added = last == .narrowEmoji ? 1 : 0
      if added == 1 { last = .emoji }
      return added
    }
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return columns(ofVisible: scalar)
  }

  private mutating func columns(ofVisible scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    let before = last
    if (0x1F1E6...0x1F1FF).contains(value) {
      last = before == .flagLetter ? .emoji : .flagLetter
      return before == .flagLetter ? 0 : 2
    }
    if scalar.properties.isEmojiPresentation || (0x1F3FB...0x1F3FF).contains(value) {
      last = .emoji
      let isModifier = scalar.properties.isEmojiModifier
      return before == .joiner || (isModifier && (before == .emoji || before == .narrowEmoji)) ? 0 : 2
    }
    last = scalar.properties.isEmoji ? (before == .joiner ? .emoji : .narrowEmoji) : .other
    if before == .joiner, scalar.properties.isEmoji { return 0 }
    return isWide(value) ? 2 : 1
  }
}

/// Whether East Asian type gives a character twice the usual width.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// How many columns a text takes.
func displayWidth(of bytes: Bytes) -> Int {
  if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
  var width = DisplayWidth()
  return String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) { $0 + width.columns(of: $1) }
}

/// How many bytes at the beginning of a text fit into `columns`, and how many columns they take.
func prefix(of bytes: Bytes, fitting columns: Int) -> (bytes: Int, columns: Int) {
  // Of a long text only the beginning is looked at; what a pile of combining marks takes beyond that is cut.
  var end = min(bytes.count, columns * 16 + 64)
  while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
  var width = DisplayWidth()
  var count = 0
  var used = 0
  for scalar in String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars {
    let added = width.columns(of: scalar)
    if used + added > columns { break }
    count += UTF8.width(scalar)
    used += added
  }
  return (count, used)
}
