/// A party as an official list holds it on one day.
public struct ListEntry: Hashable, Sendable {
  /// A way to write its name.
  public struct Name: Hashable, Sendable {
    /// How the list uses a name.
    public enum Use: String, Sendable, CaseIterable {
      /// The name under which the list has the party.
      case primary
      /// Another name.
      case aka
      /// A name that the party had.
      case fka
      /// A name that is too common to tell the party by.
      case weak
    }
    /// The name as the list writes it.
    public var text: String
    /// How the list uses it.
    public var use: Use

    /// A name with its use.
    public init(_ text: String, _ use: Use) {
      self.text = text
      self.use = use
    }
  }

  /// Somebody to whom the party belongs.
  public struct Link: Hashable, Sendable {
    /// How, in the list's words: "owner", "linked to".
    public var how: String
    /// The name as the list writes it; empty where it tells only a number.
    public var name: String
    /// The other's number on the same list; empty where the list tells none.
    public var number: String

    /// A link with a name, a number or both.
    public init(_ how: String, _ name: String, number: String = "") {
      self.how = how
      self.name = name
      self.number = number
    }

    /// The words of the list: "owner Arnor Shipping".
    public var text: String {
      [how, name.isEmpty ? number : name].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// The list's own number or reference.
  public var number: String
  /// What the list says it is; `party` where it does not.
  public var kind: EntityKind
  /// The primary name first.
  public var names: [Name]
  /// The programmes or regimes under which it is listed.
  public var programmes: [String] = []
  /// Numbers of documents, ships and accounts, each with what it is: "IMO 9076543", "Passport 123".
  public var identifiers: [String] = []
  /// Days or years of birth as the list tells them.
  public var births: [String] = []
  /// Nationalities, flags and citizenships.
  public var nationalities: [String] = []
  /// Addresses, each in one line.
  public var addresses: [String] = []
  /// Owners and those it is linked to.
  public var links: [Link] = []
  /// The day of listing, EDTF; empty where the list tells none.
  public var listed = ""
  /// The laws and decisions that it rests on.
  public var bases: [String] = []
  /// Whatever else the list says.
  public var remarks = ""

  /// An entry of a kind with names.
  public init(number: String, kind: EntityKind, names: [Name]) {
    self.number = number
    self.kind = kind
    self.names = names
  }

  /// The fields that can change from one state of a list to the next, with their names, in order.
  public var fields: [(name: String, value: String)] {
    func joined(_ values: [String]) -> String { values.joined(separator: "; ") }
    return [
      ("kind", kind.rawValue),
      ("names", joined(names.map { $0.use == .primary ? $0.text : "\($0.use.rawValue) \($0.text)" })),
      ("programmes", joined(programmes)), ("identifiers", joined(identifiers)), ("births", joined(births)),
      ("nationalities", joined(nationalities)), ("addresses", joined(addresses)),
      ("links", joined(links.map(\.text))),
      ("listed", listed),
      ("bases", joined(bases)), ("remarks", remarks),
    ]
  }
}
