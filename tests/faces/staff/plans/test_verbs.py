"""Steps reached and taken up again, goals settled, and what is done with the plan as a whole."""

import pytest

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Agreement, PlanVersion
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.plans.filled_forms import filled
from tests.faces.staff.plans.kinds import KINDS, NOT_IN_LIST, TOMORROW, added, address, post, rows
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.plans import end_course

GOAL = next(kind for kind in KINDS if kind.kind == ItemKind.GOAL)
STEP = next(kind for kind in KINDS if kind.kind == ItemKind.SUB_GOAL)
REGION = "oensker-og-maal"


def tap(cast, client, name, item, *, htmx=True, **changes):
    """Press a button that stands on the page."""
    url = address(cast, name, item.pk)
    return post(client, url, {"version": item.version, **changes}, htmx=htmx)


def test_reached_step_is_celebrated_and_counted(cast):
    client, step = browser(cast.ida), cast.kim.first_step

    response = tap(cast, client, "reach_step", step)

    assert response.status_code == 200
    assert "Et skridt er nået!" in str(element(response, f"delmaal-{step.pk}"))
    assert "1 af 2 delmål nået" in words(response)
    fresh = client.get(address(cast), {"fejr": step.pk, "sted": f"delmaal-{step.pk}"})
    assert element(response, REGION) == element(fresh, REGION)
    assert "Et skridt er nået!" not in words(client.get(address(cast)))


def test_reached_step_is_celebrated_without_htmx_too(cast):
    client, step = browser(cast.ida), cast.kim.first_step

    response = tap(cast, client, "reach_step", step, htmx=False)

    assert response.url == f"{address(cast)}?fejr={step.pk}#delmaal-{step.pk}"
    assert "Et skridt er nået!" in words(client.get(response.url))


def test_step_is_taken_up_again(cast):
    client, step = browser(cast.ida), cast.kim.first_step
    tap(cast, client, "reach_step", step)
    (reached, _) = rows(cast, STEP)

    response = tap(cast, client, "reopen_step", reached)

    assert "0 af 2 delmål nået" in words(response)
    assert "Et skridt er nået!" not in words(response)


def test_step_laid_aside_no_longer_counts(cast):
    client, step = browser(cast.ida), cast.kim.first_step

    response = tap(cast, client, "drop_step", step)

    assert "0 af 1 delmål nået" in words(response)
    assert "Lagt væk" in str(element(response, f"delmaal-{step.pk}"))


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
@pytest.mark.parametrize(
    ("name", "sentence"),
    [("reach_step", "Det er allerede gjort op."), ("drop_step", "Det er allerede gjort op.")],
)
def test_step_is_settled_once(cast, name, sentence, htmx):
    step = cast.kim.first_step
    tap(cast, browser(cast.bo), "reach_step", step)

    response = tap(cast, browser(cast.ida), name, rows(cast, STEP)[0], htmx=htmx)

    assert response.status_code == 422
    assert sentence in str(element(response, f"delmaal-{step.pk}"))


def test_open_step_cannot_be_taken_up_again(cast):
    response = tap(cast, browser(cast.ida), "reopen_step", cast.kim.first_step)

    assert response.status_code == 422
    assert "Det er stadig i gang." in words(response)


def test_tap_on_a_step_that_somebody_changed_is_not_done(cast):
    client, step = browser(cast.ida), cast.kim.first_step

    response = tap(cast, client, "reach_step", step, version=step.version + 1)

    assert response.status_code == 409
    assert "En anden har rettet det imens." in words(response)
    assert rows(cast, STEP)[0].status == "OPEN"


def test_tap_with_a_broken_version_is_refused(cast):
    response = tap(cast, browser(cast.ida), "reach_step", cast.kim.first_step, version="x")

    assert response.status_code == 422


def settled(cast, **changes):
    return {
        "goer-op-version": cast.kim.goal.version,
        "goer-op-status": "REACHED",
        "goer-op-reason": "",
        "goer-op-on": "2025-06-01",
        **{f"goer-op-{name}": value for name, value in changes.items()},
    }


def test_goal_is_reached_and_celebrated(cast):
    client, goal = browser(cast.ida), cast.kim.goal
    url = address(cast, "settle", goal.pk)
    opened = client.get(url, headers=HTMX)
    assert "Hvordan gik det?" in str(element(opened, f"maal-{goal.pk}"))

    response = post(client, url, filled(opened, url) | settled(cast))

    shown = str(element(response, f"maal-{goal.pk}"))
    assert "Målet er nået!" in shown
    assert "Tilføj et delmål" not in shown
    fresh = client.get(address(cast), {"fejr": goal.pk, "sted": f"maal-{goal.pk}"})
    assert element(response, REGION) == element(fresh, REGION)


