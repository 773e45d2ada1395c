"use strict";
// The pages work without this script; it fills long tables bit by bit, filters and searches them, draws the timeline
// and lights up the sentence of a claim. Data comes from script files beside the pages, since a page that was opened
// as a file may not fetch.
const root = document.body.dataset.root;
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const drawn = (name, attributes = {}, text = "") => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
};
const letters = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC")
  .replace(/[łøđðþßæœı]/g, (letter) => letters[letter]);

// Pieces of data by name, each loaded once.
const loaded = new Map();
window.sanctions = (name, value) => loaded.get(name)?.resolve(value);
function load(name) {
  if (!loaded.has(name)) {
    const entry = {};
    entry.promise = new Promise((resolve) => {
      entry.resolve = resolve;
      const script = element("script", { src: `${root}data/${name}.js` });
      script.onerror = () => resolve(null);
      document.head.append(script);
    });
    loaded.set(name, entry);
  }
  return loaded.get(name).promise;
}

const signs = { actual: "●", planned: "○", possible: "◇", negated: "✕" };
const cells = {
  status: (value) => element("span", { class: `status ${value}` },
    element("span", { "aria-hidden": "true" }, signs[value] ?? ""), ` ${value}`),
  kind: (value) => element("span", { class: `kind ${value}` }, value),
};

// A table whose rows come in pieces: columns are told by its header, the last value of a row is where it leads.
class LazyTable {
  constructor(table) {
    this.table = table;
    this.body = table.tBodies[0];
    this.name = table.dataset.name;
    this.chunks = Number(table.dataset.chunks);
    this.columns = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.column);
    this.rows = [];
    this.shown = 0;
    this.next = 0;
    this.matching = null;
    this.count = document.getElementById("count");
    this.more = document.getElementById("more");
    this.form = document.querySelector("form.filters");
    this.more?.addEventListener("click", () => this.show());
    this.form?.addEventListener("input", () => this.filter());
    this.form?.addEventListener("submit", (event) => { event.preventDefault(); this.filter(); });
    const asked = new URLSearchParams(location.search || location.hash.slice(1));
    for (const [key, value] of asked) {
      const field = this.form?.elements.namedItem(key);
      if (field) field.value = value;
    }
    if ([...asked].length) this.filter();
    this.shown = this.body.rows.length;
  }
  async all() {
    while (this.next < this.chunks) {
      const rows = await load(`${this.name}-${this.next}`);
      this.next += 1;
      if (rows) this.rows.push(...rows);
    }
    return this.rows;
  }
  value(row, column) { return row[this.columns.indexOf(column)] ?? ""; }
  fits(row) {
    for (const field of this.form.elements) {
      if (!field.name || !field.value) continue;
      const asked = plain(field.value);
      if (field.name === "words") {
        const text = plain(row.slice(0, -1).join(" "));
        if (!asked.split(/\s+/).every((word) => text.includes(word))) return false;
      } else if (field.name === "from") {
        const [, end] = bounds(String(this.value(row, "date")));
        if (!end || end < field.value) return false;
      } else if (field.name === "to") {
        const [start] = bounds(String(this.value(row, "date")));
        if (!start || start > field.value) return false;
      } else if (field.tagName === "SELECT") {
        if (String(this.value(row, field.name)) !== field.value) return false;
      } else if (!plain(String(this.value(row, field.name))).includes(asked)) return false;
    }
    return true;
  }
  async filter() {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const rows = await this.all();
    if (turn !== this.turn) return;
    this.matching = rows.filter((row) => this.fits(row));
    this.body.replaceChildren();
    this.shown = 0;
    this.show();
  }
  async show() {
    if (!this.matching) this.matching = await this.all();
    const some = this.matching.slice(this.shown, this.shown + 200);
    this.body.append(...some.map((row) => this.made(row)));
    this.shown += some.length;
    if (this.count) this.count.textContent = `${this.shown} of ${this.matching.length} rows`;
    this.more?.classList.toggle("hidden", this.shown >= this.matching.length);
  }
  made(row) {
    const target = row[row.length - 1];
    const line = element("tr");
    const heads = this.table.tHead.rows[0].cells;
    this.columns.forEach((column, index) => {
      const value = String(row[index] ?? "");
      let content = cells[column] && value ? cells[column](value) : value;
      if (heads[index].dataset.link !== undefined && target) {
        content = element("a", { href: root + target }, value || "details");
      }
      line.append(element("td", { class: heads[index].className }, content));
    });
    return line;
  }
}

