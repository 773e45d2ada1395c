import Model

extension FoundEvent {
  /// Whether somebody or something takes part in a role.
  func has(_ role: Role) -> Bool { participants.contains { $0.role == role } }

  /// Adds those participants that it has not yet.
  mutating func take(_ others: [Participant]) {
    for other in others where !participants.contains(other) { participants.append(other) }
  }

  /// Whether the two have a participant of a role in common.
  func shares(_ role: Role, with other: FoundEvent) -> Bool {
    participants.contains { $0.role == role && other.participants.contains($0) }
  }
}
