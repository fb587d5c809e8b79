"""Two people at the same plan: nobody's words are lost."""

import pytest

from hjemmebane.domain.plans.actions import change_plan
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Plan
from hjemmebane.foundation.actors import acting
from tests.faces.staff.plans.filled_forms import filled
from tests.faces.staff.plans.kinds import (
    KINDS,
    added,
    address,
    item_address,
    new_address,
    post,
    prefixed,
    rows,
)
from tests.factories.browsing import browser, element, words
from tests.factories.cast import NOW
from tests.factories.plans import Writing

GOAL = next(kind for kind in KINDS if kind.kind == ItemKind.GOAL)
MEETING = next(kind for kind in KINDS if kind.kind == ItemKind.MEETING)
PLAN = next(kind for kind in KINDS if kind.kind == ItemKind.OTHER_PLAN)


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_second_of_two_who_edit_a_goal_sees_both_texts_and_chooses(cast, htmx):
    ida, bo, goal = browser(cast.ida), browser(cast.bo), cast.kim.goal
    url = item_address(cast, "item_edit", GOAL, goal.pk)
    of_ida, of_bo = filled(ida.get(url), url), filled(bo.get(url), url)
    assert post(bo, url, of_bo | prefixed("maal", {"text": "Bos tekst"})).status_code == 200

    mine = of_ida | prefixed("maal", {"text": "Idas tekst", "measure": "Idas mål"})
    answer = post(ida, url, mine, htmx=htmx)

    assert answer.status_code == 409
    assert "Det står der nu Bos tekst Det skrev du Idas tekst" in words(answer)
    assert filled(answer, url)["maal-text"] == ["Idas tekst"]
    assert rows(cast, GOAL)[0].text == "Bos tekst"
    assert "Behold det, der står der nu" in words(answer)
    assert answer.content.decode().count(f'form="luk-maal-{goal.pk}"') == 2

    again = post(ida, url, filled(answer, url), htmx=htmx)

    assert again.status_code == (200 if htmx else 302)
    assert (rows(cast, GOAL)[0].text, rows(cast, GOAL)[0].measure) == ("Idas tekst", "Idas mål")


def test_conflict_tells_picked_things_in_words(cast):
    ida, bo, goal = browser(cast.ida), browser(cast.bo), cast.kim.goal
    url = item_address(cast, "item_edit", GOAL, goal.pk)
    of_ida = filled(ida.get(url), url)
    staff = f"STAFF-{cast.bo.staff_member.pk}"
    changed = {"responsible": staff, "due_on": "2026-05-03"}
    without_wishes = {k: v for k, v in of_ida.items() if k != "maal-wishes"}
    assert post(bo, url, without_wishes | prefixed("maal", changed)).status_code == 200

    partner = f"PARTNER-{cast.lise.pk}"
    answer = words(post(ida, url, of_ida | prefixed("maal", {"responsible": partner})))

    assert (
        "Ansvarlig Det står der nu Bo, Socialrådgiver"
        " Det skrev du Lise, Jobkonsulent, Jobcenter Aabenby" in answer
    )
    assert "Det står der nu 3. maj 2026 Det skrev du Tomt" in answer
    assert "Udspringer af Det står der nu Tomt Det skrev du Kim vil gerne ud at gå" in answer


def test_conflict_tells_who_was_at_a_meeting(cast):
    ida, bo = browser(cast.ida), browser(cast.bo)
    meeting = added(cast, ida, MEETING)
    url = item_address(cast, "item_edit", MEETING, meeting.pk)
    of_ida = filled(ida.get(url), url)
    post(bo, url, of_ida | prefixed("planmoede", {"participants": "Bo, socialrådgiver"}))

    answer = words(post(ida, url, of_ida))

    assert (
        "Det står der nu Bo, socialrådgiver Det skrev du Ida, bostøtte, Kim Krog, borger" in answer
    )


def test_conflict_tells_yes_and_no(cast):
    ida, bo = browser(cast.ida), browser(cast.bo)
    plan = added(cast, ida, PLAN)
    url = item_address(cast, "item_edit", PLAN, plan.pk)
    of_ida = filled(ida.get(url), url)
    changed = {"is_coordinated": "on", "is_accepted": "true", "kind": "OTHER"}
    post(bo, url, of_ida | prefixed("anden-plan", changed))

    answer = words(post(ida, url, of_ida))

    assert "Koordineret med denne plan Det står der nu Ja Det skrev du Nej" in answer
    assert "Borgeren har taget imod Det står der nu Ja Det skrev du Tomt" in answer
    assert "Det står der nu Anden plan Det skrev du Plan i jobcentret" in answer


