public import Diagnostics
public import Model

/// The posts of files, collections and standard input, in order, in batches of bounded size.
///
///     var source = try PostSource(paths: ["seeds"])
///     while case let posts = try source.nextBatch(), !posts.isEmpty { … }
///
/// A collection is a folder with a `posts.csv`, whose documents are read in order of name; of any other folder all
/// documents in it are read, however deep. What a document is, is seen from its first bytes: JSON Lines, a page of the
/// web, a feed (RSS, Atom, WordPress export), a mailbox, Markdown by its name, else text: an archive page of several
/// excerpts, which takes dates and addresses from the `posts.csv` beside it, or one post. Packed files (gzip) are
/// unpacked. Standard input is JSON Lines.
public struct PostSource {
  /// What was told so far: warnings, and with `keepGoing` the errors that were passed over.
  public private(set) var findings: [Finding]
  /// How many bad posts were passed over.
  public private(set) var skipped = 0
  /// How many posts came again unchanged and were left out.
  public private(set) var repeated = 0

  /// How many bytes of all files were read so far, and how many there are, as they lie there.
  public var progress: (done: Int, total: Int) {
    let sizes = documents.map(\.size)
    return (sizes[..<position].reduce(0, +) + (input?.position ?? 0), sizes.reduce(0, +))
  }

  private let keepGoing: Bool
  private let standardInput: Int32
  private let documents: [PostDocuments.Document]
  private var tables: [PostTable]
  private var position = 0
  private var reader: (any PostReader)?
  private var input: ByteInput?
  private var isEmptySoFar = true
  private var seen = SeenPosts()
  /// Whether a post of the document in hand is as somebody wrote it down, and not found in a page or feed.
  private var isExact = true
  private let markers: PageMarkers

  /// The longest page or note that is read, and the longest mailbox, in bytes.
  static let longestPage = 64 << 20
  static let longestMail = 512 << 20

  /// Looks up `paths`; none, or `-`, means standard input, given as a file descriptor.
  ///
  /// Throws where a path is missing or unreadable, a file empty, a folder without documents, or a `posts.csv` faulty.
  /// With `keepGoing` bad posts and bad rows are passed over and told in `findings`. Without `markers` only what HTML
  /// itself says tells the parts of a page apart.
  public init(
    paths: [String], standardInput: Int32 = 0, keepGoing: Bool = false,
    markers: PageMarkers = PageMarkers([])
  ) throws(PostInputError) {
    self.markers = markers
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
      switch try read(document) {
      case .post(let post, let place, let warning):
        isEmptySoFar = false
        if let post = try accept(post, at: place, warning) { return post }
      case .faulty(let finding):
        isEmptySoFar = false
        try pass(over: finding)
      case .leftOut(let finding):
        isEmptySoFar = false
        findings.append(finding)
      case .end: try close(document)
      }
    }
    return nil
  }

  /// What comes next in a document; with `keepGoing` one that is broken ends where it breaks.
  private mutating func read(_ document: PostDocuments.Document) throws(PostInputError) -> ReadPost {
    do throws(PostInputError) {
      if reader == nil { reader = try open(document) }
      if let table = document.table { return try reader?.next(&tables[table]) ?? .end }
      var none = PostTable()
      return try reader?.next(&none) ?? .end
    } catch {
      guard keepGoing, error.category == .badData else { throw error }
      reader = Ended()
      return error.findings.first.map(ReadPost.faulty) ?? .end
    }
  }

  /// What is left of a document that was given up.
  private struct Ended: PostReader {
    func next(_ table: inout PostTable) -> ReadPost { .end }
  }

  private mutating func accept(
    _ post: Post, at place: SourceLocation, _ warning: Finding?
  ) throws(PostInputError) -> Post? {
    switch seen.insert(post, at: place, isExact: isExact) {
    case .new:
      if let warning { findings.append(warning) }
      return post
    case .same: repeated += 1
    case .another(let first):
      repeated += 1
      let message = "this is the post at \(first) with another text; the first one is kept"
      findings.append(Finding(place, .warning, message))
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

  private mutating func open(_ document: PostDocuments.Document) throws(PostInputError) -> any PostReader {
    guard let path = document.path else {
      let name = "standard input"
      let input = ByteInput(descriptor: standardInput, name: name)
      isExact = true
      return JSONLinesReader(lines: LineReader(input), file: name, source: name)
    }
    let input = try ByteInput(path: path)
    self.input = input
    let head = try input.head(DocumentFormat.looked)
    let source = DocumentFormat.stem(of: path)
    isExact = false
    let format = DocumentFormat(head: head, name: path, hasTable: document.table != nil)
    switch format {
    case .jsonLines:
      isExact = true
      return JSONLinesReader(lines: LineReader(input), file: path, source: source)
    case .archive:
      isExact = true
      return ArchiveReader(LineReader(input), file: path, source: source, hasTable: document.table != nil)
    case .feed: return try FeedReader(input, source: source, markers: markers)
    case .mailbox, .letter:
      return MailReader(
        try input.rest(limit: PostSource.longestMail), isBox: format == .mailbox, file: path, source: source,
        markers: markers)
    case .page, .markdown, .plain:
      let bytes = try input.rest(limit: PostSource.longestPage)
      return WholeReader(bytes, format, file: path, markers: markers)
    case nil:
      throw PostInputError(
        .badData,
        Finding(SourceLocation(file: path), .error, "this is no document of posts in a format that is known"))
    }
  }

  private mutating func close(_ document: PostDocuments.Document) throws(PostInputError) {
    position += 1
    reader = nil
    input = nil
    if isEmptySoFar { throw PostDocuments.emptiness(document.path ?? "standard input") }
    isEmptySoFar = true
    guard document.closesTable, let table = document.table else { return }
    for row in tables[table].unused {
      findings.append(Finding(row.title.location, .warning, "no document has the post '\(row.title.text)'"))
    }
  }
}
