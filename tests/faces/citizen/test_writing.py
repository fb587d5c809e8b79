"""Skriv: call me, a few words, a voice or a picture; refused kindly, and nothing else is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hjemmebane.domain.sharing.actions import answer_suggestion, take_in_step, take_in_wish
from hjemmebane.domain.sharing.models import Recording, Suggestion
from hjemmebane.domain.sharing.queries import content_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.clamav.fake import EICAR, fake_clamd
from tests.factories.browsing import words
from tests.factories.cast import KIMS_CPR
from tests.factories.pictures import photograph, seen
from tests.factories.voices import SOUND, suggested

URL = reverse("citizen:writing:page")
PLAN = reverse("citizen:plan:page")
CALL_ME = reverse("citizen:writing:call_me")
MEGABYTE = 1024 * 1024


def about(kind):
    return reverse("citizen:writing:message", args=[kind])


def send(phone, kind="besked", **changes):
    sent = {"id": new_id(), "text": "Hej", "read": "", **changes}
    return phone.post(about(kind), sent)


def file(content, name="optagelse.webm"):
    return SimpleUploadedFile(name, content)


def kept(cast, model=Suggestion):
    with acting(cast.ida.actor):
        return list(model.objects.order_by("recorded_at"))


def test_call_me_takes_one_press_and_one_more(cast, phone):
    asked = phone.get(CALL_ME)
    assert "Vi ringer til 20 20 20 20." in words(asked)
    sent = {"id": asked.context["form"]["id"].value()}

    for _ in range(2):
        answer = phone.post(CALL_ME, sent)
        assert (answer.status_code, answer["Location"]) == (302, URL)

    [suggestion] = kept(cast)
    assert (suggestion.kind, suggestion.text) == ("CALL_ME", "")


@pytest.mark.parametrize(
    ("about_what", "kind"), [("besked", "OTHER"), ("skridt", "STEP"), ("kontakt", "CONTACT_WAY")]
)
def test_words_are_sent_and_stand_on_the_page(cast, phone, about_what, kind):
    assert send(phone, about_what, text="Ring helst om aftenen").status_code == 302

    [suggestion] = kept(cast)
    assert (suggestion.kind, suggestion.text) == (kind, "Ring helst om aftenen")
    assert "Ring helst om aftenen Sendt. Dit team svarer" in words(phone.get(URL))


def test_wish_stands_first_in_the_plan_as_it_was_said(cast, phone):
    answer = send(phone, "oenske", text="Bage min mors brød", sound=file(SOUND))
    assert (answer.status_code, answer["Location"]) == (302, PLAN)

    page = phone.get(PLAN)

    [recording] = kept(cast, Recording)
    assert "Bage min mors brød" in words(page)
    assert "Dit team ser det, så snart de kan." in words(page)
    assert reverse("citizen:writing:recording", args=[recording.pk]) in page.content.decode()


def test_wish_is_said_with_a_voice_alone(cast, phone):
    send(phone, "oenske", text="", sound=file(SOUND))
    [wish] = kept(cast)
    with acting(cast.ida.actor):
        take_in_wish(
            id=new_id(),
            suggestion=wish,
            text="Vil bage brød",
            version=1,
            by=cast.ida.actor,
            at=now(),
        )

    page = phone.get(PLAN)

    assert "Dit team skriver: Vil bage brød" in words(page)
    assert "<audio" in page.content.decode()
    assert "Vil bage brød" in words(phone.get(reverse("citizen:path:page")))


def test_teams_wording_stands_beside_the_citizens(cast, phone):
    send(phone, "oenske", text="Bage min mors brød")
    [said] = kept(cast)
    with acting(cast.ida.actor):
        who = {"by": cast.ida.actor, "at": now()}
        take_in_wish(id=new_id(), suggestion=said, text="Bager selv", version=1, **who)

    read = words(phone.get(PLAN))

    assert "Bage min mors brød Dit team skriver: Bager selv Sæt et billede på" in read
    assert "Det står nu i din plan. Bager selv" in words(phone.get(URL))


def test_step_is_for_a_goal_when_the_citizen_says_so(cast, phone):
    send(phone, "skridt", text="Fodre ænder", goal=cast.kim.goal.pk)

    assert kept(cast)[0].goal_id == cast.kim.goal.pk
    assert send(phone, "skridt", goal=cast.noor.goal.pk).status_code == 422
    assert phone.get(about("andet")).status_code == 404


def test_voice_is_kept_sealed_and_heard_again(cast, phone):
    assert send(phone, text="", sound=file(SOUND)).status_code == 302

    [recording] = kept(cast, Recording)
    with acting(cast.ida.actor):
        assert (recording.content_type, content_of(recording)) == ("audio/webm", SOUND)
    url = reverse("citizen:writing:recording", args=[recording.pk])
    assert url in phone.get(URL).content.decode()
    heard = phone.get(url)
    assert (heard.content, heard["Content-Type"]) == (SOUND, "audio/webm")
    assert (heard["X-Content-Type-Options"], heard["Accept-Ranges"]) == ("nosniff", "bytes")
    part = phone.get(url, headers={"Range": "bytes=1-2"})
    assert (part.status_code, part.content) == (206, SOUND[1:3])


def test_picture_is_drawn_anew_without_what_the_camera_hid(cast, phone):
    assert send(phone, picture=file(photograph(), "IMG.jpg")).status_code == 302

    [recording] = kept(cast, Recording)
    with acting(cast.ida.actor):
        content = content_of(recording)
    assert b"Hemmelig" not in content
    assert seen(content).getexif() == {}


@pytest.mark.parametrize(
    ("field", "content", "sentence"),
    [
        ("sound", b"%PDF-1.7 lyd.mp3", "Filen er ikke lyd, vi kan høre."),
        ("picture", b"GIF89a", "Filen er ikke et billede, vi kan vise."),
        ("sound", b"", "Filen er tom."),
        ("sound", SOUND + bytes(5 * MEGABYTE), "Filen er for stor. Den må højst fylde 5 MB."),
    ],
)
def test_file_that_cannot_be_taken_leaves_the_words(cast, phone, field, content, sentence):
    answer = send(phone, text="Her er min sang", **{field: file(content, "lyd.mp3")})

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "Her er min sang" in words(answer)
    assert kept(cast) == []


def test_twenty_megabytes_are_refused_before_they_are_read(cast, phone):
    answer = send(phone, text="Her er min sang", sound=file(SOUND + bytes(20 * MEGABYTE)))

    assert answer.status_code == 413
    assert "det, du skrev, står der endnu" in words(answer)
    assert kept(cast) == []


def test_nothing_said_is_asked_for_kindly(phone):
    answer = send(phone, text="  ")

    assert answer.status_code == 422
    assert "Skriv eller indtal, hvad du vil sige." in words(answer)


def test_cpr_number_is_warned_about_and_sent_all_the_same(cast, phone):
    text = f"Mit nummer er {KIMS_CPR}"
    answer = send(phone, text=text, sound=file(SOUND))
    assert answer.status_code == 422
    read = words(answer)
    assert "Der står vist et CPR-nummer." in read
    assert "Vælg også din fil igen." in read
    assert kept(cast) == []

    warned = answer.context["form"].data["read"]
    assert send(phone, text=text, sound=file(SOUND), read=warned).status_code == 302


@pytest.mark.parametrize("content", [SOUND, SOUND + EICAR])
def test_voice_is_looked_through_where_there_is_a_scanner(cast, phone, settings, content):
    with fake_clamd() as address:
        settings.CLAMAV = address
        answer = send(phone, sound=file(content))

    is_clean = content == SOUND
    assert answer.status_code == (302 if is_clean else 422)
    assert len(kept(cast, Recording)) == int(is_clean)


def test_voice_is_not_taken_while_the_scanner_is_down(cast, phone, settings):
    settings.CLAMAV = "unix:/nowhere/clamd.ctl"

    answer = send(phone, sound=file(SOUND))

    assert answer.status_code == 422
    assert "Vi kan ikke tage filer lige nu." in words(answer)


def test_what_became_of_it_is_told_in_the_citizens_own_words_first(cast, kim, phone):
    with acting(kim.actor):
        step = suggested(cast.kim, kim.actor)
        call = suggested(cast.kim, kim.actor, kind="CALL_ME", text="")
    with acting(cast.ida.actor):
        signed = {"by": cast.ida.actor, "at": now(), "version": 1}
        take_in_step(
            id=new_id(), suggestion=step, goal=cast.kim.goal, text="Til søen med brød", **signed
        )
        answer_suggestion(suggestion=call, answer="Ida ringer i dag", **signed)

    read = words(phone.get(URL))

    assert "Fodre ænder Det er nu et skridt i din plan. Til søen med brød" in read
    assert "Dit team svarer: Ida ringer i dag" in read


def test_another_citizens_recording_does_not_exist(cast, kim, phone, client):
    send(phone, sound=file(SOUND))
    [recording] = kept(cast, Recording)
    client.force_login(
        cast.omar.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )

    assert client.get(reverse("citizen:writing:recording", args=[recording.pk])).status_code == 404
    assert phone.get(reverse("citizen:writing:recording", args=[new_id()])).status_code == 404
