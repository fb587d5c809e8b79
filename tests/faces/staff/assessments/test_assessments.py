"""Udredninger: a row for each citizen and kind, filtered by what is still to be done."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.plans.choices import AssessmentKind, ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import Assessment
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import let_join, start_case
from tests.factories.plans import Writing, begin_course

URL = "/udredninger/"
# Six of them are savepoints of the test.
PAGE_QUERIES = 13


def write_url(cast, kind="somatic"):
    return reverse("staff:assessments:write", args=[cast.kim.citizen.pk, kind])


def sent(**typed):
    return {"id": new_id(), "status": "NEEDED", **typed}


@pytest.fixture
def known(cast):
    """Kim's somatic assessment is done, the psychiatric one ordered and held up."""
    with acting(cast.ida.actor):
        writing = Writing(cast.kim.plan, cast.ida.actor)
        day = dt.date(2025, 5, 5)
        writing.add(ItemKind.ASSESSMENT, kind="SOMATIC", status="DONE", done_on=day)
        writing.add(
            ItemKind.ASSESSMENT,
            kind="PSYCHIATRIC",
            status="ORDERED",
            ordered_on=day,
            who="Distriktspsykiatrien",
            barrier="Kræver tre måneder uden stoffer",
        )
        writing.add(ItemKind.ASSESSMENT, kind="SUBSTANCE", status="NEEDED")
    return cast


def kinds(response):
    return [row.kind for row in response.context["page"].rows]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ("", "SOCIAL SECTION_141 PSYCHIATRIC SUBSTANCE COORDINATING"),
        ("mangler", "SOCIAL SECTION_141 SUBSTANCE COORDINATING"),
        ("i-gang", "PSYCHIATRIC"),
        ("hindret", "PSYCHIATRIC"),
        ("alle", "SOCIAL SECTION_141 SOMATIC PSYCHIATRIC SUBSTANCE COORDINATING"),
        ("hovsa", "SOCIAL SECTION_141 PSYCHIATRIC SUBSTANCE COORDINATING"),
    ],
)
def test_filter_leaves_what_it_says(known, chosen, shown):
    page = browser(known.ida).get(URL, {"vis": chosen})

    assert kinds(page) == [AssessmentKind[name].label for name in shown.split()]


def test_filters_tell_how_many_they_leave(known):
    page = browser(known.ida).get(URL)

    assert [link.label for link in page.context["page"].filters] == [
        "Udestår (5)",
        "Ikke bestilt (4)",
        "Bestilt eller i gang (1)",
        "Noget står i vejen (1)",
        "Alle (6)",
    ]


def test_row_says_status_age_who_and_barrier(known):
    [row] = browser(known.ida).get(URL, {"vis": "i-gang"}).context["page"].rows

    assert (row.name, row.status, row.who) == ("Kim Krog", "Bestilt", "Distriktspsykiatrien")
    assert row.since.startswith("for ")
    assert row.barrier == "Kræver tre måneder uden stoffer"


def test_citizen_is_folded_up_under_what_it_comes_to(known):
    page = browser(known.ida).get(URL).context["page"]

    assert page.lead == "Den ene borger har en udredning, der udestår. Noget står i vejen."
    assert [one.label for one in page.citizens] == [
        "Kim Krog: 3 ikke taget op, 1 mangler, 1 bestilt – noget står i vejen"
    ]


def test_what_it_comes_to_is_counted_in_the_words_of_the_rows(known):
    (kim,) = browser(known.ida).get(URL).context["page"].citizens

    for label in ("ikke taget op", "mangler", "bestilt"):
        told = sum(row.status.lower() == label for row in kim.rows)
        assert f"{told} {label}" in kim.label


def test_few_rows_are_unfolded_and_many_are_not(known):
    client = browser(known.ida)
    assert unfolded(client.get(URL)) == [True]
    with acting(known.ida.actor):
        for name in ("Anders", "Britta", "Carl"):
            start_case(known.team_one, known.ida, CitizenDetails(given_name=name))

    many = client.get(URL, {"vis": "alle"})

    assert unfolded(many) == [False] * 4
    assert unfolded(client.get(URL, {"vis": "i-gang"})) == [True]
    assert many.context["page"].lead.startswith("Alle 4 borgere har en udredning")
    assert many.context["page"].citizens[-1].label == (
        "Kim Krog: 3 ikke taget op, 1 mangler, 1 bestilt, 1 afklaret – noget står i vejen"
    )


def unfolded(response):
    """Of each citizen on the page, whether what is under the name is shown at once."""
    found = re.findall(r'<details class="hb-more"( open)?>', response.content.decode())
    return [bool(opened) for opened in found]


def test_page_shows_ones_own_team_and_no_other(cast):
    for employee, name in ((cast.ida, "Kim Krog"), (cast.omar, "Noor")):
        rows = browser(employee).get(URL).context["page"].rows
        assert {row.name for row in rows} == {name}
    wanted = {"team": cast.team_two.pk}
    assert browser(cast.ida).get(URL, wanted).status_code == 404


@pytest.mark.parametrize("citizens", [1, 3])
def test_page_asks_as_many_queries_whatever_the_number(known, django_assert_num_queries, citizens):
    with acting(known.ida.actor):
        for number in range(citizens - 1):
            details = CitizenDetails(given_name=f"Borger {number}")
            start_case(known.team_one, known.ida, details)
    client = browser(known.ida)

    with django_assert_num_queries(PAGE_QUERIES):
        page = client.get(URL, {"vis": "alle"})

    assert len(kinds(page)) == 6 * citizens


