/// Bytes in memory of their own that grows as they come.
///
/// An array asks at each byte whether it shares its memory; the stream of readings is too long for that.
final class ByteSink {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
  private var count = 0

  deinit { memory.deallocate() }

  /// What was appended so far.
  var bytes: [UInt8] { Array(memory[..<count]) }

  @inline(__always) func append(_ byte: UInt8) {
    if count == memory.count { grow(by: 1) }
    memory[count] = byte
    count &+= 1
  }

  @inline(__always) func append(_ more: UnsafeBufferPointer<UInt8>) {
    if more.count > memory.count - count { grow(by: more.count) }
    guard let source = more.baseAddress, let target = memory.baseAddress else { return }
    (target + count).update(from: source, count: more.count)
    count &+= more.count
  }

  /// Appends a number in decimal digits.
  func append(decimal value: UInt) {
    if memory.count - count < 20 { grow(by: 20) }
    var digits = 1
    var bound: UInt = 10
    while digits < 20, value >= bound {
      digits += 1
      bound = digits < 20 ? bound &* 10 : bound
    }
    var rest = value
    for place in (0..<digits).reversed() {
      memory[count + place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  private func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(memory.count * 2, count + more))
    _ = larger.update(fromContentsOf: memory[..<count])
    memory.deallocate()
    memory = larger
  }
}
