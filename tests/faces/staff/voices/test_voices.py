"""Fra borgeren: read by the team, taken into the plan with a tap, and answered."""

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.consents.actions import withdraw_consent
from hjemmebane.domain.meetings.models import MeetingItem
from hjemmebane.domain.plans.actions import change_item, remove_item
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import SubGoal, Wish
from hjemmebane.domain.sharing.actions import stop_sharing, take_in_wish, tell_story
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Recording, Suggestion
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import add_to_plan
from tests.factories.meetings import at, open_meeting
from tests.factories.sharing import let_citizen_in, open_to
from tests.factories.voices import SOUND, said_no, spoken, suggested

PAGE_QUERIES = 20


@pytest.fixture
def kim(cast):
    return let_citizen_in(cast.kim, cast.ida)


def speak(cast, kim, **changes):
    with acting(kim.actor):
        return suggested(cast.kim, kim.actor, **changes)


def page(cast):
    return reverse("staff:voices:page", args=[cast.kim.citizen.pk])


def url(cast, name, one):
    return reverse(f"staff:voices:{name}", args=[cast.kim.citizen.pk, one.pk])


def take(cast, one, client=None, **changes):
    sent = {"id": new_id(), "version": 1, "goal": cast.kim.goal.pk, "text": one.text, **changes}
    typed = {f"skridt-{one.pk}-{name}": value for name, value in sent.items()}
    return (client or browser(cast.ida)).post(url(cast, "take_in", one), typed)


def reply(cast, one, **changes):
    sent = {"version": 1, "answer": "Ida ringer", **changes}
    typed = {f"svar-{one.pk}-{name}": value for name, value in sent.items()}
    return browser(cast.ida).post(url(cast, "answer", one), typed)


def stored(cast, one):
    with acting(cast.ida.actor):
        return Suggestion.objects.select_related("sub_goal").get(pk=one.pk)


def test_suggestion_becomes_a_step_once_and_its_words_stay(cast, kim):
    one, key = speak(cast, kim), new_id()

    for _ in range(2):
        answer = take(cast, one, id=key, text="Fodre ænder ved søen")
        assert (answer.status_code, answer["Location"]) == (302, page(cast))

    handled = stored(cast, one)
    assert (handled.status, handled.text) == ("TAKEN_IN", "Fodre ænder")
    assert handled.sub_goal.text == "Fodre ænder ved søen"
    with acting(cast.ida.actor):
        assert SubGoal.objects.filter(course=cast.kim.course).count() == 3
    assert "Taget med i planen: Fodre ænder ved søen (Ida)" in words(
        browser(cast.ida).get(page(cast))
    )


def wish(cast):
    with acting(cast.ida.actor):
        return Wish.objects.get(text="Bager selv")


def test_wish_is_taken_in_once_and_its_words_stand_beside(cast, kim):
    one, key = (
        speak(cast, kim, kind="WISH", text="Bage min mors brød", recorded=[spoken()]),
        new_id(),
    )

    for _ in range(2):
        answer = take(cast, one, id=key, text="Bager selv")
        assert (answer.status_code, answer["Location"]) == (302, page(cast))

    made = wish(cast)
    assert (made.said_by, made.said_on) == ("CITIZEN", today())
    assert stored(cast, one).wish_id == made.pk
    plan = browser(cast.ida).get(reverse("staff:plans:page", args=[cast.kim.citizen.pk]))
    assert "Bage min mors brød Kim" in words(plan)
    assert "Vi skriver: Bager selv" in words(plan)
    assert "<audio" in plan.content.decode()
    overview = browser(cast.ida).get(reverse("staff:citizens:overview", args=[cast.kim.citizen.pk]))
    assert "Bage min mors brød" in words(overview)


def test_citizens_words_stay_whatever_the_team_writes_later(cast, kim):
    one = speak(cast, kim, kind="WISH", text="Bage min mors brød")
    take(cast, one, text="Bager selv")
    with acting(cast.ida.actor):
        who = {"by": cast.ida.actor, "at": now()}
        change_item(item=wish(cast), values={"text": "Bager ofte"}, version=1, **who)

    assert stored(cast, one).text == "Bage min mors brød"
    read = words(browser(cast.ida).get(reverse("staff:plans:page", args=[cast.kim.citizen.pk])))
    assert "Bage min mors brød Kim" in read
    assert "Vi skriver: Bager ofte" in read


def test_wish_the_citizen_said_is_not_taken_out(cast, kim):
    take(cast, speak(cast, kim, kind="WISH", text="Bage"), text="Bager selv")
    with acting(cast.ida.actor), pytest.raises(Refused) as refused:
        remove_item(item=wish(cast), version=1, by=cast.ida.actor, at=now())
    assert refused.value.reason is PlanRefusal.WISH_IN_USE


