import Model

extension JSONLine {
  /// A post's reading as one line of the `extract` stream.
  mutating func reading(_ reading: PostReading) {
    object { json in
      json.key("id")
      json.string(reading.postID)
      json.key("entities")
      json.array { json in
        for entity in reading.entities {
          json.object { json in
            json.key("id")
            json.string(entity.id)
            json.key("kind")
            json.string(entity.kind.rawValue)
            json.key("name")
            json.string(entity.name)
          }
        }
      }
      json.key("mentions")
      json.array { json in
        for mention in reading.mentions {
          json.object { json in
            json.span(mention.span)
            json.key("entity")
            json.string(reading.entities[mention.entity].id)
            json.key("nominal")
            json.bool(mention.isNominal)
          }
        }
      }
      json.key("times")
      json.array { json in
        for time in reading.times {
          json.object { json in
            json.span(time.span)
            json.key("value")
            json.string(time.value.description)
          }
        }
      }
      json.key("events")
      json.array { json in
        for claim in reading.claims { json.claim(claim, reading.entities) }
      }
    }
    endLine()
  }

  private mutating func claim(_ claim: Claim, _ entities: [ReadEntity]) {
    object { json in
      json.key("kind")
      json.string(claim.kind.rawValue)
      json.key("triggers")
      json.array { json in
        for trigger in claim.triggers { json.object { $0.span(trigger) } }
      }
      json.key("status")
      json.string(claim.status.rawValue)
      json.key("date")
      json.string(claim.date?.description)
      json.key("basis")
      json.string(claim.basis?.rawValue)
      json.key("source")
      json.string(claim.source.map { entities[$0].id })
      json.key("rule")
      json.string(claim.rule)
      json.key("participants")
      json.array { json in
        for participant in claim.participants {
          json.object { json in
            json.key("role")
            json.string(participant.role.rawValue)
            json.key("entity")
            json.string(entities[participant.entity].id)
          }
        }
      }
      json.key("quote")
      json.object { $0.span(claim.quote) }
    }
  }

  private mutating func span(_ span: TextSpan) {
    key("start")
    integer(span.start)
    key("end")
    integer(span.end)
  }
}
