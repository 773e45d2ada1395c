import Diagnostics
import Glibc

/// The documents that a list of paths stands for, and the tables they share.
struct PostDocuments {
  /// A file of posts, or standard input where there is no path.
  struct Document {
    var path: String?
    /// The bytes of the file as it lies there; 0 for standard input.
    var size = 0
    /// The table of its collection, by index.
    var table: Int?
    /// Whether the table's rows without a post are to be told after it.
    var closesTable = false
  }

  var documents: [Document] = []
  var tables: [PostTable] = []
  var findings: [Finding] = []

  /// Looks up every path: a folder must hold a document, a file must be there and not empty; `-` is standard input.
  init(_ paths: [String]) throws(PostInputError) {
    for path in paths {
      if path == "-" {
        documents.append(Document())
        continue
      }
      var status = stat()
      if stat(path, &status) != 0 { throw ByteInput.trouble(path) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try addFolder(path)
      } else {
        if status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 { throw PostDocuments.emptiness(path) }
        try addFile(path)
      }
    }
  }

  /// Whether a path is a file, or a link to one: a pipe would never end.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The bytes of a file; 0 where it cannot be had.
  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The trouble of a file without a post.
  static func emptiness(_ name: String) -> PostInputError {
    PostInputError(.badData, Finding(SourceLocation(file: name), .error, "the input is empty"))
  }

  /// Adds a collection: the documents beside a table.
  private mutating func addCollection(_ folder: String, _ names: [String]) throws(PostInputError) {
    let files = names.filter(PostDocuments.isDocument)
    guard !files.isEmpty else {
      throw PostInputError(
        .badData,
        Finding(SourceLocation(file: folder), .error, "the collection has no .txt or .jsonl document"))
    }
    let table = try addTable(PostDocuments.join(folder, PostTable.fileName))
    for name in files {
      let path = PostDocuments.join(folder, name)
      let size = PostDocuments.size(of: path)
      if size == 0 { throw PostDocuments.emptiness(path) }
      documents.append(Document(path: path, size: size, table: table, closesTable: name == files.last))
    }
  }

  /// Adds all documents of a folder and of those inside it; a folder with a table is a collection.
  private mutating func addFolder(_ folder: String) throws(PostInputError) {
    var found: [(rank: Int, path: String)] = []
    var waiting = [folder]
    var others = 0
    while let next = waiting.popLast() {
      let names = try PostDocuments.names(in: next).filter { !$0.hasPrefix(".") }
      if names.contains(PostTable.fileName) {
        try addCollection(next, names)
        continue
      }
      for name in names {
        let path = PostDocuments.join(next, name)
        var status = stat()
        // A link to a folder may lead back to where it stands.
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          waiting.append(path)
        } else if PostDocuments.isFile(path), let rank = DocumentFormat.rank(name) {
          found.append((rank, path))
        } else {
          others += 1
        }
      }
    }
    if found.isEmpty, documents.isEmpty {
      let endings = DocumentFormat.endings.joined().joined(separator: ", ")
      let message =
        "the folder has no \(PostTable.fileName) and no document: no name ends in one of \(endings)"
      throw PostInputError(.badData, Finding(SourceLocation(file: folder), .error, message))
    }
    found.sort {
      $0.rank != $1.rank ? $0.rank < $1.rank : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    documents += found.map { Document(path: $0.path, size: PostDocuments.size(of: $0.path)) }
    if others > 0 {
      let message = "\(others) files are left out: their names are not those of documents"
      findings.append(Finding(SourceLocation(file: folder), .warning, message))
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
    guard DocumentFormat.ending(of: name) == "txt", access(folder + PostTable.fileName, F_OK) == 0 else {
      documents.append(Document(path: path, size: PostDocuments.size(of: path)))
      return
    }
    let table = try addTable(folder + PostTable.fileName)
    let others = try PostDocuments.names(in: folder.isEmpty ? "." : folder)
      .filter { PostDocuments.isDocument($0) && $0 != name }
    documents.append(
      Document(path: path, size: PostDocuments.size(of: path), table: table, closesTable: others.isEmpty))
  }

  private mutating func addTable(_ path: String) throws(PostInputError) -> Int {
    tables.append(try PostTable(path: path, findings: &findings))
    return tables.count - 1
  }

  /// Whether a file beside a table is a document of the collection; a page or a note there may be about it.
  private static func isDocument(_ name: String) -> Bool {
    !name.hasPrefix(".") && ["txt", "jsonl", "ndjson"].contains(DocumentFormat.ending(of: name))
  }

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