// The first and last day of an EDTF date, as text; empty for an open end.
function bounds(date) {
  if (!date) return ["", ""];
  const [start, end = start] = date.split("/");
  return [whole(start, false), whole(end, true)];
}
function whole(date, isEnd) {
  const found = /^(\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?/.exec(date);
  if (!found) return "";
  const [, year, month, day] = found;
  if (day) return `${year}-${month}-${day}`;
  if (!isEnd) return `${year}-${month ?? "01"}-01`;
  return new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).toISOString().slice(0, 10);
}

// The search page: names first, then posts that hold every word.
async function search() {
  const query = new URLSearchParams(location.search).get("q") ?? "";
  document.getElementById("site-search").value = query;
  const place = document.getElementById("results");
  const words = plain(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!words.length) return;
  const part = (word) => [...word].slice(0, 2).map((c) => c.codePointAt(0).toString(16)).join("_");
  const names = (await Promise.all(words.slice(0, 1).map((word) => load(`names-${part(word)}`))))[0] ?? [];
  const found = names.filter(([name]) => {
    const own = plain(name).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((other) => other.startsWith(word)));
  });
  const lists = await Promise.all(words.map(async (word) => {
    const index = await load(`words-${part(word)}`);
    const posts = new Set();
    for (const [other, numbers] of Object.entries(index ?? {})) {
      if (other.startsWith(word)) for (const number of numbers) posts.add(number);
    }
    return posts;
  }));
  const numbers = [...(lists[0] ?? [])].filter((number) => lists.every((list) => list.has(number))).sort((a, b) => a - b);
  const posts = [];
  for (const number of numbers.slice(0, 200)) {
    const rows = await load(`posts-${Math.floor(number / 500)}`);
    if (rows?.[number % 500]) posts.push(rows[number % 500]);
  }
  const line = (text, path, about) => element("li", {}, element("a", { href: root + path }, text), about ? ` ${about}` : "");
  const seen = new Set();
  const entities = found.filter(([, , path]) => !seen.has(path) && seen.add(path)).slice(0, 200);
  place.replaceChildren(
    element("p", { class: "about" }, `${entities.length} entities and ${numbers.length} posts for “${query}”${numbers.length > 200 ? ", the first 200 of them" : ""}`),
    element("h2", {}, "Entities"), element("ul", {}, ...entities.map(([name, kind, path]) => line(name, path, kind))),
    element("h2", {}, "Posts"), element("ul", {}, ...posts.map((row) => line(row[1], row[row.length - 1], row[0]))));
}

