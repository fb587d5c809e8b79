"""The plan's page: what it shows, to whom, and at what price."""

import pytest
from django.db import connection
from django.template import Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import add_around_citizen
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.plans.actions import record_agreement, take_version
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind
from hjemmebane.domain.plans.queries import plan_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.plans.kinds import KINDS, added, address, new_address, post
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.cast import NOW
from tests.factories.plans import LEAST, Writing, begin_course, end_course

PAGE_QUERIES = 32
REGION_QUERIES = 31
FORM_QUERIES = 35
SCRIPT = "<script>alert('x')</script>"
TEXTS = {
    ItemKind.WISH: ("text", "change_statement"),
    ItemKind.RESOURCE: ("text",),
    ItemKind.GOAL: ("text", "measure", "attractive", "realistic"),
    ItemKind.SUB_GOAL: ("text",),
    ItemKind.ACTIVITY: ("what", "how_often", "place"),
    ItemKind.REFLECTION: ("text",),
    ItemKind.OTHER_PLAN: ("owner", "reference", "note"),
    ItemKind.OTHER_EFFORT: ("who", "what"),
    ItemKind.ASSESSMENT: ("barrier", "note"),
    ItemKind.MEETING: ("place", "notes"),
    ItemKind.CONTRIBUTION: ("text",),
}


def fill(cast, times):
    """So many more of everything in Kim's plan; Ida acts."""
    writing = Writing(cast.kim.plan, cast.ida.actor)
    lines = ["NURSE", "PEDAGOGICAL", "SUBSTANCE_COUNSELLOR"]
    for number in range(times):
        goal = writing.add(ItemKind.GOAL, wishes=[cast.kim.wish])
        step = writing.add(ItemKind.SUB_GOAL, goal=goal)
        writing.add(ItemKind.ACTIVITY, goal=goal, sub_goal=step, **by(cast, "staff"))
        writing.add(ItemKind.ACTIVITY, goal=goal, **by(cast, "partner"))
        writing.add(ItemKind.CONTRIBUTION, line=lines[number], staff_member=cast.ida.staff_member)
        writing.add(ItemKind.MEETING, participants=[("Kim", "borger"), ("Ida", "bostøtte")])
        writing.add(ItemKind.OTHER_EFFORT, organisation=cast.job_centre, who="")
        for kind in LEAST.keys() - FILLED_ABOVE:
            writing.add(kind)
        take_version(
            id=new_id(), plan=cast.kim.plan, reason=f"Nr. {number}", by=cast.ida.actor, at=NOW
        )
        say(cast, AgreementStance.DISAGREES, f"Nej {number}")


FILLED_ABOVE = {
    ItemKind.GOAL,
    ItemKind.SUB_GOAL,
    ItemKind.CONTRIBUTION,
    ItemKind.MEETING,
    ItemKind.OTHER_EFFORT,
}


def by(cast, kind):
    if kind == "staff":
        return {"responsible_kind": "STAFF", "staff_member": cast.ida.staff_member}
    return {"responsible_kind": "PARTNER", "partner_person": cast.lise}


def say(cast, stance, reason):
    record_agreement(
        id=new_id(),
        plan=cast.kim.plan,
        stance=stance,
        reason=reason,
        said_on=NOW.date(),
        by=cast.ida.actor,
        at=NOW,
    )


def test_page_begins_with_the_citizens_words(cast):
    read = words(browser(cast.ida).get(address(cast)))

    assert read.index("Kim vil gerne ud at gå") < read.index("En tur om ugen")
    assert "0 af 2 delmål nået" in read
    assert "Udspringer af" in read
    for empty in ("Ikke spurgt endnu", "Ingen ressourcer endnu", "Ingen planmøder endnu"):
        assert empty in read


def test_everybody_who_does_something_is_named_with_their_role(cast):
    with acting(cast.ida.actor):
        fill(cast, 1)

    read = words(browser(cast.ida).get(address(cast)))

    assert "Ida Bostøtte" in read
    assert "Lise Jobkonsulent, Jobcenter Aabenby" in read
    assert "Kim Krog Borgeren selv" in read


@pytest.mark.parametrize("times", [1, 3])
def test_number_of_queries_does_not_grow(cast, times, django_assert_num_queries):
    client = browser(cast.ida)
    with acting(cast.ida.actor):
        fill(cast, times)

    with django_assert_num_queries(PAGE_QUERIES):
        client.get(address(cast))
    with django_assert_num_queries(REGION_QUERIES):
        client.get(address(cast), {"del": "oensker-og-maal"}, headers=HTMX)
    with django_assert_num_queries(FORM_QUERIES):
        client.get(new_address(cast, KINDS[3]), {"under": "alt"}, headers=HTMX)


@pytest.mark.parametrize("name", ["page", "item_new"])
def test_nothing_is_asked_while_a_region_is_rendered(cast, monkeypatch, name):
    asked = []
    client, render = browser(cast.ida), Template._render
    with acting(cast.ida.actor):
        fill(cast, 1)

    def listening(self, context):
        with CaptureQueriesContext(connection) as queries:
            answer = render(self, context)
        asked.extend(query["sql"] for query in queries)
        return answer

    monkeypatch.setattr(Template, "_render", listening)
    args = ("maal",) if name == "item_new" else ()
    response = client.get(address(cast, name, *args), {"del": "tanker"}, headers=HTMX)

    assert (response.status_code, asked) == (200, [])


