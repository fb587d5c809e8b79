"""From a neighbour's referral to a gentle ending, through every state a course can be in.

Rie, who has no login, points out Villy. Anna's team takes him up, decides, starts, pauses, goes on,
moves back in the practice model, and ends with a transition; the papers are read on the way.
"""

import io

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.journeys.inspection import DESK, HEIGHTS

CITIZEN = "Villy Havtorn"
WISH = "En have, hvor ingen spørger om noget"
HOW_IT_STANDS = "Villy sover i skuret bag stationen og siger nej til alle."
REASON = "Alle kriterier passer, og Villy har selv sagt ja."
OWN_NEEDS = "Nogen, der ringer om søndagen."
RESULT = "Han sover i sin egen seng."


class WholeCourse:
    """What Rie sends, and what Anna does with it."""

    def __init__(self, rie: Page, anna: Page) -> None:
        self.rie, self.page = rie, anna
        self.code = self.home = ""

    # ------------------------------------------------------------ the referral

    def when_rie_sends_a_referral(self) -> None:
        self.rie.goto("/henvis/")
        choose(self.rie, "Team", "Team Havnen")
        for label, text in (
            ("Dit navn", "Rie Nabo"),
            ("Din telefon", "20 30 40 50"),
            ("Borgerens navn", CITIZEN),
            ("Ønsker og drømme", WISH),
            ("Det, der er svært", HOW_IT_STANDS),
            ("Hvorfor denne indsats?", "Intet andet har holdt."),
        ):
            self.rie.get_by_label(label).fill(text)
        self.rie.wait_for_timeout(4_500)  # nobody writes a referral in four seconds
        self.rie.get_by_role("button", name="Send henvisningen").click()
        expect(self.rie.get_by_role("heading", level=1)).to_contain_text("modtaget")
        self.code = self.rie.locator(".hb-code").inner_text().strip().splitlines()[-1]

    def then_rie_is_told(self, meaning: str) -> None:
        self.rie.goto("/henvis/status/")
        self.rie.get_by_label("Din kode").fill(self.code)
        self.rie.get_by_role("button", name="Se status").click()
        expect(self.rie.locator("main")).to_contain_text(meaning)
        expect(self.rie.locator("main")).not_to_contain_text(CITIZEN)

    # ------------------------------------------------------------ before the course

    def when_anna_takes_it_up(self) -> None:
        menu = self.page.get_by_role("navigation", name="Hovedmenu")
        menu.get_by_role("link", name="Henvisninger").click()
        self.page.get_by_role("link", name=CITIZEN).click()
        expect(self.page.get_by_text(WISH)).to_be_visible()
        self.press("Tag op som ny")
        self.at(CITIZEN)

    def when_she_meets_him(self) -> None:
        self.follow("Log forsøg")
        self.tick("Mødt")
        self.write("Notat", "Han tog imod en kop kaffe.")
        self.press("Gem forsøget")
        expect(self.page.get_by_text("Han tog imod en kop kaffe.")).to_be_visible()

    def when_she_judges_the_target_group(self) -> None:
        self.press("Begynd målgruppevurderingen")
        self.at("Målgruppevurdering")
        for answer in self.page.get_by_role("radio", name="Ja", exact=True).all():
            answer.check()
        for reason in self.page.locator("textarea[name$='_reason']").all():
            reason.fill("Det ved vi fra Rie og fra Villy selv.")
        self.press("Gør færdig")

    def when_it_is_decided(self) -> None:
        self.at("Beslutning")
        self.tick("Indsatsen passer")
        self.write("Begrundelse", REASON)
        self.tick("Det er en afgørelse")
        self.press("Gem beslutningen")

    def then_the_letter_says_why_and_how_to_complain(self) -> None:
        self.at("Start forløbet")
        self.follow(CITIZEN)
        text = self.paper("Brev om afgørelsen")
        assert REASON in text
        assert "fire uger" in text

    def when_the_course_starts(self) -> None:
        self.follow("Start forløbet")
        expect(self.page.get_by_label("Fornavn")).to_have_value("Villy")
        self.tick("Mundtligt")
        self.press("Start forløbet")
        self.at(CITIZEN)
        self.home = "/".join(self.page.url.split("/")[:5]) + "/"  # …/borgere/<key>/

    # ------------------------------------------------------------ the course

    def when_the_start_form_is_filled(self) -> None:
        self.page.goto(f"{self.home}forloeb/startskema/")
        self.press("Begynd")
        expect(self.page.get_by_role("button", name="Gør færdig")).to_be_visible()
        self.choose("Bolig", "På gaden")
        self.fill_known("Ved ikke")
        self.press("Gør færdig")

    def when_they_agree_how_to_keep_in_touch(self) -> None:
        self.page.goto(f"{self.home}forloeb/kontaktaftale/")
        self.tick("Kom forbi")
        self.tick("Ser efter lys i vinduet")
        self.press("Gem")
        self.page.goto(f"{self.home}forloeb/")
        expect(self.page.get_by_text("Ser efter lys i vinduet").first).to_be_visible()

    def when_he_is_placed(self, part: str, why: str) -> None:
        self.page.goto(f"{self.home}praksismodel/")
        here = self.page.locator("#nu")
        here.locator("summary").first.click()
        self.choose("Flyt til", part)
        here.get_by_label("Hvorfor").fill(why)
        self.press("Flyt")
        expect(self.page.get_by_text(why).first).to_be_visible()

    def when_the_course_pauses(self) -> None:
        self.page.goto(f"{self.home}forloeb/")
        self.follow("Sæt i bero")
        self.write("Hvorfor", "Villy rejser til sin søster.")
        self.write("Sådan holder vi kontakten", "En sms hver fredag.")
        self.tick("Aftalt med borgeren")
        self.press("Sæt i bero")
        expect(self.page.locator("main")).to_contain_text("bero")

    def when_it_is_taken_up_again(self) -> None:
        self.follow("Tag op igen")
        self.write("Hvorfor", "Villy ringede selv.")
        self.press("Tag op igen")
        expect(self.page.get_by_text("Villy ringede selv.")).to_be_visible()

    # ------------------------------------------------------------ the ending

    def when_the_ending_is_written(self) -> None:
        self.page.goto(f"{self.home}afslutning/")
        self.follow("Begynd afslutningen")
        self.choose("Hvorfor slutter forløbet", "Målene er nået")
        self.write("selv oplever at have brug for", OWN_NEEDS)
        self.write("Det vil vi holde fast i", RESULT)
        self.tick("Anna Kornvig")
        self.press("Gem")
        expect(self.page.get_by_text(OWN_NEEDS)).to_be_visible()

    def then_the_papers_can_be_taken_along(self) -> None:
        path = self.paper("Min vej (PDF)")
        assert "Villy" in path
        assert OWN_NEEDS in path
        assert "Anna Kornvig" in self.paper("Teamet (PDF)")

    def when_the_course_ends(self) -> None:
        self.page.goto(f"{self.home}afslutning/")
        self.follow("Afslut forløbet")
        self.press("Afslut forløbet")
        expect(self.page.get_by_text("Forløbet er afsluttet.").first).to_be_visible()

    def when_the_end_form_is_filled(self) -> None:
        self.page.goto(f"{self.home}forloeb/slutskema/")
        self.press("Begynd")
        expect(self.page.get_by_role("button", name="Gør færdig")).to_be_visible()
        self.choose("Bolig", "Almen bolig")
        self.fill_known("Ja")
        self.tick("Støtte i hverdagen (§ 85)")
        self.press("Gør færdig")

    def then_he_is_off_the_board_and_can_come_again(self) -> None:
        self.page.goto("/tavlen/")
        expect(self.page.get_by_role("link", name=CITIZEN)).to_have_count(0)
        self.page.goto(f"{self.home}afslutning/")
        expect(self.page.get_by_role("link", name="Nyt forløb")).to_be_visible()

    # ------------------------------------------------------------ hands

    def at(self, title: str) -> None:
        expect(self.page.get_by_role("heading", name=title, level=1)).to_be_visible()

    def press(self, name: str) -> None:
        self.page.locator("main").get_by_role("button", name=name).first.click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label).first.fill(text)

    def choose(self, label: str, option: str) -> None:
        choose(self.page, label, option)

    def tick(self, label: str) -> None:
        self.box(label).check()

    def box(self, label: str) -> Locator:
        return self.page.get_by_label(label).first

    def fill_known(self, answer: str) -> None:
        """The same answer to each yes, no or unknown."""
        for one in self.page.get_by_role("radio", name=answer, exact=True).all():
            one.check()

    def paper(self, link: str) -> str:
        """The words of a PDF; it is tagged and Danish."""
        href = self.page.get_by_role("link", name=link).first.get_attribute("href")
        reader = PdfReader(io.BytesIO(self.page.request.get(str(href)).body()))
        assert reader.root_object["/MarkInfo"]["/Marked"]
        assert str(reader.root_object["/Lang"]).startswith("da")
        return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def choose(page: Page, label: str, option: str) -> None:
    """Choose the one option that holds these words."""
    field = page.get_by_role("combobox", name=label).first
    [found] = [text for text in field.locator("option").all_inner_texts() if option in text]
    field.select_option(label=found)


