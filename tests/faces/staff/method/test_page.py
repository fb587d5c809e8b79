"""Metoden: every piece of the pack stands on the page, at an address of its own."""

import re

import pytest
from django.test import RequestFactory

from hjemmebane.domain.method import queries
from hjemmebane.faces.staff.method import views


@pytest.fixture(scope="module")
def html():
    response = views.page(RequestFactory().get("/metoden/"))
    assert response.status_code == 200
    return response.content.decode()


def ids(html):
    return re.findall(r'\bid="([^"]+)"', html)


def entries(pack):
    yield pack.coordinator
    yield pack.target_group
    yield from pack.target_group.criteria
    for listed in (
        pack.values,
        pack.core_elements,
        pack.core_functions,
        pack.role_fields,
        pack.practice_parts,
        pack.life_areas,
        pack.resource_areas,
        pack.guiding_purposes,
        pack.contributions,
        pack.coordination_questions,
        pack.smart_prompts,
        pack.plain_questions,
        pack.preconditions,
        pack.agendas,
        pack.conversation_guides,
        pack.information_sheets,
    ):
        yield from listed
    for part in pack.practice_parts:
        yield from part.activities
        yield from part.indicators
    for agenda in pack.agendas:
        yield from agenda.items
    for guide in pack.conversation_guides:
        yield from guide.topics


def test_every_code_has_its_anchor(html):
    expected = [entry.anchor for entry in entries(queries.current_pack())]
    assert len(expected) > 120
    assert sorted(set(expected) - set(ids(html))) == []


def test_no_anchor_stands_twice(html):
    assert sorted({name for name in ids(html) if ids(html).count(name) > 1}) == []


def test_every_link_on_the_page_leads_somewhere(html):
    links = re.findall(r'href="#([^"]+)"', html)
    assert len(links) > 20
    assert sorted(set(links) - set(ids(html))) == []


def test_only_reading_is_possible():
    assert views.page(RequestFactory().post("/metoden/")).status_code == 405
