"""Opens a report in headless Chromium: python browser.py CHROMIUM FOLDER PICTURES

No console error, no request to anywhere, no finding of axe-core at two widths; search finds what it should; the link of a
claim lands on its sentence; no words of a picture lie over one another.
"""

import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

chromium, folder, pictures = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3])
pictures.mkdir(parents=True, exist_ok=True)
pages = ["index.html", "events.html", "timeline.html", "entities.html", "posts.html", "check.html", "search.html?q=Koryo"]
pages += [next(folder.glob(f"{name}/*koryo*.html"), next(folder.glob(f"{name}/*.html"))).relative_to(folder).as_posix()
          for name in ("entity", "event")]
post = next(page for page in sorted(folder.glob("post/*.html")) if 'data-groups="c' in page.read_text())
pages.append(post.relative_to(folder).as_posix())
failures = []

# Texts of a picture, each with the place that it takes, but for those in titles.
OVERLAPS = """(svg) => {
  const boxes = [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim()).map((t) => t.getBoundingClientRect());
  let count = 0;
  for (let i = 0; i < boxes.length; i += 1) for (let j = i + 1; j < boxes.length; j += 1) {
    const [a, b] = [boxes[i], boxes[j]];
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) count += 1;
  }
  return count;
}"""

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
            page.on("console", lambda m: failures.append(f"console: {m.text}") if m.type == "error" else None)
            page.on("pageerror", lambda e: failures.append(f"error: {e}"))
            page.on("request", lambda r: failures.append(f"request: {r.url}")
                    if not r.url.startswith(("file:", "data:")) else None)
            for number, name in enumerate(pages):
                page.goto(f"file://{folder}/{name}")
                page.wait_for_timeout(300)
                for finding in Axe().run(page, options={"preload": False}).response["violations"]:
                    failures.append(f"{name} at {width}, {scheme}: {finding['id']}: {finding['nodes'][0]['html'][:200]}")
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    failures.append(f"{name} at {width}: it is wider than the window")
                for picture in page.query_selector_all("svg.picture"):
                    if width == 1280 and picture.evaluate(OVERLAPS):
                        failures.append(f"{name}: words of a picture lie over one another")
                page.screenshot(path=pictures / f"{width}-{scheme}-{number}.png")

    page = browser.new_page()
    page.goto(f"file://{folder}/index.html")
    page.fill("#site-search", "Koryo")
    page.press("#site-search", "Enter")
    page.wait_for_selector("#results h2")
    if "Air Koryo" not in page.inner_text("#results"):
        failures.append("the search does not find Koryo")
    page.goto(f"file://{folder}/{pages[-1]}")
    link = page.query_selector("ol.claims a[href^='#c']")
    link.click()
    page.wait_for_timeout(300)
    lit = page.query_selector_all(".text .hit")
    if not lit or not lit[0].evaluate("(e) => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"):
        failures.append("the link of a claim does not land on its sentence")
    page.goto(f"file://{folder}/events.html")
    page.select_option("#f-kind", "designation")
    page.wait_for_timeout(500)
    kinds = {cell.inner_text() for cell in page.query_selector_all("tbody td:nth-child(2)")}
    if kinds != {"designation"}:
        failures.append(f"the filter by kind shows {kinds}")
    page.goto(f"file://{folder}/timeline.html")
    page.wait_for_selector("#chart a")
    before = page.inner_text("#count")
    for _ in range(3):
        page.click("#in")
    if page.inner_text("#count") == before:
        failures.append("zooming in shows as many events as before")
    browser.close()

print("\n".join(failures) or f"{len(pages)} pages: no findings")
sys.exit(bool(failures))
