import Model
import Testing

struct DateTests {
  @Test(arguments: [
    ("2016-12-02", "2016-12-02", "2016-12-02"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("2016", "2016-01-01", "2016-12-31"), ("201X", "2010-01-01", "2019-12-31"),
    ("2016-11-27/2016-12-03", "2016-11-27", "2016-12-03"), ("2016-10/2017-09", "2016-10-01", "2017-09-30"),
  ])
  func aDateCoversItsDays(text: String, first: String, last: String) {
    #expect(EDTF(text)?.first?.text == first)
    #expect(EDTF(text)?.last?.text == last)
  }

  @Test(arguments: ["2016-02-30", "2016-13", "yesterday", "", "2016-12-02T10:00", "2016/2015"])
  func whatIsNoDateIsRefused(text: String) {
    #expect(EDTF(text) == nil)
  }

  @Test func anOpenIntervalOverlapsAllThatLiesOnItsSide() throws {
    let until = try #require(EDTF("../2016-12-04"))
    #expect(until.isOpen)
    #expect(until.overlaps(try #require(EDTF("2015"))))
    #expect(!until.overlaps(try #require(EDTF("2016-12-05"))))
  }

  @Test func weekdaysCountFromSunday() throws {
    #expect(try #require(Day(2016, 12, 4)).weekday == 0)
    #expect(try #require(Day(2016, 12, 2)).weekday == 5)
  }

  @Test func identifiersOfNamesAreReadable() {
    #expect("Harad Air Co., Ltd.".slug == "harad-air-co-ltd")
    #expect("Banco Lórien".slug == "banco-lorien")
  }
}
