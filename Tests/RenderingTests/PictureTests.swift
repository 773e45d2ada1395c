import Foundation
import Model
import Rendering
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pictures and networks")
struct PictureTests {
  static let hostile = "A & <b>\"O'Neil\"</b> \u{1B}[31m \\"

  @Test("A picture in time is well-formed whatever its words are, and has a line an event")
  func timeline() throws {
    let events = [
      ("2016-12-02", "designation", "actual"), ("../2016-11-14", "restriction", "negated"),
      ("", "violation", "possible"),
      ("2016-11-04/..", "relief", "planned"),
    ].map { date, kind, status in
      TimelinePicture.Event(
        first: EDTF(date)?.first, last: EDTF(date)?.last, date: date, kind: kind, status: status,
        label: PictureTests.hostile)
    }
    let svg = TimelinePicture(events, title: PictureTests.hostile).svg(.alone).markup
    let document = try XMLDocument(xmlString: svg)
    #expect(try document.nodes(forXPath: "//*[local-name()='g']").count == 4)
    #expect(!svg.contains("\u{1B}"))
    #expect(svg.contains(">2016-12-02  designation"))
    // Statuses differ by form: a full circle, a cross, a diamond, an open circle.
    for status in ["actual", "planned", "possible", "negated"] { #expect(svg.contains(">\(status)<")) }
  }

  @Test("No events make a picture too")
  func nothing() throws {
    _ = try XMLDocument(xmlString: TimelinePicture([], title: "none").svg(.alone).markup)
  }

  @Test("A network is well-formed in each format whatever its names are")
  func network() throws {
    let network = Network(
      nodes: [
        Network.Node(id: "bank/arnor", name: PictureTests.hostile, kind: "bank"),
        Network.Node(id: "b", name: "Harad Air", kind: "airline"),
      ], edges: [Network.Edge(from: "bank/arnor", to: "b", events: 2, posts: 3)])
    let graphML = try XMLDocument(xmlString: network.graphML)
    #expect(try graphML.nodes(forXPath: "//*[local-name()='edge']").count == 1)
    let gexf = try XMLDocument(xmlString: network.gexf)
    #expect(try gexf.nodes(forXPath: "//*[local-name()='node']").count == 2)
    #expect(network.dot.contains(#""bank/arnor" -- "b" [weight=13"#))
    #expect(network.dot.contains(#"label="A & <b>\"O'Neil\"</b> \\u{1B}[31m \\""#))
  }

  @Test("Markup of the source stays, text that is put into it is escaped")
  func escaping() {
    let text = "<i> & \"quotes\""
    let html: HTML = "<b>\(text)</b>\(3)"
    #expect(html.markup == "<b>&lt;i&gt; &amp; &quot;quotes&quot;</b>3")
  }

  @Test("Marks may overlap: every code point stands once, and each piece has all marks over it")
  func marks() {
    let marked = MarkedText(
      "Arnor & Harad", at: 10,
      marks: [
        .init(span: TextSpan(10, 15), classes: "entity", link: "a.html"),
        .init(span: TextSpan(10, 23), classes: "told", group: "c1"),
        .init(span: TextSpan(16, 23), classes: "told", group: "c2"),
      ])
    let html = marked.line.markup
    #expect(html.replacing(/<[^>]*>/, with: "") == "Arnor &amp; Harad")
    #expect(html.contains(#"<a id="c1"></a>"#) && html.contains(#"data-groups="c1 c2""#))
    #expect(html.contains(#"<a class="ref" href="a.html">"#))
  }
}