def test_a_course_from_first_sighting_to_a_gentle_ending(demo_db, new_context, come_in):
    size = {"width": DESK, "height": HEIGHTS[DESK]}
    story = WholeCourse(
        rie=new_context(viewport=size).new_page(), anna=come_in("bostoette1", viewport=size)
    )

    story.when_rie_sends_a_referral()
    story.then_rie_is_told("Modtaget")
    story.when_anna_takes_it_up()
    story.then_rie_is_told("I gang")
    story.when_she_meets_him()
    story.when_she_judges_the_target_group()
    story.when_it_is_decided()
    story.then_the_letter_says_why_and_how_to_complain()
    story.then_rie_is_told("Besluttet")
    story.when_the_course_starts()

    story.when_the_start_form_is_filled()
    story.when_they_agree_how_to_keep_in_touch()
    story.when_he_is_placed("Relationsdannelse", "Vi er ved at lære ham at kende.")
    story.when_he_is_placed("ønsker, håb og drømme", "Nu har han sagt, hvad han vil.")
    story.when_he_is_placed("Relationsdannelse", "Tilliden skal bygges igen.")
    story.when_the_course_pauses()
    story.when_it_is_taken_up_again()

    story.when_the_ending_is_written()
    story.then_the_papers_can_be_taken_along()
    story.when_the_course_ends()
    story.when_the_end_form_is_filled()
    story.then_he_is_off_the_board_and_can_come_again()
