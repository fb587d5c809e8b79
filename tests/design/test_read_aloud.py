"""Læs højt in a real browser whose voice is a stand-in that remembers what it was told to say."""

import pytest
from django.template import Context, Template
from playwright.sync_api import expect

PAGE = """{% extends "design/layouts/citizen.html" %}{% block heading %}Min plan{% endblock %}
{% block content %}
<section class="hb-my-part" data-hjemmebane-read>
  <h2>Det vil jeg</h2>
  <blockquote><p>Ud at gå. Helst <em>nu</em>!</p></blockquote>
  <p hidden>Skjult.</p><p class="sr-only">Kun for skærmlæsere.</p>
  <p data-hjemmebane-silent>Tavst.</p>
  <form><p>I en formular.</p><button type="button">Gem</button></form>
  {% include "citizen/listen.html" with part="Det vil jeg" only %}
</section>
<section data-hjemmebane-read>
  <p>Noget andet.</p>{% include "citizen/listen.html" with part="andet" only %}
</section>
{% endblock %}"""

VOICES = """(voices => {
  window.said = [];
  window.waiting = [];
  const speech = {
    getVoices: () => voices.map(lang => ({ lang, name: lang })),
    addEventListener: () => {},
    speak: utterance => { said.push([utterance.lang, utterance.voice.lang, utterance.text]);
                          waiting.push(utterance); },
    cancel: () => { window.cancelled = (window.cancelled ?? 0) + 1; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})(%s)"""
NO_VOICE = "Din telefon kan ikke læse højt på dansk endnu."
MARKED = "[...(CSS.highlights.get('hb-spoken') ?? [])].map(range => range.toString())"


@pytest.fixture
def read(service):
    """Opens the page in a browser with these voices, and presses the first button."""

    def opened(*voices):
        service.page.add_init_script(VOICES % list(voices))
        service.open(Template(PAGE).render(Context()))
        service.page.get_by_role("button", name="Læs højt: Det vil jeg").click()
        return service.page

    return opened


def finish(page):
    page.evaluate("waiting.at(-1).onend()")


def test_what_can_be_seen_is_said_in_danish_sentence_by_sentence(read):
    page = read("en-GB", "da-DK")
    spoken = ["Det vil jeg", "Ud at gå.", "Helst nu!"]
    for number, sentence in enumerate(spoken, start=1):
        page.wait_for_function(f"said.length === {number}")
        assert page.evaluate(MARKED)[0].strip() == sentence
        finish(page)

    assert page.evaluate("said") == [["da-DK", "da-DK", sentence] for sentence in spoken]
    assert page.evaluate(MARKED) == []
    expect(page.get_by_role("button", name="Læs højt: Det vil jeg")).to_be_visible()


def test_reading_is_stopped_with_another_press(read):
    page = read("da-DK")
    page.wait_for_function("said.length === 1")

    page.get_by_role("button", name="Stop: Det vil jeg").click()
    finish(page)

    assert page.evaluate("[said.length, cancelled]") == [1, 1]
    assert page.evaluate(MARKED) == []


def test_another_part_takes_over(read):
    page = read("da")
    page.wait_for_function("said.length === 1")

    page.get_by_role("button", name="Læs højt: andet").click()
    page.wait_for_function("said.length === 2")

    assert page.evaluate("said.at(-1)") == ["da-DK", "da", "Noget andet."]
    expect(page.get_by_role("button", name="Læs højt: Det vil jeg")).to_be_visible()


@pytest.mark.parametrize("voices", [("en-GB", "dav-KE"), ()])
def test_device_without_a_danish_voice_says_so_kindly(read, voices):
    page = read(*voices)

    expect(page.locator("#read-aloud")).to_contain_text(NO_VOICE)
    expect(page.get_by_role("button", name="Læs højt: Det vil jeg")).to_be_visible()
    assert page.evaluate("said") == []


def test_browser_that_cannot_speak_says_so_kindly(service):
    service.page.add_init_script(
        "delete window.speechSynthesis; delete Window.prototype.speechSynthesis"
    )
    service.open(Template(PAGE).render(Context()))

    service.page.get_by_role("button", name="Læs højt: andet").click()

    expect(service.page.locator("#read-aloud")).to_contain_text(NO_VOICE)


def test_button_is_not_there_without_a_script(chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(Template(PAGE).render(Context()))

    assert not page.locator("[data-hjemmebane-listen]").first.is_visible()
    context.close()
