import Extraction
import Model
import Testing

/// What a text costs grows with its length alone, whatever sentence somebody repeats.
@Suite(.serialized) struct CostTests {
  @Test(arguments: [
    "The Treasury Department also removed Arnor Trust Bank from the list. ",
    "Arnor Trust Bank fell. Arnor fell. Trust me. ",
    "Obama’s designation of Arnor Trust Bank drew notice. ",
    "The Security Council adopted resolution 2270. It prohibits exports. ",
    "President Obama met Mr. Orlenko and General Deng. ",
    "On the same date the 1718 Committee listed Harad Air, which Japan had blacklisted on 5 May 2016. ",
    "OFAC listed the entries below:\n\n1. Arnor Trust Bank\n2. Harad Air\n\n",
    "Arnor Trust Bank, of Umbar, Harad; Belfalas Shipping Co., Ltd., with offices in Dale; ",
    "The sanctions target Arnor Trust Bank. ",
    "Met Anar Tulegov (Tulegov) here. ",
    "It was May 5, 2019. OFAC is designating the firm. ",
    "Treasury sanctioned three firms. Treasury named Arnor Trust Bank and Harad Air. ",
    "He met the North's Ministry. ",
    "Then, as we know, Justice charged it. ",
  ])
  func eightTimesTheTextCostsNoMoreThanTwentyTimesAsMuch(sentence: String) {
    let short = time(of: sentence, bytes: 40_000)
    let long = time(of: sentence, bytes: 320_000)
    #expect(long < short * 20)
  }

  /// The shortest of three readings.
  private func time(of sentence: String, bytes: Int) -> Duration {
    let text = String(repeating: sentence, count: bytes / sentence.utf8.count)
    let post = Post(id: "p", title: "", text: text, source: "test")
    let clock = ContinuousClock()
    return (0..<3).map { _ in clock.measure { _ = EventLexiconTests.extractor.read(post) } }.min() ?? .zero
  }
}
