"""How a person works a page: with a mouse, or with nothing but the keyboard."""

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 300

# Where the keyboard stands: a ring is drawn on the element or around it, and nothing covers it.
STANDING = """target => {
  const here = document.activeElement;
  if (here === document.body || here === document.documentElement) return "";
  let ringed = null;
  for (let e = here; e && !ringed; e = e.parentElement) {
    const s = getComputedStyle(e);
    if (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) ringed = e;
    if (e.matches("label, fieldset, form")) break;
  }
  if (!ringed) return "no ring around " + here.outerHTML.slice(0, 160);
  const box = here.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const label = here.closest("label");
  const seen = top && (here.contains(top) || top.contains(here) || label?.contains(top));
  if (!seen) return "covered: " + here.outerHTML.slice(0, 160);
  return here === target ? "there" : "";
}"""


class Mouse:
    """Clicks and types. Works with and without JavaScript."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """A page it leads to is there with its sheets: without them nothing can be measured."""
        target.click()
        self.page.wait_for_load_state()

    def write(self, target: Locator, text: str) -> None:
        target.fill(text)

    def choose(self, target: Locator, option: str) -> None:
        """Choose the option with this text, or one that begins with it, from a list."""
        target.select_option(value=option_value(target, option))

    def tick(self, target: Locator) -> None:
        target.check()

    def open_file(self, target: Locator) -> bytes:
        """Press a link that leads out of the pages; the file it leads to. Then come back.

        By address and not by history: a browser with a reader of papers has none to go back
        in while it changes to that, and one without lays the file aside and stays.
        """
        left = self.page.url
        with self.page.expect_response(
            lambda answer: answer.request.is_navigation_request()
        ) as got:
            self.press(target)
        content = self.page.request.get(got.value.url).body()
        self.page.goto(left)
        return content


class Keyboard(Mouse):
    """Tab, Enter, Space, arrows and letters; at every stop one must see where one stands."""

    def press(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        self.reach(target)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)
        expect(target).to_have_value(text)

    def choose(self, target: Locator, option: str) -> None:
        wanted = option_value(target, option)
        self.reach(target)
        self.page.keyboard.press("Home")
        for _ in range(target.locator("option").count()):
            if target.input_value() == wanted:
                return
            self.page.keyboard.press("ArrowDown")
        expect(target).to_have_value(wanted)

    def tick(self, target: Locator) -> None:
        """A box is ticked with the space bar; among radio buttons one moves with the arrows."""
        if target.get_attribute("type") == "radio":
            self.reach_group(target)
            while not target.is_checked():
                self.page.keyboard.press("ArrowDown")
        else:
            self.reach(target)
            if not target.is_checked():
                self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def reach(self, target: Locator) -> None:
        """Go there with Tab, as often as it takes."""
        expect(target).to_be_visible()
        element = target.element_handle()
        for _ in range(MOST_STOPS):
            standing = self.page.evaluate(STANDING, element)
            assert standing in {"", "there"}, standing
            if standing:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"never reached with Tab: {target}")

    def reach_group(self, target: Locator) -> None:
        name = target.get_attribute("name")
        for _ in range(MOST_STOPS):
            if self.page.evaluate("document.activeElement.name") == name:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"never reached with Tab: the choices called {name}")


def option_value(target: Locator, option: str) -> str:
    """The value of the one option whose text begins so."""
    offered = target.locator("option").evaluate_all("all => all.map(o => [o.label, o.value])")
    [value] = [value for label, value in offered if label.strip().startswith(option)]
    return str(value)
