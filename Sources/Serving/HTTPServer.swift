import CMicroHTTP
import Rendering

/// A server of pages and answers for the people at this computer, by libmicrohttpd.
///
/// It listens on 127.0.0.1 alone and refuses what no reader of its pages sends: methods that write, bodies, requests for
/// other hosts (which a page from elsewhere makes when its name is turned to this computer), and large heads. One request
/// is answered at a time, on a thread of the server's own.
public final class HTTPServer {
  /// Answers a request.
  public typealias Handler = (HTTPRequest) -> HTTPResponse

  /// The port that it listens on.
  public let port: UInt16
  private let daemon: OpaquePointer
  private let desk: Desk

  /// Starts a server; nil where the port is taken.
  ///
  /// Port 0 takes any that is free.
  public init?(port: UInt16, policy: String, handler: @escaping Handler) {
    let desk = Desk(policy: policy, handler: handler)
    let daemon = http_start(
      port,
      { context, connection, url, method, _, _, size, state in
        guard let context, let connection, let url, let method, let size, let state else { return http_no }
        let desk = Unmanaged<Desk>.fromOpaque(context).takeUnretainedValue()
        // The first call has read the head alone, and may refuse; the second answers.
        if state.pointee == nil {
          state.pointee = context
          guard let refusal = desk.refusal(connection, method: String(cString: method)) else {
            return http_yes
          }
          return desk.send(refusal, over: connection)
        }
        guard size.pointee == 0 else { return http_no }
        let answer = desk.answer(connection, path: String(cString: url), method: String(cString: method))
        return desk.send(answer, over: connection)
      }, Unmanaged.passUnretained(desk).toOpaque())
    guard let daemon else { return nil }
    self.desk = desk
    self.daemon = daemon
    self.port = http_port(daemon)
    desk.hosts = ["127.0.0.1", "localhost"].flatMap { ["\($0)", "\($0):\(http_port(daemon))"] }
  }

  /// Stops: what is being answered is, and nothing more.
  public func stop() { MHD_stop_daemon(daemon) }

  /// Where requests are looked at and answered.
  private final class Desk {
    let policy: String
    let handler: Handler
    var hosts: [String] = []

    init(policy: String, handler: @escaping Handler) {
      self.policy = policy
      self.handler = handler
    }

    /// Why a request is refused by its head; nil where it is not.
    func refusal(_ connection: OpaquePointer, method: String) -> HTTPResponse? {
      guard method == "GET" || method == "HEAD" else {
        return .refusal(405, "only GET and HEAD are answered: nothing can be written here")
      }
      let host = MHD_lookup_connection_value(connection, http_headers, "Host").map { String(cString: $0) }
      guard let host, hosts.contains(host.lowercased()) else {
        return .refusal(421, "this server answers for 127.0.0.1 and localhost alone")
      }
      let length = MHD_lookup_connection_value(connection, http_headers, "Content-Length").map {
        String(cString: $0)
      }
      let coding = MHD_lookup_connection_value(connection, http_headers, "Transfer-Encoding")
      return coding != nil || (length ?? "0") != "0" ? .refusal(413, "a request has no body here") : nil
    }

    func answer(_ connection: OpaquePointer, path: String, method: String) -> HTTPResponse {
      let parameters = Parameters()
      MHD_get_connection_values_n(
        connection, http_parameters,
        { context, _, name, nameCount, value, valueCount in
          guard let context else { return http_no }
          let parameters = Unmanaged<Parameters>.fromOpaque(context).takeUnretainedValue()
          parameters.add(name, nameCount, value, valueCount)
          return http_yes
        }, Unmanaged.passUnretained(parameters).toOpaque())
      guard parameters.isText, !path.contains("\u{FFFD}") else {
        return .refusal(400, "what is asked for is no text in UTF-8")
      }
      return handler(HTTPRequest(method: method, path: path, parameters: parameters.list))
    }

    func send(_ answer: HTTPResponse, over connection: OpaquePointer) -> MHD_Result {
      var body = answer.body
      let response = body.withUnsafeMutableBytes { bytes in
        MHD_create_response_from_buffer(bytes.count, bytes.baseAddress, http_copied)
      }
      guard let response else { return http_no }
      defer { MHD_destroy_response(response) }
      for (name, value) in [
        ("Content-Type", answer.type), ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-cache"),
      ] {
        MHD_add_response_header(response, name, value)
      }
      if answer.status == 405 { MHD_add_response_header(response, "Allow", "GET, HEAD") }
      return MHD_queue_response(connection, answer.status, response)
    }
  }

  /// The parameters of a request while they are gathered.
  private final class Parameters {
    var list: [(name: String, value: String)] = []
    /// Whether all are UTF-8 without NUL.
    var isText = true

    func add(
      _ name: UnsafePointer<CChar>?, _ nameCount: Int, _ value: UnsafePointer<CChar>?, _ valueCount: Int
    ) {
      guard let name = text(name, nameCount), let value = text(value, valueCount) else {
        isText = false
        return
      }
      list.append((name, value))
    }

    private func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String? {
      guard let start else { return "" }
      let bytes = UnsafeRawBufferPointer(start: start, count: count)
      return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
  }
}

extension HTTPResponse {
  /// A refusal with its reason, as JSON.
  public static func refusal(_ status: UInt32, _ reason: String) -> HTTPResponse {
    var body = Array("{\"error\":".utf8)
    body.append(jsonString: reason)
    body += Array("}\n".utf8)
    return HTTPResponse(status: status, type: "application/json", body: body)
  }
}
