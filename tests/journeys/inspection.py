"""What must be true of every page, at every width; and a picture for people to look at."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tools.places import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
PICTURES = ROOT / "artifacts/screenshots"
PHONE, DESK, SMALLEST = 390, 1280, 320
PAPER = 794  # A4 at 96 dots an inch
WIDTHS = (PHONE, DESK)
HEIGHTS = {SMALLEST: 640, PHONE: 844, PAPER: 1123, DESK: 900}

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe keeps this one off unless it is asked for by name.
ASKED = {"target-size": {"enabled": True}}

SPILLING = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.body.querySelectorAll("*")]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > room + 1)
    .map(e => e.outerHTML.slice(0, 120)).slice(-3);
}"""

# A choice is pressed by its whole label. Links inside a sentence may be as high as its line.
CRAMPED = """() => {
  const seen = e => {
    const r = e.getBoundingClientRect();
    return e.checkVisibility({visibilityProperty: true}) && r.width > 1 && r.right > 0;
  };
  const target = e => (e.matches("[type=checkbox], [type=radio]") && e.closest("label")) || e;
  const main = "button, select, textarea, summary, input, nav[aria-label=Hovedmenu] a";
  const found = [];
  for (const e of document.querySelectorAll("a[href], button, select, textarea, summary, input")) {
    const t = target(e), r = t.getBoundingClientRect();
    if (!seen(t) || e.type === "hidden") continue;
    const inSentence = e.matches("a") && getComputedStyle(e).display === "inline";
    const least = e.matches(main) ? 43.5 : inSentence ? 0 : 23.5;
    if (r.height < least || r.width < Math.min(least, 24))
      found.push(`${r.width.toFixed(0)} × ${r.height.toFixed(0)}: ${t.outerHTML.slice(0, 120)}`);
  }
  return found;
}"""


def inspect(page: Page, name: str) -> None:
    """Fails with everything that is wrong with the page; leaves its picture at both widths."""
    found = list(unclear(page))
    for width in (SMALLEST, *WIDTHS):
        look_at(page, width)
        found += [f"at {width}: spills over: {what}" for what in page.evaluate(SPILLING)]
        if width in WIDTHS:
            found += [f"at {width}: too small: {what}" for what in page.evaluate(CRAMPED)]
            found += [f"at {width}: {what}" for what in broken_rules(page)]
            take_picture(page, name)
    assert not found, f"{page.url}\n" + "\n".join(dict.fromkeys(found))


def unclear(page: Page) -> Iterator[str]:
    """A page says in one heading and in its title what it is, in Danish; nothing is undefined."""
    headings = page.get_by_role("heading", level=1).all_inner_texts()
    if len(headings) != 1 or not headings[0].strip():
        yield f"headings of the first level: {headings}"
    title = page.title()
    if not title.removesuffix("– Hjemmebane").strip():
        yield f"title: {title!r}"
    if page.locator("html").get_attribute("lang") != "da":
        yield "not said to be Danish"
    if "UNDEFINED" in page.content():
        yield "a variable of the template is undefined"


def broken_rules(page: Page) -> list[str]:
    """What axe finds, one line for each element. A bar that one scrolls under hides nothing."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    with whole_in_view(page):
        result = page.evaluate(
            "([tags, rules]) => axe.run(document, {runOnly: {type: 'tag', values: tags}, rules,"
            " resultTypes: ['violations']})",
            [RULES, ASKED],
        )
    return [
        f"{rule['id']}: {rule['help']}\n    {node['html']}\n    {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def assert_accessible(page: Page) -> None:
    page.wait_for_load_state()
    broken = broken_rules(page)
    assert not broken, f"axe on {page.url}:\n" + "\n".join(broken)


def look_at(page: Page, width: int) -> None:
    page.wait_for_load_state()
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})


@contextmanager
def whole_in_view(page: Page) -> Iterator[None]:
    """The page on a screen as high as itself, with its bar below it; then where one was on it."""
    size = page.viewport_size
    assert size is not None
    whole, place = page.evaluate("[document.documentElement.scrollHeight, scrollY]")
    page.set_viewport_size({**size, "height": max(whole, size["height"])})
    yield
    page.set_viewport_size(size)
    page.evaluate("top => scrollTo({top, behavior: 'instant'})", place)


def take_picture(page: Page, name: str) -> None:
    """Keeps the whole page under its width, with the bar of a phone below it as one scrolls it."""
    assert page.viewport_size is not None
    folder = PICTURES / str(page.viewport_size["width"])
    folder.mkdir(parents=True, exist_ok=True)
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready.then(() => true)")
    with whole_in_view(page):
        page.screenshot(path=folder / f"{name}.png", animations="disabled")
