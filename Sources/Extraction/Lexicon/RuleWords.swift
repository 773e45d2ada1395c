import Model
import TextMatching

extension LexiconTables {
  /// Numbers the words of months, weekdays, seasons, ordinals and small numbers.
  mutating func addTimeWords() {
    for (index, name) in MonthName.all.enumerated() {
      months[vocabulary.intern(name)] = index + 1
      months[vocabulary.intern(String(name.prefix(3)))] = index + 1
    }
    months[vocabulary.intern("sept")] = 9
    let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    for (index, name) in days.enumerated() {
      weekdays[vocabulary.intern(name)] = index
      weekdays[vocabulary.intern(String(name.prefix(3)))] = index
    }
    for (name, day) in [("tues", 2), ("thur", 4), ("thurs", 4)] { weekdays[vocabulary.intern(name)] = day }
    for (name, season) in [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)] {
      seasons[vocabulary.intern(name)] = season
    }
    let ordinalNames = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh",
      "twelfth",
    ]
    for (index, name) in ordinalNames.enumerated() {
      ordinals[vocabulary.intern(name)] = index + 1
      let suffix = index == 0 ? "st" : index == 1 ? "nd" : index == 2 ? "rd" : "th"
      ordinals[vocabulary.intern("\(index + 1)\(suffix)")] = index + 1
    }
    let numbers = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    for (index, name) in numbers.enumerated() { numerals[vocabulary.intern(name)] = index + 1 }
    for (index, name) in ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated() {
      numerals[vocabulary.intern(name)] = (index + 3) * 10
    }
    numerals[vocabulary.intern("couple")] = 2
  }

  /// Numbers the words that rules ask for by name.
  mutating func addFixedWords() {
    let pairs: [(WritableKeyPath<FixedWords, WordID>, String)] = [
      (\.either, "either"), (\.both, "both"), (\.because, "because"),
      (\.the, "the"), (\.more, "more"), (\.over, "over"), (\.gl, "gl"), (\.article, "article"),
      (\.chapter, "chapter"), (\.capital, "capital"), (\.a, "a"), (\.an, "an"),
      (\.of, "of"),
      (\.and, "and"), (\.or, "or"),
      (\.to, "to"),
      (\.by, "by"), (\.on, "on"), (\.in, "in"), (\.at, "at"), (\.for, "for"), (\.from, "from"),
      (\.under, "under"),
      (\.with, "with"), (\.as, "as"), (\.through, "through"), (\.until, "until"), (\.between, "between"),
      (\.pursuant, "pursuant"), (\.against, "against"), (\.after, "after"), (\.before, "before"),
      (\.section, "section"), (\.sections, "sections"), (\.title, "title"), (\.part, "part"),
      (\.parts, "parts"),
      (\.executive, "executive"), (\.order, "order"), (\.orders, "orders"), (\.eo, "eo"), (\.eos, "eos"),
      (\.usc, "usc"), (\.cfr, "cfr"), (\.hr, "hr"), (\.s, "s"), (\.pub, "pub"), (\.l, "l"), (\.law, "law"),
      (\.public, "public"), (\.general, "general"), (\.license, "license"), (\.licence, "licence"),
      (\.no, "no"), (\.nor, "nor"),
      (\.res, "res"), (\.unscr, "unscr"), (\.unscrs, "unscrs"), (\.resolution, "resolution"),
      (\.resolutions, "resolutions"), (\.un, "un"), (\.security, "security"), (\.council, "council"),
      (\.imo, "imo"), (\.not, "not"), (\.have, "have"), (\.been, "been"), (\.being, "being"), (\.is, "is"),
      (\.its, "its"), (\.fiscal, "fiscal"), (\.fy, "fy"), (\.year, "year"), (\.quarter, "quarter"),
      (\.same, "same"), (\.day, "day"), (\.today, "today"), (\.yesterday, "yesterday"),
      (\.tomorrow, "tomorrow"),
      (\.tonight, "tonight"), (\.week, "week"), (\.weekend, "weekend"), (\.month, "month"), (\.past, "past"),
      (\.last, "last"), (\.this, "this"), (\.next, "next"), (\.may, "may"), (\.march, "march"),
      (\.sun, "sun"),
      (\.new, "new"), (\.that, "that"), (\.which, "which"), (\.who, "who"), (\.whom, "whom"),
      (\.whose, "whose"),
      (\.est, "est"), (\.based, "based"), (\.regulation, "regulation"), (\.eu, "eu"),
      (\.decision, "decision"),
      (\.committee, "committee"), (\.amendment, "amendment"), (\.will, "will"), (\.would, "would"),
      (\.including, "including"), (\.aka, "aka"), (\.known, "known"), (\.ago, "ago"), (\.early, "early"),
      (\.late, "late"), (\.time, "time"), (\.it, "it"), (\.administration, "administration"),
      (\.later, "later"),
      (\.earlier, "earlier"), (\.eve, "eve"), (\.following, "following"), (\.first, "first"),
      (\.since, "since"),
      (\.m, "m"), (\.v, "v"), (\.t, "t"), (\.regulations, "regulations"), (\.north, "north"),
      (\.south, "south"),
      (\.if, "if"), (\.whether, "whether"), (\.according, "according"), (\.each, "each"),
      (\.accordance, "accordance"), (\.one, "one"), (\.property, "property"), (\.bill, "bill"),
      (\.act, "act"),
      (\.yet, "yet"), (\.unless, "unless"), (\.also, "also"), (\.there, "there"), (\.what, "what"),
      (\.why, "why"), (\.how, "how"), (\.when, "when"), (\.without, "without"), (\.than, "than"),
      (\.effective, "effective"), (\.such, "such"), (\.well, "well"), (\.decree, "decree"),
      (\.court, "court"), (\.cfsp, "cfsp"),
      (\.para, "para"), (\.paragraph, "paragraph"), (\.violation, "violation"), (\.out, "out"),
      (\.off, "off"),
      (\.put, "put"), (\.mid, "mid"),
    ]
    for (path, word) in pairs { words[keyPath: path] = vocabulary.intern(word) }
  }
}