// The timeline: a lane an authority, a mark an event; zoomed by wheel, buttons and keys.
class Chart {
  constructor(svg) {
    this.svg = svg;
    this.form = document.querySelector("form.filters");
    this.form.addEventListener("input", () => this.draw());
    for (const [id, act] of [["in", () => this.zoom(0.6)], ["out", () => this.zoom(1.7)], ["left", () => this.move(-0.3)],
      ["right", () => this.move(0.3)], ["all", () => this.reset()]]) {
      document.getElementById(id).addEventListener("click", act);
    }
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width);
    }, { passive: false });
    svg.addEventListener("keydown", (event) => {
      const acts = { "+": () => this.zoom(0.6), "-": () => this.zoom(1.7), ArrowLeft: () => this.move(-0.2), ArrowRight: () => this.move(0.2), "0": () => this.reset() };
      if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
    });
    this.start();
  }
  async start() {
    const table = { chunks: Number(this.svg.dataset.chunks), rows: [] };
    for (let index = 0; index < table.chunks; index += 1) table.rows.push(...((await load(`events-${index}`)) ?? []));
    const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000;
    this.events = table.rows.map(([date, kind, status, authority, target, instrument, actor, posts, path]) => {
      const [first, last] = bounds(date);
      const start = first ? day(first) : last ? day(last) : NaN;
      return { date, kind, status, lane: authority || actor || "no authority told", what: target || instrument || actor, path,
        at: last && first ? (start + day(last)) / 2 : start };
    }).filter((event) => Number.isFinite(event.at));
    this.reset();
  }
  reset() {
    const times = this.events.map((event) => event.at);
    this.from = Math.min(...times) - 20;
    this.to = Math.max(...times) + 20;
    if (!times.length) { this.from = 0; this.to = 1; }
    this.draw();
  }
  zoom(factor, place = 0.5) {
    const middle = this.from + (this.to - this.from) * place;
    const span = Math.min(Math.max((this.to - this.from) * factor, 7), 73000);
    this.from = middle - span * place;
    this.to = this.from + span;
    this.draw();
  }
  move(share) {
    const step = (this.to - this.from) * share;
    this.from += step;
    this.to += step;
    this.draw();
  }
  draw() {
    const kind = this.form.elements.kind.value;
    const status = this.form.elements.status.value;
    const some = this.events.filter((event) => (!kind || event.kind === kind) && (!status || event.status === status));
    const lanes = new Map();
    for (const event of some) lanes.set(event.lane, (lanes.get(event.lane) ?? 0) + 1);
    const names = [...lanes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 14).map(([name]) => name);
    if (lanes.size > names.length) names.push("others");
    const width = this.svg.clientWidth || 900;
    const left = Math.min(230, width * 0.35);
    const height = 40 + names.length * 34;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("height", height);
    const x = (at) => left + 10 + (width - left - 24) * (at - this.from) / (this.to - this.from);
    const group = drawn("g");
    for (const [at, label] of this.ticks(width - left)) {
      group.append(drawn("line", { class: "tick", x1: x(at), x2: x(at), y1: 24, y2: height }),
        drawn("text", { x: x(at), y: 16, "text-anchor": "middle" }, label));
    }
    names.forEach((name, index) => {
      const y = 48 + index * 34;
      const room = Math.floor(left / 7);
      group.append(drawn("text", { x: 6, y: y + 4 }, name.length > room ? `${name.slice(0, room - 1)}…` : name));
    });
    let shown = 0;
    for (const event of some) {
      if (event.at < this.from || event.at > this.to || shown >= 3000) continue;
      shown += 1;
      const lane = names.indexOf(event.lane) >= 0 ? names.indexOf(event.lane) : names.length - 1;
      const link = drawn("a", { href: root + event.path });
      const [px, py] = [x(event.at), 48 + lane * 34];
      const shape = event.status === "actual" ? drawn("circle", { cx: px, cy: py, r: 6 })
        : event.status === "planned" ? drawn("circle", { cx: px, cy: py, r: 5.5 })
        : event.status === "possible" ? drawn("path", { d: `M${px} ${py - 7}L${px + 7} ${py}L${px} ${py + 7}L${px - 7} ${py}Z` })
        : drawn("path", { d: `M${px - 5} ${py - 5}L${px + 5} ${py + 5}M${px - 5} ${py + 5}L${px + 5} ${py - 5}` });
      shape.setAttribute("class", `mark ${event.kind}${event.status === "actual" ? "" : " open"}`);
      link.setAttribute("aria-label", `${event.date} ${event.status} ${event.kind}: ${event.lane}, ${event.what}`);
      link.append(drawn("title", {}, `${event.date} ${event.status} ${event.kind}: ${event.lane} – ${event.what}`), shape);
      group.append(link);
    }
    this.svg.querySelector("g")?.remove();
    this.svg.append(group);
    document.getElementById("count").textContent = `${shown} of ${some.length} dated events in view`;
  }
  ticks(room) {
    const year = (at) => new Date(at * 86400000).getUTCFullYear();
    const day = (...parts) => Date.UTC(...parts) / 86400000;
    const wanted = Math.max(2, Math.floor(room / 90));
    const result = [];
    const years = (this.to - this.from) / 365.25;
    if (years > wanted / 3) {
      const step = [1, 2, 5, 10, 20, 50, 100].find((step) => years / step <= wanted) ?? 100;
      for (let at = Math.ceil(year(this.from) / step) * step; at <= year(this.to); at += step) result.push([day(at, 0, 1), String(at)]);
    } else if (years * 12 > wanted / 2) {
      const step = [1, 2, 3, 6].find((step) => years * 12 / step <= wanted) ?? 12;
      for (let month = year(this.from) * 12; month <= year(this.to) * 12 + 11; month += step) {
        result.push([day(Math.floor(month / 12), month % 12, 1), `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`]);
      }
    } else {
      const step = Math.max(1, Math.ceil((this.to - this.from) / wanted));
      for (let at = Math.ceil(this.from); at <= this.to; at += step) result.push([at, new Date(at * 86400000).toISOString().slice(0, 10)]);
    }
    return result.filter(([at]) => at >= this.from && at <= this.to);
  }
}

// A claim's link leads to its sentence: all pieces of it are lit.
function light() {
  const name = decodeURIComponent(location.hash.slice(1));
  for (const piece of document.querySelectorAll(".hit")) piece.classList.remove("hit");
  if (!name) return;
  const pieces = [...document.querySelectorAll("[data-groups]")].filter((piece) => piece.dataset.groups.split(" ").includes(name));
  for (const piece of pieces) piece.classList.add("hit");
  pieces[0]?.scrollIntoView({ block: "center" });
}

for (const table of document.querySelectorAll("table[data-name]")) new LazyTable(table);
if (document.getElementById("results")) search();
if (document.getElementById("chart")) new Chart(document.getElementById("chart"));
if (document.querySelector(".text")) {
  light();
  addEventListener("hashchange", light);
}
document.querySelector("form.search")?.addEventListener("submit", (event) => {
  event.preventDefault();
  location.href = `${root}search.html?q=${encodeURIComponent(event.target.elements.q.value)}`;
});