def test_two_who_write_the_same_lose_nothing_and_may_save_again(cast):
    ida, bo, goal = browser(cast.ida), browser(cast.bo), cast.kim.goal
    url = item_address(cast, "item_edit", GOAL, goal.pk)
    of_ida = filled(ida.get(url), url)
    post(bo, url, of_ida)

    answer = post(ida, url, of_ida)

    assert answer.status_code == 409
    assert "En anden har rettet det imens." in words(answer)
    assert post(ida, url, filled(answer, url)).status_code == 200


def test_goal_that_was_changed_meanwhile_is_settled_on_second_thought(cast):
    ida, bo, goal = browser(cast.ida), browser(cast.bo), cast.kim.goal
    edit, settle = item_address(cast, "item_edit", GOAL, goal.pk), address(cast, "settle", goal.pk)
    sent = filled(ida.get(settle), settle)
    sent |= {"goer-op-status": "DROPPED", "goer-op-reason": "Ikke lige nu"}
    post(bo, edit, filled(bo.get(edit), edit) | prefixed("maal", {"text": "Bos tekst"}))

    answer = post(ida, settle, sent)

    assert answer.status_code == 409
    assert "En anden har rettet det imens." in words(answer)
    assert filled(answer, settle)["goer-op-reason"] == ["Ikke lige nu"]
    assert "Bos tekst" in words(answer)
    assert post(ida, settle, filled(answer, settle)).status_code == 200


def test_two_who_write_the_purpose_see_both(cast):
    client, url = browser(cast.ida), address(cast, "purpose")
    mine = filled(client.get(url), url) | {"formaal-purpose": "Idas formål"}
    with acting(cast.bo.actor):
        change_plan(
            plan=Plan.objects.get(pk=cast.kim.plan.pk),
            changes={"purpose": "Bos formål", "guiding_purposes": ["OWN_LIFE"]},
            version=1,
            by=cast.bo.actor,
            at=NOW,
        )

    answer = post(client, url, mine)

    assert answer.status_code == 409
    assert "Det står der nu Bos formål Det skrev du Idas formål" in words(answer)
    assert post(client, url, filled(answer, url)).status_code == 200
    assert "Idas formål" in words(client.get(address(cast)))


def test_form_without_a_version_is_taken_as_stale(cast):
    client, goal = browser(cast.ida), cast.kim.goal
    url = item_address(cast, "item_edit", GOAL, goal.pk)
    data = filled(client.get(url), url) | {"maal-version": "", "maal-text": "Uden version"}

    answer = post(client, url, data)

    assert answer.status_code == 409
    assert filled(answer, url)["maal-version"] == [str(goal.version)]


def test_change_of_what_was_removed_meanwhile_is_not_found(cast):
    client, kind = browser(cast.ida), KINDS[0]
    wish = added(cast, client, kind)
    url = item_address(cast, "item_edit", kind, wish.pk)
    data = filled(client.get(url), url)
    post(client, item_address(cast, "item_remove", kind, wish.pk), {"version": wish.version})

    assert post(client, url, data).status_code == 404


def test_whoever_is_responsible_may_stay_so_after_leaving_the_team(cast, monkeypatch):
    """The list shows them as long as they have it."""
    with acting(cast.ida.actor):
        goal = Writing(cast.kim.plan, cast.ida.actor).add(
            ItemKind.GOAL, responsible_kind="STAFF", staff_member=cast.bo.staff_member
        )
    monkeypatch.setattr(
        "hjemmebane.faces.staff.plans.views.desk.staff_of",
        lambda _team, _day: [cast.ida.staff_member],
    )
    client, url = browser(cast.ida), item_address(cast, "item_edit", GOAL, goal.pk)

    data = filled(client.get(url), url)

    assert data["maal-responsible"] == [f"STAFF-{cast.bo.staff_member.pk}"]
    assert post(client, url, data | {"maal-text": "Stadig Bo"}).status_code == 200
    new = client.get(new_address(cast, GOAL)).content.decode()
    assert f"STAFF-{cast.bo.staff_member.pk}" not in new
    assert "Stadig Bo" in str(element(client.get(address(cast)), f"maal-{goal.pk}"))
