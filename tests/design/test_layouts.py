"""The frames of the pages: what they show, and what they leave out when a face gives nothing."""

import json
import re

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory

from hjemmebane.design.navigation import AccountMenu, Link

LAYOUTS = ["page", "plain"]


class Words(forms.Form):
    words = forms.CharField(label="Ord")


def page(layout="page", **context):
    template = Template(
        f'{{% extends "design/layouts/{layout}.html" %}}'
        "{% block title %}Tavlen{% endblock %}{% block heading %}Tavlen{% endblock %}"
        "{% block content %}<p>Indhold</p>{% endblock %}"
    )
    return template.render(Context({"request": RequestFactory().get("/"), **context}))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_needs_nothing_but_its_blocks(layout):
    html = page(layout)

    assert "UNDEFINED" not in html
    assert html.startswith("<!doctype html>")
    assert '<html lang="da">' in html
    assert "<title>Tavlen – Hjemmebane</title>" in html
    assert html.count("<h1>") == 1
    assert "<nav" not in html


@pytest.mark.parametrize("layout", ["page", "plain"])
def test_title_says_when_there_are_errors(layout):
    assert "<title>Fejl: Tavlen – Hjemmebane</title>" in page(layout, form=Words(data={}))
    assert "<title>Tavlen – Hjemmebane</title>" in page(layout, form=Words())


def test_navigation_marks_where_the_reader_is():
    links = [Link("Tavlen", "/", icon="groups", current=True), Link("Metoden", "/metoden/")]
    html = page(navigation=links, footer_links=[Link("Privatliv", "/p/")])

    assert html.count('aria-current="page"') == 1
    assert re.search(r'<a href="/" aria-current="page">(?s:.*?)Tavlen</span></a>', html)
    assert '<a href="/p/">Privatliv</a>' in html


def test_logging_out_is_a_form_with_a_token():
    menu = AccountMenu("Ida Holm", "/ud/", detail="Team Nord", links=[Link("Kode", "/kode/")])
    html = page(account_menu=menu, csrf_token="token")

    assert '<form method="post" action="/ud/">' in html
    assert 'name="csrfmiddlewaretoken" value="token"' in html
    assert "Team Nord" in html


def test_skip_link_leads_to_the_content():
    html = page()

    assert html.index('href="#indhold"') < html.index("<header")
    assert '<main id="indhold"' in html


def test_messages_stand_in_the_live_region():
    class Message:
        level_tag = "success"

        def __str__(self):
            return "Gemt <b>"

    html = page(messages=[Message()])

    assert re.search(
        r'id="messages"[^>]*aria-live="polite">.*hb-alert-success.*Gemt &lt;b&gt;', html, re.DOTALL
    )


def test_messages_can_travel_with_an_answer_to_htmx():
    template = Template('{% include "design/layouts/messages.html" %}')

    assert 'hx-swap-oob="true"' in template.render(Context({"messages": [], "out_of_band": True}))
    assert "hx-swap-oob" not in template.render(Context({"messages": []}))


def test_htmx_runs_without_eval_and_shows_refusals_only_where_they_help():
    found = re.search(r"name=\"htmx-config\" content='([^']+)'", page())
    config = json.loads(found.group(1))

    assert config["allowEval"] is False
    assert config["allowScriptTags"] is False
    assert config["includeIndicatorStyles"] is False
    assert config["historyCacheSize"] == 0
    assert config["selfRequestsOnly"] is True
    swapped = {answer["code"] for answer in config["responseHandling"] if answer["swap"]}
    assert swapped == {"[23]..", "409", "422"}


def test_citizens_layout_needs_nothing_but_its_blocks():
    html = page("citizen")

    assert "UNDEFINED" not in html
    assert '<html lang="da" class="hb-my">' in html
    assert "<title>Tavlen – Hjemmebane</title>" in html
    assert html.count("<h1>") == 1
    assert "<nav" not in html
    assert "Sådan ser siden ud" not in html


def test_citizens_layout_shows_what_is_switched_on():
    looks = {"is_large": True, "is_calm": False, "url": "/udseende/"}
    html = page("citizen", looks=looks, navigation=[Link("Min plan", "/", "home", current=True)])

    assert '<html lang="da" class="hb-my hb-large">' in html
    assert html.count('aria-pressed="true"') == 1
    assert html.count('aria-current="page"') == 1