def test_page_is_noted_for_each_citizen_on_it_and_no_other(known):
    browser(known.ida).get(URL)

    with acting(known.ida.actor):
        assert list(Access.objects.values_list("citizen_id", "what")) == [
            (known.kim.citizen.pk, "Udredninger")
        ]


def test_empty_list_says_so(cast):
    assert "Ingen udredninger her" in words(browser(cast.ida).get(URL, {"vis": "i-gang"}))


def test_manager_sees_no_assessments(cast):
    response = browser(cast.mette).get(URL, follow=True)

    assert response.redirect_chain[-1] == ("/teamet/", 302)


# ---------------------------------------------------------------- writing


def test_first_assessment_of_a_kind_is_written(cast):
    typed = sent(
        status="ORDERED",
        needed_on="2025-04-01",
        ordered_on="2025-05-01",
        staff_member=cast.bo.staff_member.pk,
        barrier="Vil have en af os med",
    )

    response = browser(cast.ida).post(write_url(cast), typed, follow=True)

    assert "Somatisk: bestilt." in words(response)
    with acting(cast.ida.actor):
        [written] = Assessment.objects.all()
    assert (written.kind, written.status, written.staff_member_id, written.barrier) == (
        "SOMATIC",
        "ORDERED",
        cast.bo.staff_member.pk,
        "Vil have en af os med",
    )


def test_whoever_works_in_two_teams_comes_back_to_the_one_they_wrote_in(cast):
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, CoreFunction.HEALTH)
    url = reverse("staff:assessments:write", args=[cast.noor.citizen.pk, "somatic"])
    team = f"{URL}?team={cast.team_two.pk}#borger-{cast.noor.citizen.pk}"

    assert team in browser(cast.ida).get(url).content.decode()
    assert browser(cast.ida).post(url, sent())["Location"] == team
    shown = browser(cast.ida).get(team)
    assert f'id="borger-{cast.noor.citizen.pk}"' in shown.content.decode()


def test_known_assessment_is_written_anew(known):
    client = browser(known.ida)
    form = client.get(write_url(known, "psychiatric")).context["form"]
    typed = {
        **{k: v or "" for k, v in form.initial.items()},
        "status": "UNDER_WAY",
        "started_on": "2025-05-20",
    }

    assert client.post(write_url(known, "psychiatric"), typed).status_code == 302

    with acting(known.ida.actor):
        written = Assessment.objects.get(kind="PSYCHIATRIC")
    assert (written.status, written.started_on) == ("UNDER_WAY", dt.date(2025, 5, 20))
    assert written.who == "Distriktspsykiatrien"


def test_two_who_write_at_once_see_each_other(known):
    client = browser(known.ida)
    form = client.get(write_url(known, "psychiatric")).context["form"]
    typed = {k: v or "" for k, v in form.initial.items()}
    client.post(write_url(known, "psychiatric"), {**typed, "barrier": "Ventetid"})

    response = client.post(write_url(known, "psychiatric"), {**typed, "barrier": "Intet"})

    assert response.status_code == 409
    assert "To har skrevet på samme tid" in words(response)
    assert "Ventetid" in words(response)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"status": "DONE"}, PlanRefusal.DAY_MISSING.label),
        (
            {"needed_on": "2025-05-02", "ordered_on": "2025-05-01"},
            PlanRefusal.DAYS_REVERSED.label,
        ),
        ({"needed_on": "2099-01-01"}, PlanRefusal.FUTURE.label),
        ({"status": "PERHAPS"}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_refused_assessment_says_why_and_keeps_what_was_typed(cast, typed, said):
    response = browser(cast.ida).post(write_url(cast), sent(barrier="Ventetid", **typed))

    assert response.status_code == 422
    assert said in words(response)
    assert "Ventetid" in response.content.decode()
    with acting(cast.ida.actor):
        assert not Assessment.objects.exists()


def test_assessment_sent_twice_is_one(cast):
    client, typed = browser(cast.ida), sent(needed_on=today())

    for _ in range(2):
        assert client.post(write_url(cast), typed).status_code == 302

    with acting(cast.ida.actor):
        assert Assessment.objects.filter(kind="SOMATIC").count() == 1


def test_first_assessment_of_two_who_write_at_once_is_not_overwritten(cast):
    for barrier, status in (("Ventetid", 302), ("Intet", 409)):
        response = browser(cast.ida).post(write_url(cast), sent(barrier=barrier))
        assert response.status_code == status

    assert "To har skrevet på samme tid" in words(response)
    with acting(cast.ida.actor):
        assert [one.barrier for one in Assessment.objects.all()] == ["Ventetid"]


def test_assessment_waits_for_a_plan(cast):
    with acting(cast.ida.actor):
        course = begin_course(cast)
    url = reverse("staff:assessments:write", args=[course.citizen_id, "somatic"])

    response = browser(cast.ida).get(url, follow=True)

    assert "Udredninger står i planen. Opret planen først." in words(response)


@pytest.mark.parametrize("kind", ["dental", "SOMATIC"])
def test_unknown_kind_does_not_exist(cast, kind):
    assert browser(cast.ida).get(write_url(cast, kind)).status_code == 404


def test_assessment_of_another_team_does_not_exist(cast):
    assert browser(cast.omar).get(write_url(cast)).status_code == 404
    assert browser(cast.omar).post(write_url(cast), sent()).status_code == 404
