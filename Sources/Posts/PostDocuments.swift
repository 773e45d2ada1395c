import Diagnostics
import Glibc

/// The documents that a list of paths stands for, and the tables they share.
struct PostDocuments {
  /// A file of posts, or standard input where there is no path.
  struct Document {
    var path: String?
    /// The table of its collection, by index.
    var table: Int?
    /// Whether the table's rows without a post are to be told after it.
    var closesTable = false
  }

  var documents: [Document] = []
  var tables: [PostTable] = []
  var findings: [Finding] = []

  /// Looks up every path: a folder must be a collection, a file must be there and not empty; `-` is standard input.
  init(_ paths: [String]) throws(PostInputError) {
    for path in paths {
      if path == "-" {
        documents.append(Document())
        continue
      }
      var status = stat()
      if stat(path, &status) != 0 { throw ByteInput.trouble(path) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try addCollection(path)
      } else {
        if status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 { throw PostDocuments.emptiness(path) }
        try addFile(path)
      }
    }
  }

  /// The trouble of a file without a post.
  static func emptiness(_ name: String) -> PostInputError {
    PostInputError(.badData, Finding(SourceLocation(file: name), .error, "the input is empty"))
  }

  private mutating func addCollection(_ folder: String) throws(PostInputError) {
    let names = try PostDocuments.names(in: folder)
    guard names.contains(PostTable.fileName) else {
      throw PostInputError(
        .badData,
        Finding(
          SourceLocation(file: folder), .error,
          "the folder is no collection: it has no \(PostTable.fileName)"))
    }
    let files = names.filter(PostDocuments.isDocument)
    guard !files.isEmpty else {
      throw PostInputError(
        .badData,
        Finding(SourceLocation(file: folder), .error, "the collection has no .txt or .jsonl document"))
    }
    let table = try addTable(PostDocuments.join(folder, PostTable.fileName))
    for name in files {
      let path = PostDocuments.join(folder, name)
      var status = stat()
      if stat(path, &status) == 0, status.st_size == 0 { throw PostDocuments.emptiness(path) }
      documents.append(Document(path: path, table: table, closesTable: name == files.last))
    }
  }

  private mutating func addFile(_ path: String) throws(PostInputError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = String(path.dropFirst(folder.count))
    if name == PostTable.fileName {
      throw PostInputError(
        .badData,
        Finding(
          SourceLocation(file: path), .error, "this is the table of a collection: give its folder instead"))
    }
    guard !PostDocuments.isJSONLines(name), access(folder + PostTable.fileName, F_OK) == 0 else {
      documents.append(Document(path: path))
      return
    }
    let table = try addTable(folder + PostTable.fileName)
    let others = try PostDocuments.names(in: folder.isEmpty ? "." : folder)
      .filter { PostDocuments.isDocument($0) && $0 != name }
    documents.append(Document(path: path, table: table, closesTable: others.isEmpty))
  }

  private mutating func addTable(_ path: String) throws(PostInputError) -> Int {
    tables.append(try PostTable(path: path, findings: &findings))
    return tables.count - 1
  }

  private static func isDocument(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".txt") || isJSONLines(name))
  }

  static func isJSONLines(_ name: String) -> Bool { name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The names in a folder, in order of their bytes, whatever order the file system has.
  private static func names(in folder: String) throws(PostInputError) -> [String] {
    guard let stream = opendir(folder) else { throw ByteInput.trouble(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