def test_goal_is_laid_aside_with_a_reason_and_taken_up_again(cast):
    client, goal = browser(cast.ida), cast.kim.goal
    url = address(cast, "settle", goal.pk)

    response = post(client, url, settled(cast, status="DROPPED", reason="Ikke lige nu"))

    assert "Ikke lige nu" in str(element(response, f"maal-{goal.pk}"))
    assert "Målet er nået!" not in words(response)
    again = tap(cast, client, "reopen", rows(cast, GOAL)[0])
    assert "Ikke lige nu" not in str(element(again, f"maal-{goal.pk}"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"status": "DROPPED"}, "Skriv en kort grund."),
        ({"on": TOMORROW}, "Datoen ligger ude i fremtiden."),
        ({"on": "i går"}, "Skriv en dato, der findes"),
        ({"status": ""}, "Dette felt er påkrævet."),
        ({"status": "OPEN"}, NOT_IN_LIST),
    ],
)
def test_refused_settling_keeps_what_was_typed(cast, changes, sentence):
    client, url = browser(cast.ida), address(cast, "settle", cast.kim.goal.pk)
    data = settled(cast, **changes)

    response = post(client, url, data)

    assert (response.status_code, sentence in words(response)) == (422, True)
    kept = filled(response, url)
    assert kept["goer-op-on"] == [data["goer-op-on"]]
    assert rows(cast, GOAL)[0].status == "OPEN"


def test_goal_is_settled_once(cast):
    url = address(cast, "settle", cast.kim.goal.pk)
    post(browser(cast.bo), url, settled(cast))

    response = post(browser(cast.ida), url, settled(cast, version=rows(cast, GOAL)[0].version))

    assert "Det er allerede gjort op." in words(response)


def test_open_goal_cannot_be_taken_up_again(cast):
    response = tap(cast, browser(cast.ida), "reopen", cast.kim.goal)

    assert response.status_code == 422
    assert "Det er stadig i gang." in str(element(response, f"maal-{cast.kim.goal.pk}"))


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_purpose_is_written_with_what_it_steers_by(cast, htmx):
    client, url = browser(cast.ida), address(cast, "purpose")
    data = filled(client.get(url), url) | {
        "formaal-purpose": "Ro om natten",
        "formaal-guiding_purposes": ["OWN_LIFE", "ASSESSED"],
    }

    response = post(client, url, data, htmx=htmx)

    fresh = client.get(address(cast), {"sted": "formaal-tekst"})
    shown = str(element(fresh, "formaal"))
    assert all(text in shown for text in ("Ro om natten", "Udredning."))
    if htmx:
        assert element(response, "formaal") == element(fresh, "formaal")
    else:
        assert response.url == f"{address(cast)}#formaal-tekst"


def test_purpose_that_is_too_long_is_kept(cast):
    client, url = browser(cast.ida), address(cast, "purpose")
    data = filled(client.get(url), url) | {"formaal-purpose": "å" * 10_001}

    response = post(client, url, data)

    assert response.status_code == 422
    assert filled(response, url)["formaal-purpose"] == [data["formaal-purpose"]]


def test_evaluation_is_written(cast):
    client, url = browser(cast.ida), address(cast, "evaluation")
    name = "evaluering-cross_professional_evaluation"

    response = post(client, url, filled(client.get(url), url) | {name: "Vi ser det samme"})

    fresh = client.get(address(cast), {"sted": "evaluering-tekst"})
    assert "Vi ser det samme" in str(element(response, "evaluering-tekst"))
    assert element(response, "bidrag") == element(fresh, "bidrag")


def answered(**changes):
    given = {"id": new_id(), "stance": "AGREES", "reason": "", "said_on": "2025-06-01", **changes}
    return {f"enighed-{name}": value for name, value in given.items()}


