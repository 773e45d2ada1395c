import Glibc

/// Graphviz, which lays out networks.
enum Drawing {
  /// Draws a network that is written in Graphviz's language as SVG; fails clearly where Graphviz is not installed.
  static func svg(ofDot dot: String) throws(Failure) -> [UInt8] {
    guard let program = program() else {
      throw Failure(
        .fileTrouble, "sanctions: Graphviz draws networks, and is not installed: apt-get install graphviz",
        "Other formats need nothing: --format dot, graphml or gexf.")
    }
    // A file of no name takes what is drawn, since a pipe that is full both ways would wait for itself.
    guard let input = tmpfile(), let output = tmpfile() else {
      throw Failure(
        .fileTrouble, "sanctions: no temporary file: \(String(cString: strerror(errno)).lowercased())")
    }
    defer {
      fclose(input)
      fclose(output)
    }
    let bytes = Array(dot.utf8)
    fwrite(bytes, 1, bytes.count, input)
    rewind(input)
    guard run(program, fileno(input), fileno(output)) == 0 else {
      throw Failure(.fileTrouble, "sanctions: \(program) could not draw the network")
    }
    rewind(output)
    var result: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&room, 1, room.count, output), count > 0 { result += room[..<count] }
    return result
  }

  /// The program of Graphviz that keeps neighbours near one another, in one of the folders of PATH.
  private static func program() -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/neato" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program with these files for its input and output; returns its exit code.
  private static func run(_ program: String, _ input: Int32, _ output: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    let texts: [String] = [program, "-Tsvg"]
    var words = texts.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }
}
