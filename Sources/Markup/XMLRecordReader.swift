import CLibXML2

/// Reads the elements of some names from a document, one after the other, whatever stands around them.
///
/// libxml2 reads without the network and without the replacement of entities, so that a document can fetch nothing and
/// unfold nothing; what uses entities of its own is refused. The document is read in pieces, an element at a time.
public final class XMLRecordReader {
  /// Hands on the next bytes of a document: fills what it can of the room, 0 at the end.
  public typealias Source = (UnsafeMutableRawBufferPointer) throws(MarkupFault) -> Int

  /// The attributes of the document's root element, once it is reached.
  public private(set) var rootAttributes: [String: String] = [:]

  private let input: Input
  private let reader: xmlTextReaderPtr
  private let wanted: Set<String>
  private let isVerbatim: (XMLRecord) -> Bool
  private var goesOn = true

  /// A reader of the elements of the `wanted` names; the text of an element that `isVerbatim` is the markup inside it.
  public init(
    _ source: @escaping Source, wanted: Set<String>,
    isVerbatim: @escaping (XMLRecord) -> Bool = { _ in false }
  ) throws(MarkupFault) {
    let input = Input(source)
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let made = xmlReaderForIO(
      { context, room, count in
        guard let context, let room else { return -1 }
        let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
        return input.fill(UnsafeMutableRawBufferPointer(start: room, count: Int(count)))
      }, { _ in 0 }, Unmanaged.passUnretained(input).toOpaque(), nil, nil, options)
    guard let made else { throw input.fault ?? MarkupFault(line: 1, "the XML cannot be opened") }
    self.input = input
    self.wanted = wanted
    self.isVerbatim = isVerbatim
    reader = made
    // What is wrong with a document is told by its reader alone; of a text that is too long libxml2 would write to
    // standard error in spite of the options.
    xmlTextReaderSetStructuredErrorHandler(made, { _, _ in }, nil)
  }

  /// A source of a document that is in memory.
  public static func source(of bytes: [UInt8]) -> Source {
    var position = 0
    return { room throws(MarkupFault) in
      let count = min(room.count, bytes.count - position)
      bytes.withUnsafeBytes { all in
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
      }
      position += count
      return count
    }
  }

  deinit { xmlFreeTextReader(reader) }

  /// The next element; nil at the end of the document.
  public func next() throws(MarkupFault) -> XMLRecord? {
    var status: Int32 = goesOn ? xmlTextReaderRead(reader) : xmlTextReaderNext(reader)
    goesOn = true
    while status == 1 {
      let type = xmlTextReaderNodeType(reader)
      if type == Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue) { throw usesEntities }
      if type == Int32(XML_READER_TYPE_ELEMENT.rawValue) {
        if xmlTextReaderDepth(reader) == 0 { readRoot() }
        if let name = xmlTextReaderConstLocalName(reader), wanted.contains(String(cString: name)) {
          return try record()
        }
      }
      status = xmlTextReaderRead(reader)
    }
    if status < 0 { throw input.fault ?? MarkupFault(line: line, "the XML is not well-formed") }
    return nil
  }

  private func record() throws(MarkupFault) -> XMLRecord {
    let start = line
    guard let node = xmlTextReaderExpand(reader) else {
      throw input.fault ?? MarkupFault(line: start, "the XML is not well-formed")
    }
    goesOn = false
    do throws(XMLRecord.Refusal) {
      var record = try XMLRecord(node, isVerbatim: isVerbatim)
      record.line = start
      return record
    } catch {
      switch error {
      case .tooDeep: throw MarkupFault(line: start, "the elements are nested too deep")
      case .usesEntities: throw usesEntities
      }
    }
  }

  private var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

  private var usesEntities: MarkupFault { MarkupFault(line: line, "the document uses entities of its own") }

  private func readRoot() {
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if let name = xmlTextReaderConstLocalName(reader), let value = xmlTextReaderConstValue(reader) {
        rootAttributes[String(cString: name)] = String(cString: value)
      }
    }
    xmlTextReaderMoveToElement(reader)
  }

  /// The document's bytes on their way into libxml2, which knows no Swift errors.
  private final class Input {
    let source: Source
    var fault: MarkupFault?

    init(_ source: @escaping Source) { self.source = source }

    func fill(_ room: UnsafeMutableRawBufferPointer) -> Int32 {
      do {
        return Int32(clamping: try source(room))
      } catch {
        fault = error
        return -1
      }
    }
  }
}
