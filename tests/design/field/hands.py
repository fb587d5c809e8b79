"""What a thumb does in Felt, and how many times."""

import base64
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.design.field.fake import FakeService

PIN = "274951"


def script(name: str) -> str:
    """What is run in the page. Felt's own modules there are the very objects it works with."""
    return (Path(__file__).parent / "scripts" / f"{name}.js").read_text(encoding="utf-8")


class Phone:
    """One phone, in one hand."""

    def __init__(self, context: BrowserContext, service: FakeService) -> None:
        self.context = context
        self.service = service
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.taps = 0

    def open(self) -> None:
        self.page.goto(self.service.url + "/felt/")

    def begin(self) -> None:
        """The first time: a PIN is chosen, the day is fetched, the worker has all it needs."""
        self.open()
        self.choose_pin()
        expect(self.page.get_by_role("heading", name="Kim Klarsen").first).to_be_visible()
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def choose_pin(self, pin: str = PIN) -> None:
        self.page.get_by_label("Kode", exact=True).fill(pin)
        self.page.get_by_label("Skriv koden igen").fill(pin)
        self.page.get_by_role("button", name="Gem koden").click()

    def unlock(self, pin: str = PIN) -> None:
        self.page.get_by_label("Kode", exact=True).fill(pin)
        self.page.get_by_role("button", name="Lås op").click()

    def tap(self, name: str, role: str = "button", **more: object) -> None:
        self.press(self.page.get_by_role(role, name=name, **more).first)

    def press(self, place: Locator) -> None:
        self.taps += 1
        place.click()

    def choose(self, name: str) -> None:
        self.press(self.page.locator("label.hb-choice").filter(has_text=name).first)

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)

    def log_visit(self, note: str) -> None:
        """From I dag to a saved visit."""
        self.tap("Log besøg")
        self.choose("Mødtes")
        self.tap("Som aftalt: 45 min.")
        self.write("Notat", note)
        self.tap("Gem", exact=True)
        expect(self.page.get_by_text("Gemt på telefonen")).to_be_visible()

    def log_many(self, how_many: int, kind: str = "visit") -> None:
        """As many items as asked for, made by Felt's own modules in the open page."""
        self.page.evaluate(script("many"), [how_many, kind])

    def hang_on_a_recording(self, size: int) -> None:
        """The visit in the form is saved with a recording of so many bytes."""
        self.write("Notat", "Med lyd")
        self.tap("Gem", exact=True)
        expect(self.page.get_by_text("Gemt på telefonen")).to_be_visible()
        self.page.evaluate(script("recording"), size)

    def send_until_done(self) -> None:
        self.page.evaluate(script("send"))

    def offline(self) -> None:
        self.context.set_offline(offline=True)

    def online(self) -> None:
        self.context.set_offline(offline=False)

    def dump(self) -> str:
        """Everything the device keeps, as text."""
        text: str = self.page.evaluate(script("dump"))
        return text

    def rows(self) -> dict[str, int]:
        counts: dict[str, int] = self.page.evaluate(script("rows"))
        return counts


def disguises(word: str) -> list[str]:
    """A word, and how it looks in base64 wherever it begins."""
    coded = [base64.b64encode(b"x" * shift + word.encode()).decode() for shift in range(3)]
    return [word, *(code[4:-4] for code in coded if len(code) > 12)]
