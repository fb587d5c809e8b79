"""Min plan and what lies under it: my words, who comes, my steps, my story and my way."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.sharing.models import CitizenAnswer, Pictogram, Story
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.http import HANDED_OVER_TO
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_time
from tests.factories.browsing import browser, element, words
from tests.factories.cast import add_to_plan
from tests.factories.network_meetings import call

PLAN = reverse("citizen:plan:page")
STEPS = reverse("citizen:steps:page")
PLAN_QUERIES = 29


def agree_on(cast, *, what="Gåtur", place="HOME", starts_at=None):
    tomorrow_at_ten = dt.datetime.combine(
        today() + dt.timedelta(days=1), dt.time(10), tzinfo=COPENHAGEN
    )
    with acting(cast.ida.actor):
        return make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what=what,
            starts_at=starts_at or tomorrow_at_ten,
            ends_at=None,
            place=place,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )


def step(cast):
    with acting(cast.ida.actor):
        return SubGoal.objects.get(pk=cast.kim.first_step.pk)


def press(client, cast, verb, **changes):
    one = step(cast)
    sent = {"version": one.version, **changes}
    return client.post(reverse(f"citizen:steps:{verb}", args=[one.pk]), sent, follow=True)


def test_plan_begins_with_my_words_and_says_who_comes(cast, phone):
    time = " ".join(written_time(agree_on(cast).starts_at).split())

    read = words(phone.get(PLAN))

    assert read.index("Kim vil gerne ud at gå") < read.index("Min næste aftale")
    assert f"I morgen {time} kommer Ida hjem til dig." in read
    assert "Det handler om: Gåtur" in read
    assert read.index("Min næste aftale") < read.index("Ned i gården")


def test_plan_without_anything_is_kind(cast, phone):
    read = words(phone.get(PLAN))

    assert "Der er ingen aftale lige nu." in read


def test_plan_is_read_by_its_owner_and_says_so(cast, kim, phone):
    phone.get(PLAN)

    with acting(cast.ida.actor):
        assert list(Access.objects.values_list("actor", "what")) == [(kim.actor.key, "Min plan")]


def test_staff_have_no_such_page_but_a_device_handed_over_has(cast):
    client = browser(cast.ida)
    assert client.get(PLAN).status_code == 404

    session = client.session
    session[HANDED_OVER_TO] = str(cast.kim.citizen.pk)
    session.save()

    assert "Kim vil gerne ud at gå" in words(client.get(PLAN))


@pytest.mark.parametrize("times", [1, 3])
def test_plan_asks_as_many_queries_whatever_is_in_it(cast, phone, django_assert_num_queries, times):
    with acting(cast.ida.actor):
        for number in range(times):
            wish = add_to_plan(cast.kim.plan, cast.ida, ItemKind.WISH, text=f"Ønske {number}")
            goal = add_to_plan(
                cast.kim.plan, cast.ida, ItemKind.GOAL, text=f"Mål {number}", wishes=[wish]
            )
            add_to_plan(cast.kim.plan, cast.ida, ItemKind.SUB_GOAL, goal=goal, text="Skridt")
    for number in range(times):
        agree_on(cast, what=f"Gåtur {number}")

    with django_assert_num_queries(PLAN_QUERIES):
        phone.get(PLAN)


# ------------------------------------------------------------------ steps
def test_step_is_marked_reached_with_one_press_and_taken_back_with_another(cast, phone):
    read = words(press(phone, cast, "reach"))
    assert "Godt gået! Du har nået: Ned i gården" in read
    assert "Nået i dag" in read
    assert "Fortryd" in read

    read = words(press(phone, cast, "take_up"))
    assert "Det er lavet om." in read
    assert step(cast).status == "OPEN"


def test_step_pressed_twice_is_reached_all_the_same(cast, phone):
    version = step(cast).version
    press(phone, cast, "reach", version=version)
    answer = press(phone, cast, "reach", version=version)

    assert answer.status_code == 200
    assert step(cast).version == version + 1


def test_step_that_the_team_changed_meanwhile_is_shown_again(cast, phone):
    one = step(cast)
    with acting(cast.ida.actor):
        one.save_changes({"text": "Ned til bænken"}, version=one.version)

    answer = press(phone, cast, "reach", version=1)

    assert answer.status_code == 409
    assert "En anden har rettet det imens." in words(answer)
    assert step(cast).status == "OPEN"


def test_foreign_step_does_not_exist(cast, phone):
    url = reverse("citizen:steps:reach", args=[cast.noor.first_step.pk])

    assert phone.post(url, {"version": 1}).status_code == 404


@pytest.mark.parametrize(
    ("kind", "find", "back"),
    [
        ("maal", lambda cast: cast.kim.goal.pk, "citizen:steps:page"),
        ("skridt", lambda cast: cast.kim.first_step.pk, "citizen:steps:page"),
        ("aftale", lambda cast: agree_on(cast).pk, "citizen:appointments:page"),
    ],
)
def test_citizen_says_no_and_why(cast, phone, kind, find, back):
    url = reverse("citizen:steps:answer", args=[kind, find(cast)])
    form = phone.get(url).context["form"]
    sent = {"id": form["id"].value(), "answer": "DISAGREES", "reason": "Det er for tidligt"}

    for _ in range(2):
        answer = phone.post(url, sent)
        assert (answer.status_code, answer["Location"]) == (302, reverse(back))

    with acting(cast.ida.actor):
        assert [(a.answer, a.reason) for a in CitizenAnswer.objects.all()] == [
            ("DISAGREES", "Det er for tidligt")
        ]
    assert "Du har sagt nej. Fordi: Det er for tidligt" in words(phone.get(reverse(back)))


def test_why_stays_when_no_button_was_pressed(cast, phone):
    url = reverse("citizen:steps:answer", args=["maal", cast.kim.goal.pk])

    answer = phone.post(url, {"id": new_id(), "reason": "Det er for tidligt"})

    assert answer.status_code == 422
    assert "Tryk på ja, nej eller ikke nu." in words(answer)
    assert "Det er for tidligt" in words(answer)


@pytest.mark.parametrize(("kind", "whose"), [("maal", "noor"), ("ting", "kim"), ("aftale", "kim")])
def test_there_is_nothing_to_say_to_what_is_not_there(cast, phone, kind, whose):
    item = getattr(cast, whose).goal.pk
    url = reverse("citizen:steps:answer", args=[kind, item])

    assert phone.get(url).status_code == 404
    assert phone.post(url, {"id": new_id(), "answer": "AGREES"}).status_code == 404


# ------------------------------------------------------------------ pictures
def test_picture_is_chosen_beside_a_wish_and_shown(cast, phone):
    url = reverse("citizen:plan:picture", args=[cast.kim.wish.pk])
    assert phone.post(url, {"symbol": "tree"}).status_code == 302

    assert "#tree" in phone.get(PLAN).content.decode()
    with acting(cast.ida.actor):
        assert Pictogram.objects.get().symbol == "tree"


def test_picture_that_is_none_is_refused(cast, phone):
    url = reverse("citizen:plan:picture", args=[cast.kim.wish.pk])

    answer = phone.post(url, {"symbol": "bomb"})

    assert answer.status_code == 422
    assert "Vælg et af billederne." in words(answer)
    assert phone.get(reverse("citizen:plan:picture", args=[cast.noor.wish.pk])).status_code == 404


# ------------------------------------------------------------------ story, way and paper
def test_story_is_told_again_and_kept(cast, phone):
    url = reverse("citizen:story:tell", args=["nu"])
    for text in ("Det er svært", "Det er lettere"):
        assert phone.post(url, {"id": new_id(), "text": text}).status_code == 302

    read = words(phone.get(reverse("citizen:story:page")))

    assert read.index("Det er lettere") < read.index("Det sagde jeg før") < read.index("svært")
    with acting(cast.ida.actor):
        assert Story.objects.count() == 2


def test_story_without_words_is_asked_for_kindly(cast, phone):
    answer = phone.post(reverse("citizen:story:tell", args=["nu"]), {"id": new_id(), "text": ""})

    assert answer.status_code == 422
    assert "Et par ord er nok." in words(answer)
    assert phone.get(reverse("citizen:story:tell", args=["andet"])).status_code == 404


def test_way_tells_what_went_well_the_latest_first(cast, phone):
    press(phone, cast, "reach")

    read = words(phone.get(reverse("citizen:path:page")))

    assert read.index("Du nåede et skridt Ned i gården") < read.index("Vi begyndte")


@pytest.mark.parametrize("sheet", ["min-plan", "kort", "stort-ark"])
def test_plan_is_printed_in_three_sizes(phone, sheet):
    answer = phone.get(reverse("citizen:paper:plan", args=[sheet]))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_way_is_printed_and_other_sheets_are_not_there(phone):
    assert phone.get(reverse("citizen:paper:path")).content.startswith(b"%PDF-")
    assert phone.get(reverse("citizen:paper:plan", args=["andet"])).status_code == 404
    assert "Et stort ark" in words(phone.get(reverse("citizen:paper:page")))


# ------------------------------------------------------------------ looks
def test_larger_letters_and_peace_are_kept_on_the_device(phone):
    url = reverse("citizen:looks:choose")
    for switch in ("large", "calm"):
        answer = phone.post(url, {"switch": switch, "next": STEPS})
        assert (answer.status_code, answer["Location"]) == (302, STEPS)
    assert '<html lang="da" class="hb-my hb-large hb-calm">' in phone.get(PLAN).content.decode()

    phone.post(url, {"switch": "large", "next": PLAN})

    assert '<html lang="da" class="hb-my hb-calm">' in phone.get(PLAN).content.decode()


@pytest.mark.parametrize("page", ["https://evil.example/", "//evil.example/", "", "min-plan"])
def test_switch_leads_nowhere_else(phone, page):
    answer = phone.post(reverse("citizen:looks:choose"), {"switch": "bogus", "next": page})

    assert answer["Location"] == PLAN


def test_page_has_five_places_under_the_thumb(phone):
    shell = phone.get(PLAN)

    labels = [link.label for link in shell.context["navigation"]()]
    assert labels == ["Min plan", "Mine skridt", "Mine aftaler", "Hvem ser hvad", "Skriv"]
    assert element(shell, "naeste")


def test_nobody_is_sent_to_the_login(db):
    assert Client().get(PLAN).status_code == 302


def test_network_meeting_stands_among_my_appointments(cast, phone):
    tomorrow = dt.datetime.combine(today() + dt.timedelta(days=1), dt.time(13), tzinfo=COPENHAGEN)
    with acting(cast.ida.actor):
        call(cast.kim, cast.ida, starts_at=tomorrow, at=now())
    with acting(cast.omar.actor):
        call(cast.noor, cast.omar, starts_at=tomorrow, place="Hos Noor", at=now())

    page = phone.get(reverse("citizen:appointments:page"))
    read = words(page)

    assert "I morgen kl. 13.00 mødes du og dem, du har bedt om at komme." in read
    assert "Sted: I køkkenet" in read
    assert "Hos Noor" not in read
    assert "Sig ja eller nej" not in read
    assert "dem, du har bedt om at komme" in words(phone.get(PLAN))
