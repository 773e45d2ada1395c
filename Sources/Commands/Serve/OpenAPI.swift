import Arguments

/// The description of the API for other programs: OpenAPI 3.1, made from what the commands declare.
enum OpenAPI {
  /// The document.
  static var document: [UInt8] {
    var json = JSONLine()
    json.object { json in
      json.key("openapi")
      json.string("3.1.0")
      json.key("info")
      json.object { json in
        json.key("title")
        json.string("sanctions")
        json.key("version")
        json.string(Program.version)
        json.key("description")
        json.string(
          "Read-only answers from a graph of posts and official lists, as the commands of the same names give them."
        )
      }
      json.key("paths")
      json.object { json in
        for endpoint in APIEndpoint.all {
          json.key(named: endpoint.path)
          json.object { json in
            json.key("get")
            json.object { operation(endpoint, &$0) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func operation(_ endpoint: APIEndpoint, _ json: inout JSONLine) {
    json.key("operationId")
    json.string(String(endpoint.path.dropFirst(5)))
    json.key("summary")
    json.string(endpoint.spec.summary)
    json.key("parameters")
    json.array { json in
      for positional in endpoint.positionals {
        let isName = positional.name == "name"
        json.object { json in
          head(
            positional.name, isName ? "A name to screen." : "A name or identifier of an entity.",
            isRequired: positional.isRequired, &json)
          json.key("schema")
          let text: (inout JSONLine) -> Void = { json in
            json.key("type")
            json.string("string")
            json.key("pattern")
            json.string("^[^\\x00]+$")
          }
          json.object { json in positional.isRepeatable ? list(&json, text) : text(&json) }
        }
      }
      for option in endpoint.parameters {
        json.object { json in
          head(option.name, option.help, isRequired: false, &json)
          json.key("schema")
          json.object { json in
            option.isRepeatable ? list(&json) { schema(option, &$0) } : schema(option, &json)
          }
        }
      }
    }
    json.key("responses")
    json.object { json in
      response("200", "The rows.", isRows: true, &json)
      response(
        "400", "A parameter is unknown, missing or has no such value, or a name is ambiguous.", isRows: false,
        &json)
      response("404", "No entity has that name.", isRows: false, &json)
    }
  }

  private static func head(_ name: String, _ help: String, isRequired: Bool, _ json: inout JSONLine) {
    json.key("name")
    json.string(name)
    json.key("in")
    json.string("query")
    json.key("required")
    json.bool(isRequired)
    json.key("description")
    json.string(help)
  }

  private static func list(_ json: inout JSONLine, _ item: (inout JSONLine) -> Void) {
    json.key("type")
    json.string("array")
    json.key("items")
    json.object(item)
  }

  private static func schema(_ option: OptionSpec, _ json: inout JSONLine) {
    guard let value = option.value else {
      json.key("type")
      json.string("boolean")
      return
    }
    switch value.kind {
    case .integer(let minimum):
      json.key("type")
      json.string("integer")
      json.key("minimum")
      json.integer(minimum)
      json.key("maximum")
      json.integer(APIEndpoint.largest)
    case .choice(let words):
      json.key("type")
      json.string("string")
      json.key("enum")
      json.array { json in for word in words { json.string(word) } }
    default:
      json.key("type")
      json.string("string")
      json.key("pattern")
      json.string(pattern(value))
    }
  }

  /// What a text must look like.
  private static func pattern(_ value: ValueSpec) -> String {
    switch (value.kind, value.name) {
    case (.choices(let words), _):
      let word = "(\(words.joined(separator: "|")))"
      return "^\(word)(,\(word))*$"
    case (_, "DATE"): return "^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$"
    case (_, "SCORE"): return "^(0(\\.[0-9]{1,6})?|1(\\.0{1,6})?)$"
    default: return "^[^\\x00]*$"
    }
  }

  private static func response(_ status: String, _ meaning: String, isRows: Bool, _ json: inout JSONLine) {
    json.key(named: status)
    json.object { json in
      json.key("description")
      json.string(meaning)
      json.key("content")
      json.object { json in
        json.key(named: "application/json")
        json.object { json in
          json.key("schema")
          json.object { json in
            if isRows {
              list(&json) { json in
                json.key("type")
                json.string("object")
              }
            } else {
              json.key("type")
              json.string("object")
              json.key("required")
              json.array { $0.string("error") }
              json.key("properties")
              json.object { json in
                json.key("error")
                json.object { json in
                  json.key("type")
                  json.string("string")
                }
              }
            }
          }
        }
      }
    }
  }
}
