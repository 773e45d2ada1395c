import CFuzzer
import Extraction
import Knowledge
import Model

/// What the program knows, compiled once for all inputs.
let extractor = Extractor(knowledge: Knowledge.read(.builtIn, checkingNames: false).knowledge)

// Each input is a post: its first byte tells the title's length and its second the date; the rest is title and text.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
_ = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard bytes.count > 2 else { return 0 }
  let body = UnsafeBufferPointer(rebasing: bytes[2...])
  let cut = min(body.count, Int(bytes[0]) / 2)
  let post = Post(
    id: "fuzz", title: String(decoding: body[..<cut], as: UTF8.self),
    text: String(decoding: body[cut...], as: UTF8.self), source: "fuzz",
    published: bytes[1] % 3 == 0 ? nil : EDTF(bytes[1] % 3 == 1 ? "2016-12-04" : "2016-11/2016-12"))
  check(extractor.read(post, explaining: bytes[1] & 64 == 0), of: post)
  return 0
}