def test_only_wishes_become_wishes(cast, kim):
    one = speak(cast, kim)
    who = {"by": cast.ida.actor, "at": now()}
    with acting(cast.ida.actor), pytest.raises(Refused) as refused:
        take_in_wish(id=new_id(), suggestion=one, text="Bager", version=1, **who)
    assert refused.value.reason is SharingRefusal.NOT_A_WISH


def test_wish_needs_words_in_the_plan(cast, kim):
    one = speak(cast, kim, kind="WISH", text="", recorded=[spoken()])

    answer = take(cast, one, text="")

    assert answer.status_code == 422
    assert "Skriv med få ord, hvad borgeren vil." in words(answer)


def test_wish_waits_on_the_overview_for_a_tap(cast, kim):
    speak(cast, kim, kind="WISH", text="Bage brød")

    overview = browser(cast.ida).get(reverse("staff:citizens:overview", args=[cast.kim.citizen.pk]))

    assert "har et ønske “Bage brød” Tag med" in words(overview)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({"goal": ""}, "Vælg, hvilket mål det hører til."), ({"text": ""}, "Skriv skridtet")],
)
def test_step_lacks_a_goal_or_words(cast, kim, changes, sentence):
    answer = take(cast, speak(cast, kim), **changes)

    assert answer.status_code == 422
    assert sentence in words(answer)


def test_what_was_answered_meanwhile_is_told(cast, kim):
    one = speak(cast, kim)
    reply(cast, one)

    answer = take(cast, one)

    assert answer.status_code == 422
    assert "Det er der allerede svaret på." in words(answer)
    assert stored(cast, one).status == "ANSWERED"


def test_answer_is_sent_once(cast, kim):
    one = speak(cast, kim, kind="CALL_ME", text="")

    for _ in range(2):
        assert reply(cast, one).status_code == 302

    assert stored(cast, one).answer == "Ida ringer"
    assert reply(cast, one, answer="Bo ringer").status_code == 422


def test_empty_answer_is_asked_for(cast, kim):
    answer = reply(cast, speak(cast, kim), answer="")

    assert answer.status_code == 422
    assert "Skriv eller indtal, hvad du vil sige." in words(answer)


def test_recording_is_heard_and_the_hearing_is_logged(cast, kim):
    speak(cast, kim, text="", recorded=[spoken()])
    with acting(cast.ida.actor):
        recording = Recording.objects.get()

    heard = browser(cast.ida).get(url(cast, "recording", recording))

    assert (heard.content, heard["Content-Type"]) == (SOUND, "audio/webm")
    with acting(cast.ida.actor):
        assert [a.what for a in Access.objects.all()] == ["Borgerens egen optagelse"]
    assert browser(cast.omar).get(url(cast, "recording", recording)).status_code == 404


def test_another_team_finds_and_changes_nothing(cast, kim):
    one = speak(cast, kim)

    assert browser(cast.omar).get(page(cast)).status_code == 404
    assert take(cast, one, browser(cast.omar)).status_code == 404
    assert browser(cast.ida).post(url(cast, "answer", cast.kim.goal), {}).status_code == 404


def test_no_and_story_stand_on_the_page(cast, kim):
    with acting(kim.actor):
        said_no(cast.kim, kim.actor)
        tell_story(
            id=new_id(),
            course=cast.kim.course,
            theme="NOW",
            text="Jeg sover bedre",
            by=kim.actor,
            at=now(),
        )

    read = words(browser(cast.ida).get(page(cast)))

    assert "En tur om ugen Borgeren siger nej. Fordi: Det er for tidligt" in read
    assert "Jeg sover bedre" in read


@pytest.mark.parametrize("times", [1, 3])
def test_page_asks_as_many_queries_whatever_the_number(cast, kim, django_assert_num_queries, times):
    for number in range(times):
        speak(cast, kim, text=f"Skridt {number}", recorded=[spoken()])
        with acting(cast.ida.actor):
            goal = add_to_plan(
                cast.kim.plan, cast.ida, ItemKind.GOAL, text=f"Mål {number}", wishes=[]
            )
        with acting(kim.actor):
            said_no(cast.kim, kim.actor, item_id=goal.pk)
    client = browser(cast.ida)

    with django_assert_num_queries(PAGE_QUERIES):
        client.get(page(cast))


