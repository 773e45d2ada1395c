import TextMatching

/// Words that rules ask for by name.
struct FixedWords: Sendable {
  var the: WordID = 0, a: WordID = 0, an: WordID = 0, of: WordID = 0, and: WordID = 0, or: WordID = 0,
    to: WordID = 0
  var by: WordID = 0, on: WordID = 0, `in`: WordID = 0, at: WordID = 0, `for`: WordID = 0, from: WordID = 0
  var under: WordID = 0, with: WordID = 0, `as`: WordID = 0, through: WordID = 0, until: WordID = 0
  var between: WordID = 0, pursuant: WordID = 0, against: WordID = 0, after: WordID = 0, before: WordID = 0
  var section: WordID = 0, sections: WordID = 0, title: WordID = 0, part: WordID = 0, parts: WordID = 0
  var executive: WordID = 0, order: WordID = 0, orders: WordID = 0, eo: WordID = 0, eos: WordID = 0
  var usc: WordID = 0, cfr: WordID = 0, hr: WordID = 0, s: WordID = 0, pub: WordID = 0, l: WordID = 0
  var law: WordID = 0, `public`: WordID = 0, general: WordID = 0, license: WordID = 0, licence: WordID = 0
  var no: WordID = 0, nor: WordID = 0, res: WordID = 0, unscr: WordID = 0, unscrs: WordID = 0,
    resolution: WordID = 0
  var resolutions: WordID = 0, un: WordID = 0, security: WordID = 0, council: WordID = 0, imo: WordID = 0
  var not: WordID = 0, have: WordID = 0, been: WordID = 0, being: WordID = 0, `is`: WordID = 0,
    its: WordID = 0
  var fiscal: WordID = 0, fy: WordID = 0, year: WordID = 0, quarter: WordID = 0, same: WordID = 0,
    day: WordID = 0
  var today: WordID = 0, yesterday: WordID = 0, tomorrow: WordID = 0, tonight: WordID = 0, week: WordID = 0
  var weekend: WordID = 0, month: WordID = 0, past: WordID = 0, last: WordID = 0, this: WordID = 0,
    next: WordID = 0
  var may: WordID = 0, march: WordID = 0, sun: WordID = 0, new: WordID = 0, that: WordID = 0,
    which: WordID = 0
  var who: WordID = 0, whom: WordID = 0, whose: WordID = 0, est: WordID = 0, based: WordID = 0,
    regulation: WordID = 0
  var eu: WordID = 0, decision: WordID = 0, committee: WordID = 0, amendment: WordID = 0, will: WordID = 0
  var would: WordID = 0, including: WordID = 0, aka: WordID = 0, known: WordID = 0, ago: WordID = 0,
    early: WordID = 0
  var late: WordID = 0, time: WordID = 0, it: WordID = 0, administration: WordID = 0, later: WordID = 0
  var earlier: WordID = 0, eve: WordID = 0, following: WordID = 0, first: WordID = 0, since: WordID = 0
  var m: WordID = 0, v: WordID = 0, t: WordID = 0, regulations: WordID = 0, north: WordID = 0,
    south: WordID = 0
  var `if`: WordID = 0, whether: WordID = 0, according: WordID = 0, part2: WordID = 0, each: WordID = 0
  var accordance: WordID = 0, one: WordID = 0, property: WordID = 0, bill: WordID = 0, act: WordID = 0,
    yet: WordID = 0
  var unless: WordID = 0, also: WordID = 0, there: WordID = 0, what: WordID = 0,
    why: WordID = 0
  var how: WordID = 0, when: WordID = 0, without: WordID = 0, than: WordID = 0, such: WordID = 0,
    effective: WordID = 0,
    well: WordID = 0
  var decree: WordID = 0, court: WordID = 0, cfsp: WordID = 0, para: WordID = 0, paragraph: WordID = 0
  var violation: WordID = 0, out: WordID = 0, off: WordID = 0, put: WordID = 0, mid: WordID = 0,
    none: WordID = 0, more: WordID = 0,
    capital: WordID = 0,
    over: WordID = 0, gl: WordID = 0, article: WordID = 0, chapter: WordID = 0
  var either: WordID = 0, both: WordID = 0, because: WordID = 0
}
