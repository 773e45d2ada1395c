import Arguments
import Glibc
import Graph
import Model
import Rendering

/// `sanctions report`: the graph as a site that works from a folder, without a network.
enum ReportCommand {
  static let spec = CommandSpec(
    "report", "Write a site of pages about all that is known.",
    discussion: [
      "Writes into DIR, which is made where it is missing and refused where it holds something, unless --force is "
        + "given: an overview, tables with filters, a timeline, and a page for each entity, event and post, with every "
        + "claim one click from its sentence. Open DIR/index.html in a browser; no network is needed."
    ],
    group: "Keep the database",
    arguments: [ArgumentSpec("DIR", .one, .folder, help: "The folder.")],
    options: [
      Database.option, .flag("force", help: "Write into a folder that holds something."), SharedOptions.data,
    ],
    examples: [CommandExample("sanctions report build/report", "A site of everything.")])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let folder = session.arguments.positionals[0]
    let graph = try Database.reading(session)
    let site = try Site(graph, check: try CheckCommand.findings(graph, session))
    try ExportCommand.prepare(folder, session)
    try attempt {
      try graph.atOneMoment {
        for name in ["entity", "event", "post", "data", "csv"] { try makeFolder("\(folder)/\(name)") }
        try writeData(site, folder, session)
        try writePages(site, folder, session)
      }
    }
    session.say("\(site.paths.count) pages written to \(folder): open \(folder)/index.html")
    return .done
  }

  private static func writePages(_ site: Site, _ folder: String, _ session: Session) throws {
    let paths = site.paths
    let progress = Progress(of: paths.count, from: 0, what: "pages", session)
    for (number, path) in paths.enumerated() {
      guard let page = try site.page(path) else { continue }
      try write(Array(page.markup.utf8), "\(folder)/\(path)")
      if number % 100 == 0 { progress.report(number) }
    }
    progress.clear()
  }

  private static func writeData(_ site: Site, _ folder: String, _ session: Session) throws {
    for name in Site.assets { try write(SiteAssets.bytes(name), "\(folder)/\(name)") }
    for (name, count) in site.pieces {
      for number in 0..<count { try write(site.piece(name, number), "\(folder)/data/\(name)-\(number).js") }
    }
    for (name, bytes) in try SiteSearch(site).files { try write(bytes, "\(folder)/data/\(name).js") }
    for name in Site.tables {
      guard let table = try site.table(name) else { continue }
      let file = try FileOutput(creating: "\(folder)/csv/\(name).csv")
      try Site.write(table, to: file)
      try file.close()
    }
  }

  private static func write(_ bytes: [UInt8], _ path: String) throws {
    let file = try FileOutput(creating: path)
    try file.write(bytes)
    try file.close()
  }

  private static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw Failure(.fileTrouble, "\(path): \(String(cString: strerror(errno)).lowercased())")
  }
}
