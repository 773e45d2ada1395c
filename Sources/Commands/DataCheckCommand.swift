import Arguments
import Diagnostics
import Knowledge
import Rendering

/// `sanctions data check`: everything that is wrong with the tables of data/.
enum DataCheckCommand {
  static let spec = CommandSpec(
    "data", "Work with the knowledge of names, instruments and words.", group: "Knowledge",
    subcommands: [
      CommandSpec(
        "check", "Check every table of data/ and list all that is wrong.",
        discussion: [
          "Writes a line for each finding, file:line:column: error: what, and stops with 3 where there is one."
        ],
        arguments: [
          ArgumentSpec(
            "DIR", .optional, .folder, help: "The folder; without it the knowledge in the program.")
        ],
        options: [SharedOptions.data],
        examples: [CommandExample("sanctions data check data", "Check the folder data.")])
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    var files = try session.dataFiles()
    if let folder = session.arguments.positionals.first {
      do {
        files = try DataFiles(folder: folder)
      } catch {
        throw Failure(.fileTrouble, error.description)
      }
    }
    var (knowledge, findings) = Knowledge.read(files, checkingNames: true)
    // Tables that are read apart from the rest.
    findings += ScriptTable.read(files).findings + SpellingTable.read(files).findings
    findings = (findings + PageMarkerTable.read(files).findings).sorted()
    for finding in findings { session.output.write(escapedForTerminal(finding.description) + "\n") }
    guard findings.isEmpty else { return .badData }
    session.output.write(
      "\(knowledge.names.count) names, \(knowledge.resolutions.count) resolutions, "
        + "\(knowledge.executiveOrders.count) executive orders, \(knowledge.frames.count) event frames, "
        + "\(knowledge.cues.count) cues: no findings\n")
    return .done
  }
}