def test_reading_is_noted(cast):
    browser(cast.ida).get(address(cast))

    with acting(cast.ida.actor):
        seen = Access.objects.filter(citizen_id=cast.kim.citizen.pk).values_list("what", flat=True)
        assert list(seen) == ["Plan"]


def test_every_text_is_shown_as_text(cast):
    with acting(cast.ida.actor):
        writing = Writing(cast.kim.plan, cast.ida.actor)
        for kind, names in TEXTS.items():
            writing.add(kind, **dict.fromkeys(names, f"{kind} {SCRIPT}"))
        writing.add(ItemKind.MEETING, participants=[(f"Navn {SCRIPT}", f"Rolle {SCRIPT}")])
        person = NetworkPerson(id=new_id(), citizen=cast.kim.citizen, name=SCRIPT, relation=SCRIPT)
        add_around_citizen(record=person, by=cast.ida.actor, at=NOW)
        say(cast, AgreementStance.DISAGREES, f"Grund {SCRIPT}")
    client = browser(cast.ida)

    page = client.get(address(cast)).content.decode()
    form = client.get(new_address(cast, KINDS[1])).content.decode()

    assert SCRIPT not in page + form
    shown = page.count("&lt;script&gt;")
    assert shown >= sum(map(len, TEXTS.values())) + 3
    assert "&lt;script&gt;" in form


def test_a_plan_is_begun_once(cast):
    client = browser(cast.ida)
    with acting(cast.ida.actor):
        course = begin_course(cast)
    page = reverse("staff:plans:page", args=[course.citizen_id])
    begin = reverse("staff:plans:begin", args=[course.citizen_id])
    assert "Begynd planen" in words(client.get(page))

    for _ in range(2):
        response = client.post(begin, {"id": new_id()})
        assert (response.status_code, response.url) == (302, page)

    assert "Ingen ønsker endnu" in words(client.get(page))
    with acting(cast.ida.actor):
        assert plan_of(course.pk) is not None


def test_what_belongs_to_a_plan_is_not_there_before_it_is_begun(cast):
    client = browser(cast.ida)
    with acting(cast.ida.actor):
        course = begin_course(cast)

    for name, args in (("item_new", ["oenske"]), ("purpose", []), ("compare", [])):
        url = reverse(f"staff:plans:{name}", args=[course.citizen_id, *args])
        assert client.get(url).status_code == 404


def test_plan_of_an_ended_course_can_only_be_read(cast):
    client, kind = browser(cast.ida), KINDS[0]
    data = kind.data(cast, text="Skrevet lige før")
    with acting(cast.ida.actor):
        end_course(cast.kim.course)

    page = client.get(address(cast), {"orden": "oensker-og-maal"})
    assert "Kim vil gerne ud at gå" in words(page)
    assert '<form method="post"' not in str(element(page, "indhold"))
    assert "Tilføj" not in words(page)
    assert client.get(new_address(cast, kind)).url == f"{address(cast)}#oensker-og-maal"
    response = post(client, new_address(cast, kind), data)
    assert response.status_code == 422
    assert "Forløbet er afsluttet, så planen kan ikke ændres." in words(response)
    assert "Skrevet lige før" in response.content.decode()


def test_plan_of_an_ended_course_is_not_begun(cast):
    client = browser(cast.ida)
    with acting(cast.ida.actor):
        course = begin_course(cast)
        end_course(course)
    begin = reverse("staff:plans:begin", args=[course.citizen_id])

    assert "Begynd planen" not in words(client.get(begin.replace("begynd/", "")))
    response = client.post(begin, {"id": new_id()})

    assert response.status_code == 422
    assert "Forløbet er afsluttet, så planen kan ikke ændres." in words(response)


def test_region_that_is_not_there_is_not_found(cast):
    response = browser(cast.ida).get(address(cast), {"del": "maane"}, headers=HTMX)

    assert response.status_code == 404


def test_links_into_the_method_lead_to_their_places(cast):
    client = browser(cast.ida)
    method = client.get(reverse("staff:method:page")).content.decode()

    for kind in KINDS:
        form = client.get(new_address(cast, kind), headers=HTMX).content.decode()
        for anchor in [part.split('"')[0] for part in form.split("/metoden/#")[1:]]:
            assert f'id="{anchor}"' in method, anchor


def test_paper_is_one_click_away(cast):
    page = browser(cast.ida).get(address(cast)).content.decode()

    for name in ("plan", "simple_plan"):
        assert reverse(f"staff:documents:{name}", args=[cast.kim.citizen.pk]) in page


def test_resources_stand_under_their_areas(cast):
    client, kind = browser(cast.ida), next(kind for kind in KINDS if kind.slug == "ressource")
    for area, text in (("SOCIAL_NETWORK", "Søster"), ("", "Humor"), ("ECONOMY", "Pension")):
        added(cast, client, kind, area=area, text=text)

    read = words(client.get(address(cast)))

    order = ["Økonomi", "Pension", "Socialt netværk", "Søster", "Andet", "Humor"]
    places = [read.index(word, read.index("Ressourcer")) for word in order]
    assert places == sorted(places)
