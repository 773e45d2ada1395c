/// A table that never changes once it is filled, read without counting references or checking bounds.
///
/// Rules look up words many times a sentence; an array would be retained and released around each look.
struct FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// Frees the memory with the last copy of the table.
  private final class Owner {
    let memory: UnsafeMutableBufferPointer<Element>
    init(_ elements: [Element]) {
      memory = .allocate(capacity: elements.count)
      _ = memory.initialize(from: elements)
    }
    deinit { memory.deallocate() }
  }

  private let owner: Owner
  private let memory: UnsafeBufferPointer<Element>

  init(_ elements: [Element]) {
    owner = Owner(elements)
    memory = UnsafeBufferPointer(owner.memory)
  }

  /// The element at a place, which must be one of the table's; a debug build checks it.
  @inline(__always) subscript(place: Int) -> Element { memory[place] }
}
