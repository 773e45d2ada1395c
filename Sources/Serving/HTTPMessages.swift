/// What somebody asks for.
public struct HTTPRequest: Sendable, Hashable {
  /// The method: `GET` or `HEAD`; others never come this far.
  public var method: String
  /// The path, decoded, from its first slash.
  public var path: String
  /// The parameters of the query, decoded, in order; a name may come more than once.
  public var parameters: [(name: String, value: String)]

  /// A request.
  public init(method: String, path: String, parameters: [(name: String, value: String)]) {
    self.method = method
    self.path = path
    self.parameters = parameters
  }

  /// Whether both ask for the same.
  public static func == (left: HTTPRequest, right: HTTPRequest) -> Bool {
    left.method == right.method && left.path == right.path
      && left.parameters.elementsEqual(right.parameters) { $0.name == $1.name && $0.value == $1.value }
  }

  /// Feeds what it asks for.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(method)
    hasher.combine(path)
    for parameter in parameters {
      hasher.combine(parameter.name)
      hasher.combine(parameter.value)
    }
  }
}

/// What is answered.
public struct HTTPResponse: Sendable, Hashable {
  /// The status: 200 for what was found.
  public var status: UInt32
  /// What the body is: `application/json`.
  public var type: String
  /// The bytes.
  public var body: [UInt8]

  /// An answer.
  public init(status: UInt32 = 200, type: String, body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }
}
