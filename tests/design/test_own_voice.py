"""Speaking instead of writing, in a real browser with a microphone that is a stand-in."""

import pytest
from django.template import Context, Template
from playwright.sync_api import expect

PAGE = """{% extends "design/layouts/citizen.html" %}{% load static %}
{% block heading %}Skriv{% endblock %}
{% block head %}
<script src="{% static 'design/js/own_voice.js' %}" type="module"></script>
{% endblock %}
{% block content %}
<form method="post" enctype="multipart/form-data">
  <label>Ord <textarea name="text"></textarea></label>
  <div data-hjemmebane-recorder>
    <label>Din stemme <input type="file" name="sound" data-hjemmebane-most="1000"></label>
    <button type="button" data-hjemmebane-record hidden>
      <span data-hjemmebane-label>Optag</span>
    </button>
    <p data-hjemmebane-told role="status"></p>
  </div>
</form>
{% endblock %}"""
MICROPHONE = """
navigator.mediaDevices.getUserMedia = async () => %s;
window.MediaRecorder = class extends EventTarget {
  static isTypeSupported(kind) { return kind === "audio/webm"; }
  constructor(stream, { mimeType }) { super(); this.mimeType = mimeType; }
  start() {}
  stop() {
    const data = new Event("dataavailable");
    data.data = new Blob(["sagt"], { type: this.mimeType });
    this.dispatchEvent(data);
    this.dispatchEvent(new Event("stop"));
  }
};
"""
HEARS = "({ getTracks: () => [{ stop: () => { window.stopped = true; } }] })"
REFUSED = "(() => { throw new DOMException('no', 'NotAllowedError'); })()"
FILES = "[...document.querySelector('[name=sound]').files].map(f => [f.name, f.type, f.size])"


@pytest.fixture
def form(service):
    def opened(microphone=HEARS):
        # Media need a safe origin, which the stand-in for a server is not.
        service.page.add_init_script(
            "if (!navigator.mediaDevices) Object.defineProperty(navigator, 'mediaDevices',"
            " { value: {} });" + MICROPHONE % microphone
        )
        service.open(Template(PAGE).render(Context()))
        return service.page

    return opened


def test_recording_is_put_into_the_form_and_told(form):
    page = form()
    page.get_by_role("button", name="Tryk, og tal").click()
    expect(page.get_by_role("status").last).to_contain_text("Vi lytter.")

    page.get_by_role("button", name="Stop – jeg er færdig").click()

    expect(page.get_by_text("Vi har hørt dig (1 sek.). Tryk nu på Send.")).to_be_visible()
    assert page.evaluate(FILES) == [["min-stemme.webm", "audio/webm", 4]]
    assert page.evaluate("stopped") is True


def test_refused_microphone_leaves_the_words(form):
    page = form(REFUSED)
    page.get_by_label("Ord").fill("Hej")

    page.get_by_role("button", name="Tryk, og tal").click()

    expect(page.get_by_text("Vi kan ikke høre dig lige nu.")).to_be_visible()
    assert page.get_by_label("Ord").input_value() == "Hej"


def test_file_that_is_too_large_is_left_out_before_it_is_sent(form):
    page = form()
    page.get_by_label("Ord").fill("Hej")

    page.get_by_label("Din stemme").set_input_files(
        {"name": "sang.mp3", "mimeType": "audio/mpeg", "buffer": bytes(1001)}
    )

    expect(page.get_by_text("Filen er for stor.")).to_be_visible()
    assert page.evaluate(FILES) == []
    assert page.get_by_label("Ord").input_value() == "Hej"
