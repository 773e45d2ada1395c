import Glibc
import Testing

@testable import Rendering

struct OutputTests {
  @Test func aClosedPipeIsAQuietEnd() throws {
    FileOutput.ignoreClosedPipes()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let output = FileOutput(descriptor: ends[1], name: "pipe")
    var rows = RowWriter(.csv, columns: ["a"], to: output)
    for _ in 0..<100_000 { try rows.write([.text("Arnor Trust Bank")]) }
    try rows.finish()
    #expect(!rows.isOpen)
  }

  @Test func aFullDiskIsAnError() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let output = FileOutput(descriptor: full, name: "standard output")
    try output.write("x")
    do throws(OutputError) {
      try output.flush()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.code == ENOSPC)
      #expect(error.description == "cannot write standard output: No space left on device")
    }
  }

  @Test func aFileHoldsWhatWasWritten() throws {
    var name = Array("/tmp/rendering-XXXXXX".utf8CString)
    close(mkstemp(&name))
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let output = try FileOutput(creating: path)
    let line = String(repeating: "x", count: 999) + "\n"
    for _ in 0..<100 { try output.write(line) }
    try output.write([UInt8](repeating: 0x79, count: 100_000))
    try output.close()
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_size == 200_000)
    #expect(throws: OutputError.self) { try FileOutput(creating: "/nowhere/at/all") }
  }

  @Test func aTerminalIsAskedAndTheEnvironmentToo() {
    func settings(_ isTerminal: Bool, _ environment: [String: String]) -> TerminalSettings {
      .detected(isTerminal: isTerminal, widthOfTerminal: 100) { environment[$0] }
    }
    #expect(settings(true, [:]) == TerminalSettings(isTerminal: true, width: 100, usesColour: true))
    #expect(settings(true, ["COLUMNS": "60"]).width == 60)
    #expect(settings(true, ["COLUMNS": "0"]).width == 100)
    #expect(!settings(true, ["NO_COLOR": "1"]).usesColour)
    #expect(settings(true, ["NO_COLOR": ""]).usesColour)
    #expect(!settings(true, ["TERM": "dumb"]).usesColour)
    #expect(settings(false, ["COLUMNS": "60"]) == TerminalSettings())
    let null = open("/dev/null", O_WRONLY)
    defer { close(null) }
    #expect(!TerminalSettings.detected(descriptor: null).isTerminal)
  }
}