def test_answer_of_the_citizen_is_kept_once_and_the_newest_stands_first(cast):
    client, url, first = browser(cast.ida), address(cast, "agreement"), answered()
    for _ in range(2):
        assert post(client, url, first).status_code == 200

    said = {"stance": "DISAGREES", "reason": "For meget om søvn", "said_on": "2025-06-02"}
    response = post(client, url, answered(**said))

    shown = str(element(response, "enighed"))
    assert shown.index("Uenig i planen") < shown.index("Enig i planen")
    assert "For meget om søvn" in shown
    assert element(response, "enighed") == element(client.get(address(cast)), "enighed")
    with acting(cast.ida.actor):
        assert Agreement.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"stance": "DISAGREES"}, "Skriv en kort grund."),
        ({"stance": "COULD_NOT_ANSWER"}, "Skriv en kort grund."),
        ({"stance": ""}, "Dette felt er påkrævet."),
        ({"said_on": TOMORROW, "reason": "Sådan sagt"}, "Datoen ligger ude i fremtiden."),
        ({"reason": "å" * 1_001}, "må højst have 1000 tegn"),
    ],
)
def test_refused_answer_keeps_what_was_typed(cast, changes, sentence):
    client, url, data = browser(cast.ida), address(cast, "agreement"), answered(**changes)

    response = post(client, url, data)

    assert (response.status_code, sentence in words(response)) == (422, True)
    assert filled(response, url)["enighed-reason"] == [data["enighed-reason"]]
    with acting(cast.ida.actor):
        assert not Agreement.objects.exists()


def keep(cast, client, reason="", **changes):
    data = {"version-id": new_id(), "version-reason": reason, **changes}
    return post(client, address(cast, "version"), data)


def test_version_is_kept_once(cast):
    client, key = browser(cast.ida), new_id()

    for _ in range(2):
        response = keep(cast, client, "Tre måneder", **{"version-id": key})

    assert "Version 1" in str(element(response, "versioner"))
    assert element(response, "versioner") == element(client.get(address(cast)), "versioner")
    with acting(cast.ida.actor):
        assert PlanVersion.objects.count() == 1


def test_version_of_an_unchanged_plan_is_refused_and_the_reason_kept(cast):
    client = browser(cast.ida)
    keep(cast, client)

    response = keep(cast, client, "Samme igen")

    assert response.status_code == 422
    assert "Planen er ikke ændret siden sidste version." in words(response)
    assert filled(response, address(cast, "version"))["version-reason"] == ["Samme igen"]


def test_two_versions_are_compared_in_words(cast):
    client, wish = browser(cast.ida), KINDS[0]
    url = address(cast, "compare")
    keep(cast, client, "Første")
    assert "Der er ikke to versioner at sammenligne" in words(client.get(url))
    added(cast, client, wish, text="En hund")
    keep(cast, client, "Anden")

    newest = words(client.get(url))
    backwards = words(client.get(url, {"fra": "2", "til": "1"}))

    assert "En hund Tilføjet Ønske, håb eller drøm i version 2 En hund" in newest
    assert "En hund Tilføjet Ønske, håb eller drøm i version 2 En hund" in backwards
    assert "De to versioner er ens" in words(client.get(url, {"fra": "1", "til": "1"}))


def test_comparison_tells_all_of_one_item_in_one_place(cast):
    client, kind = browser(cast.ida), KINDS[0]
    _twin, wish = (added(cast, client, kind, text="En hund") for _ in range(2))
    keep(cast, client, "Første")
    changed = kind.data(cast, text="En hund til", said_on="2025-05-06")
    url = address(cast, "item_edit", kind.slug, wish.pk)
    post(client, url, changed | {f"{kind.slug}-version": wish.version})
    keep(cast, client, "Anden")

    read = words(client.get(address(cast, "compare")))

    assert (
        "En hund til Ændret Med borgerens egne ord i version 1 En hund"
        " Med borgerens egne ord i version 2 En hund til"
        " Sagt den i version 1 1. maj 2025 Sagt den i version 2 6. maj 2025"
    ) in read


def test_version_that_is_not_there_is_said_so(cast):
    client, wish = browser(cast.ida), KINDS[0]
    for number in range(2):
        added(cast, client, wish)
        keep(cast, client, f"Nr. {number}")

    response = client.get(address(cast, "compare"), {"fra": "9", "til": "1"})

    assert response.status_code == 200
    assert NOT_IN_LIST in words(response)


@pytest.mark.parametrize("name", ["reach_step", "drop_step", "reopen_step"])
def test_nothing_is_tapped_in_an_ended_course(cast, name):
    with acting(cast.ida.actor):
        end_course(cast.kim.course)

    response = tap(cast, browser(cast.ida), name, cast.kim.first_step)

    assert response.status_code == 422
    assert "Forløbet er afsluttet, så planen kan ikke ændres." in words(response)
