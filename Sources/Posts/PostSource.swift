public import Diagnostics
public import Model

/// The posts of files, collections and standard input, in order, in batches of bounded size.
///
///     var source = try PostSource(paths: ["seeds"])
///     while case let posts = try source.nextBatch(), !posts.isEmpty { … }
///
/// A collection is a folder with a `posts.csv`; its `.txt` and `.jsonl` documents are read in order of name. A file is
/// JSON Lines where its name ends in `.jsonl` or its first character is `{`, else an archive page, which takes dates
/// and addresses from the `posts.csv` beside it. Standard input is JSON Lines.
public struct PostSource {
  /// What was told so far: warnings, and with `keepGoing` the errors that were passed over.
  public private(set) var findings: [Finding]
  /// How many bad posts were passed over.
  public private(set) var skipped = 0
  /// How many posts came again unchanged and were left out.
  public private(set) var repeated = 0

  private let keepGoing: Bool
  private let standardInput: Int32
  private let documents: [PostDocuments.Document]
  private var tables: [PostTable]
  private var position = 0
  private var reader: (any PostReader)?
  private var isEmptySoFar = true
  private var seen = SeenPosts()

  /// Looks up `paths`; none, or `-`, means standard input, given as a file descriptor.
  ///
  /// Throws where a path is missing or unreadable, a file empty, a folder no collection, or a `posts.csv` faulty.
  /// With `keepGoing` bad posts and bad rows are passed over and told in `findings`.
  public init(
    paths: [String], standardInput: Int32 = 0, keepGoing: Bool = false
  ) throws(PostInputError) {
    let inputs = try PostDocuments(paths.isEmpty ? ["-"] : paths)
    let errors = inputs.findings.filter { $0.severity == .error }
    if !keepGoing, !errors.isEmpty { throw PostInputError(.badData, errors) }
    findings = inputs.findings
    documents = inputs.documents
    tables = inputs.tables
    self.standardInput = standardInput
    self.keepGoing = keepGoing
  }

  /// The next posts, at most `count`, and fewer where their texts exceed `bytes` together; none at the end.
  ///
  /// Throws at a bad post, unless `keepGoing`; the posts of the batch before it are dropped with it.
  public mutating func nextBatch(upTo count: Int = 256, bytes: Int = 8 << 20) throws(PostInputError) -> [Post]
  {
    var posts: [Post] = []
    var size = 0
    while posts.count < count, size < bytes, let post = try next() {
      size += post.text.utf8.count
      posts.append(post)
    }
    return posts
  }

  /// The next post; nil at the end of the last document.
  public mutating func next() throws(PostInputError) -> Post? {
    while position < documents.count {
      let document = documents[position]
      if reader == nil { reader = try open(document) }
      let read = try read(document)
      switch read {
      case .post(let post, let place, let warning):
        isEmptySoFar = false
        if let post = try accept(post, at: place, warning) { return post }
      case .faulty(let finding):
        isEmptySoFar = false
        try pass(over: finding)
      case .end, nil: try close(document)
      }
    }
    return nil
  }

  private mutating func read(_ document: PostDocuments.Document) throws(PostInputError) -> ReadPost? {
    if let table = document.table { return try reader?.next(&tables[table]) }
    var none = PostTable()
    return try reader?.next(&none)
  }

  private mutating func accept(
    _ post: Post, at place: SourceLocation, _ warning: Finding?
  ) throws(PostInputError) -> Post? {
    switch seen.insert(post, at: place) {
    case .new:
      if let warning { findings.append(warning) }
      return post
    case .same: repeated += 1
    case .different(let first):
      let message = "the post '\(post.id)' differs from the one of that id at \(first)"
      try pass(over: Finding(place, .error, message))
    }
    return nil
  }

  private mutating func pass(over finding: Finding) throws(PostInputError) {
    if !keepGoing { throw PostInputError(.badData, finding) }
    skipped += 1
    findings.append(finding)
  }

  private func open(_ document: PostDocuments.Document) throws(PostInputError) -> any PostReader {
    guard let path = document.path else {
      let name = "standard input"
      let input = ByteInput(descriptor: standardInput, name: name)
      return JSONLinesReader(lines: LineReader(input), file: name, source: name)
    }
    let lines = LineReader(try ByteInput(path: path))
    let name = path.split(separator: "/").last ?? ""
    let source = String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
    let first = try lines.firstVisibleByte()
    if PostDocuments.isJSONLines(path) || first == UInt8(ascii: "{") {
      return JSONLinesReader(lines: lines, file: path, source: source)
    }
    return ArchiveReader(lines, file: path, source: source, hasTable: document.table != nil)
  }

  private mutating func close(_ document: PostDocuments.Document) throws(PostInputError) {
    position += 1
    reader = nil
    if isEmptySoFar { throw PostDocuments.emptiness(document.path ?? "standard input") }
    isEmptySoFar = true
    guard document.closesTable, let table = document.table else { return }
    for row in tables[table].unused {
      findings.append(Finding(row.title.location, .warning, "no document has the post '\(row.title.text)'"))
    }
  }
}
