"""Tests of the tests: what would spoil a page for someone does fail a journey."""

import pytest

from tests.journeys import inspection
from tests.journeys.hands import Keyboard
from tests.journeys.inspection import inspect

ADDRESS = "http://hjemmebane.test/"
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'"
GOOD = '<!doctype html><html lang="da"><title>Plan</title><main><h1>Plan</h1></main>'
CSS = "text/css"
LOOKS = '<link rel="stylesheet" href="/looks.css">'
STYLE_SHEET = """
button { font-size: 20px; min-height: 44px; min-width: 44px; border: 1px solid; }
button:focus { outline: 3px solid blue; }
.wide { width: 900px; }
.small button { min-height: 0; height: 20px; }
.no-ring button:focus { outline: 0; }
.under { position: relative; }
.under i { position: absolute; inset: 0; background: white; }
"""


@pytest.fixture(autouse=True)
def pictures_nobody_wants(tmp_path, monkeypatch):
    monkeypatch.setattr(inspection, "PICTURES", tmp_path)


@pytest.fixture
def show(page):
    """Show the HTML as a page of ours, under our content security policy."""

    def shown(html, status=200):
        headers = {"Content-Security-Policy": STRICT, "Content-Type": "text/html; charset=utf-8"}
        page.route("**/*", lambda route: route.fulfill(body=html, status=status, headers=headers))
        page.route("**/looks.css", lambda route: route.fulfill(body=STYLE_SHEET, content_type=CSS))
        page.goto(ADDRESS)

    return shown


def taken(complaints):
    """What the browser said so far, so that the test itself does not fail on it."""
    said = "\n".join(complaints)
    complaints.clear()
    return said


def told_of_a_violation(message):
    """The page's own event, which may come after the browser's sentence about it."""
    return "CSP:" in message.text


def test_a_good_page_draws_no_complaint(show, page, complaints, check_accessibility):
    show(GOOD)
    check_accessibility(page)
    assert complaints == []


def test_an_inline_style_is_a_violation(show, page, complaints):
    with page.expect_console_message(told_of_a_violation):
        show(GOOD + '<p style="color: red">rød</p>')
    assert "CSP: style-src-attr" in taken(complaints)


def test_an_inline_script_is_a_violation(show, page, complaints):
    with page.expect_console_message(told_of_a_violation):
        show(GOOD + "<script>alert(1)</script>")
    assert "CSP: script-src-elem" in taken(complaints)


def test_an_error_in_the_console_is_a_complaint(show, page, complaints):
    show(GOOD)
    page.evaluate("console.error('i stykker')")
    assert taken(complaints) == "error: i stykker"


def test_an_uncaught_error_is_a_complaint(show, page, complaints):
    show(GOOD)
    with page.expect_event("pageerror"):
        page.evaluate("void setTimeout(() => { throw new Error('i stykker') })")
    assert "i stykker" in taken(complaints)


def test_a_second_person_is_listened_to_as_well(new_context, complaints):
    other = new_context().new_page()
    other.evaluate("console.error('hos den anden')")
    assert taken(complaints) == "error: hos den anden"


def test_a_refusal_is_no_complaint_but_a_fault_is(show, complaints):
    show(GOOD, status=404)
    assert complaints == []
    show(GOOD, status=500)
    assert "500" in taken(complaints)


def test_a_picture_without_a_text_is_inaccessible(show, page, check_accessibility, complaints):
    show(GOOD + '<main><img src="/intet.png"></main>')
    with pytest.raises(AssertionError, match="image-alt"):
        check_accessibility(page)
    complaints.clear()


def test_the_browser_is_danish(page):
    assert page.evaluate("navigator.language") == "da-DK"
    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == "Europe/Copenhagen"


def test_pictures_are_taken_of_phone_and_desk(show, page, tmp_path):
    show(GOOD)
    inspect(page, "proof")
    taken_pictures = sorted(tmp_path.rglob("*.png"))
    assert [str(path.relative_to(tmp_path)) for path in taken_pictures] == [
        "1280/proof.png",
        "390/proof.png",
    ]
    assert all(path.stat().st_size > 1000 for path in taken_pictures)


@pytest.mark.parametrize(
    ("flaw", "finding"),
    [
        ("<h1>Og mere</h1>", "headings of the first level"),
        ("UNDEFINED:page.name", "undefined"),
        ('<table class="wide"><td>bred</table>', "at 320: spills over: <td"),
        ('<p class="small"><button>Ja</button></p>', "at 1280: too small: "),
        ('<main><img src="/intet.png"></main>', "at 390: image-alt"),
    ],
)
def test_flaw_of_a_page_is_found(show, page, complaints, flaw, finding):
    show(GOOD + LOOKS + flaw)
    with pytest.raises(AssertionError, match=finding):
        inspect(page, "flaw")
    complaints.clear()


def test_page_without_title_or_language_is_found(show, page):
    show("<!doctype html><title>– Hjemmebane</title><main><h1>Plan</h1></main>")
    with pytest.raises(AssertionError, match=r"title: [\s\S]*Danish"):
        inspect(page, "flaw")


@pytest.mark.parametrize(
    ("looks", "finding"),
    [
        ("no-ring", "no ring around <button"),
        ("under", "covered: <button"),
    ],
)
def test_keyboard_sees_where_it_stands(show, page, looks, finding):
    show(GOOD + LOOKS + f'<p class="{looks}"><button>Ja</button><i></i></p>')
    with pytest.raises(AssertionError, match=finding):
        Keyboard(page).press(page.get_by_role("button", name="Ja"))


def test_keyboard_does_not_reach_what_cannot_be_reached(show, page):
    show(GOOD + LOOKS + '<p><button>Ja</button><button tabindex="-1">Nej</button></p>')
    with pytest.raises(AssertionError, match="never reached"):
        Keyboard(page).press(page.get_by_role("button", name="Nej"))
