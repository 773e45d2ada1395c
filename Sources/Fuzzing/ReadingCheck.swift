import Model

/// Stops where a span lies outside its text or an index names nothing.
func check(_ reading: PostReading, of post: Post) {
  let size = post.document.unicodeScalars.count
  func hold(_ span: TextSpan) {
    precondition(span.start >= 0 && span.start < span.end && span.end <= size, "a span outside the text")
  }
  var end = 0
  for mention in reading.mentions {
    hold(mention.span)
    precondition(mention.span.start >= end, "mentions overlap")
    precondition(reading.entities.indices.contains(mention.entity), "a mention of no entity")
    end = mention.span.end
  }
  for time in reading.times {
    hold(time.span)
    precondition(EDTF(time.value.text) != nil, "a time that is no EDTF")
  }
  for claim in reading.claims {
    hold(claim.quote)
    precondition(!claim.triggers.isEmpty, "a claim without a trigger")
    for trigger in claim.triggers { hold(trigger) }
    for participant in claim.participants {
      precondition(reading.entities.indices.contains(participant.entity), "a participant that is no entity")
      let kind = reading.entities[participant.entity].kind
      precondition(kind.canPlay(participant.role), "a role that the kind cannot play")
    }
    for evidence in claim.evidence { if let span = evidence.span { hold(span) } }
  }
}