# ------------------------------------------------------------------ where the team looks
def test_today_tells_of_it_and_takes_it_in_with_one_tap(cast, kim):
    one = speak(cast, kim, goal=cast.kim.goal)
    with acting(kim.actor):
        said_no(cast.kim, kim.actor)
    client = browser(cast.ida)
    shown = client.get(reverse("staff:today:page"))
    read = words(shown)
    assert "Kim Krog foreslår et skridt “Fodre ænder”" in read
    assert "Kim Krog siger nej til: mål “En tur om ugen” “Det er for tidligt”" in read

    heard = shown.context["page"].heard[0]
    assert client.post(heard.take_in_url, heard.step).status_code == 302

    assert stored(cast, one).sub_goal.text == "Fodre ænder"
    assert "foreslår et skridt" not in words(client.get(reverse("staff:today:page")))


@pytest.mark.parametrize("is_lent", [False, True])
def test_today_tells_whom_the_citizen_stopped(cast, kim, is_lent):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    lent = Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)
    who = lent if is_lent else kim.actor
    with acting(who):
        stop_sharing(consent=consent, version=1, by=who, at=now())

    told = "Kim Krog har sagt stop til Jobcenter Aabenby"
    assert told in words(browser(cast.ida).get(reverse("staff:today:page")))
    assert told not in words(browser(cast.omar).get(reverse("staff:today:page")))


def test_today_does_not_tell_of_what_the_team_took_back(cast):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(cast.ida.actor):
        withdraw_consent(consent=consent, version=1, by=cast.ida.actor, at=now())

    assert "har sagt stop" not in words(browser(cast.ida).get(reverse("staff:today:page")))


def test_no_that_became_a_yes_is_not_heard_today(cast, kim):
    with acting(kim.actor):
        said_no(cast.kim, kim.actor)
        said_no(cast.kim, kim.actor, answer="AGREES", reason="")

    assert browser(cast.ida).get(reverse("staff:today:page")).context["page"].heard == []


def test_another_team_hears_nothing_today(cast, kim):
    speak(cast, kim)

    assert browser(cast.omar).get(reverse("staff:today:page")).context["page"].heard == []


def test_overview_and_plan_tell_of_it(cast, kim):
    speak(cast, kim, kind="CALL_ME", text="")
    with acting(kim.actor):
        said_no(cast.kim, kim.actor, kind="SUB_GOAL", item_id=cast.kim.first_step.pk)
    client, key = browser(cast.ida), [cast.kim.citizen.pk]

    assert "Kim Krog vil ringes op" in words(
        client.get(reverse("staff:citizens:overview", args=key))
    )
    read = words(client.get(reverse("staff:plans:page", args=key)))
    assert "Borgeren siger nej. Fordi: Det er for tidligt" in read


# ------------------------------------------------------------------ at a board meeting
@pytest.fixture
def turn(cast):
    open_meeting(cast)
    with acting(cast.ida.actor):
        return MeetingItem.objects.get(course=cast.kim.course)


def test_meeting_takes_it_in_with_one_tap_and_says_so_in_the_minutes(cast, kim, turn):
    one, client = speak(cast, kim), browser(cast.ida)
    assert "Forslag til et skridt: Fodre ænder" in words(client.get(at(turn)))

    answer = client.post(at(turn, "tap", "forslag", one.pk, "tag-med"), {"version": 1})

    assert (answer.status_code, answer["Location"]) == (302, at(turn))
    assert stored(cast, one).sub_goal.text == "Fodre ænder"
    read = words(client.get(at(turn)))
    assert "Forslag til et skridt" not in read
    assert "Nyt delmål: “Fodre ænder”" in read


def test_meeting_takes_a_wish_in_as_it_was_said(cast, kim, turn):
    one, client = speak(cast, kim, kind="WISH", text="Bage brød"), browser(cast.ida)

    answer = client.post(at(turn, "tap", "forslag", one.pk, "tag-med"), {"version": 1})

    assert (answer.status_code, answer["Location"]) == (302, at(turn))
    with acting(cast.ida.actor):
        assert stored(cast, one).wish_id == Wish.objects.get(text="Bage brød").pk


def test_meeting_taps_nothing_that_has_no_words_or_no_one_goal(cast, kim, turn):
    spoken_one = speak(cast, kim, text="", recorded=[spoken()])
    with acting(cast.ida.actor):
        add_to_plan(cast.kim.plan, cast.ida, ItemKind.GOAL, text="Eget sted", wishes=[])
    either = speak(cast, kim, text="Se på boliger")
    client = browser(cast.ida)

    assert "Svar : Forslag til et skridt: Se på boliger" in words(client.get(at(turn)))
    for one in (spoken_one, either):
        url = at(turn, "tap", "forslag", one.pk, "tag-med")
        assert client.post(url, {"version": 1}).status_code == 404
