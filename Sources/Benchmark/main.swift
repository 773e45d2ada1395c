import Extraction
import Foundation
import Knowledge
import Model

// usage: Benchmark PROGRAM TEMPLATES FOLDER [MEGABYTES]
//
// Times the stages of extraction in this process and whole runs of PROGRAM over news made from TEMPLATES, checks what
// they found, prints megabytes a second and writes FOLDER/DATE.csv.
let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  FileHandle.standardError.write(Data("usage: Benchmark PROGRAM TEMPLATES FOLDER [MEGABYTES]\n".utf8))
  exit(2)
}
let folder = URL(fileURLWithPath: arguments[3])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let knowledge = Knowledge.read(.builtIn, checkingNames: false).knowledge
let size = (arguments.count > 4 ? Int(arguments[4]) ?? 200 : 200) << 20
var report = Report()

let input = folder.appendingPathComponent("news.jsonl").path
let templates = try String(contentsOfFile: arguments[2], encoding: .utf8)
let sample = try writeNews(to: input, bytes: size, templates: templates, knowledge)
timeStages(sample, Extractor(knowledge: knowledge), in: &report)

let extra = folder.appendingPathComponent("names.csv").path
try writeNames(20_000, to: extra)
let megabytes = Double(try FileManager.default.attributesOfItem(atPath: input)[.size] as? Int ?? 0) / 1e6
let cores = ProcessInfo.processInfo.activeProcessorCount
var first: Data?
for (name, options) in [
  ("whole, 1 thread", ["--threads", "1"]), ("whole, \(cores) threads", []),
  ("whole, 1 thread, 20,000 names", ["--threads", "1", "--names", extra]),
] {
  let output = folder.appendingPathComponent("output.jsonl").path
  let run = try Run(arguments[1], ["extract"] + options + [input], output: output)
  report.add(name, megabytes / run.seconds, memory: run.memory)
  let found = try Data(contentsOf: URL(fileURLWithPath: output), options: .alwaysMapped)
  guard !options.contains("--names") else { continue }
  // The same bytes whatever the number of threads, and the same events as in this process.
  if let first { guard found == first else { throw Trouble("\(name): the output differs") } }
  if first == nil { try check(found, against: sample) }
  first = Data(found)
}
print(report.table)
try report.write(to: folder)
