"""Tests of the tests: what would spoil a page for someone does fail a journey."""

import pytest

ADDRESS = "http://hjemmebane.test/"
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'"
GOOD = '<!doctype html><html lang="da"><title>Plan</title><main><h1>Plan</h1></main>'


@pytest.fixture
def show(page):
    """Show the HTML as a page of ours, under our content security policy."""

    def shown(html, status=200):
        headers = {"Content-Security-Policy": STRICT, "Content-Type": "text/html; charset=utf-8"}
        page.route("**/*", lambda route: route.fulfill(body=html, status=status, headers=headers))
        page.goto(ADDRESS)

    return shown


def taken(complaints):
    """What the browser said so far, so that the test itself does not fail on it."""
    said = "\n".join(complaints)
    complaints.clear()
    return said


def test_a_good_page_draws_no_complaint(show, page, complaints, check_accessibility):
    show(GOOD)
    check_accessibility(page)
    assert complaints == []


def test_an_inline_style_is_a_violation(show, complaints):
    show(GOOD + '<p style="color: red">rød</p>')
    assert "CSP: style-src-attr" in taken(complaints)


def test_an_inline_script_is_a_violation(show, complaints):
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


def test_pictures_are_taken_of_phone_and_desk(show, page, picture):
    show(GOOD)
    taken_pictures = picture(page, "proof")
    assert [path.name for path in taken_pictures] == ["proof-390.png", "proof-1280.png"]
    assert all(path.stat().st_size > 1000 for path in taken_pictures)
