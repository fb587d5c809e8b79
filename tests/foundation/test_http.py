import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django_htmx.middleware import HtmxDetails

from hjemmebane.foundation import http
from hjemmebane.foundation.http import Reading, answer, note_reading, sent, wants_part
from hjemmebane.foundation.ids import new_id

BOOSTED = {"HX-Request": "true", "HX-Boosted": "true"}
RESTORED = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def ask(rf):
    """A request with htmx' headers, past the door."""

    def ask(headers=None):
        request = rf.get("/", headers=headers or {})
        request.htmx, request.reading = HtmxDetails(request), Reading()
        return request

    return ask


@pytest.fixture(autouse=True)
def rendered(monkeypatch):
    """Which template was rendered stands in the answer."""

    def render(request, template, context, status):
        return HttpResponse(f"{template} {context}", status=status)

    monkeypatch.setattr(http, "render", render)


def reply(request, **more):
    return answer(request, "plan.html", "goal", {"n": 1}, **more)


@pytest.mark.parametrize(
    ("headers", "part"), [({}, False), (HTMX, True), (BOOSTED, False), (RESTORED, False)]
)
def test_htmx_wants_a_part_unless_it_wants_a_page(ask, headers, part):
    assert wants_part(ask(headers)) is part


def test_htmx_gets_the_part_and_everybody_else_the_page(ask):
    assert reply(ask(HTMX), otherwise="/plan/").content == b"plan.html#goal {'n': 1}"
    assert reply(ask()).content == b"plan.html {'n': 1}"


def test_saved_form_without_htmx_is_a_redirect(ask):
    response = reply(ask(), otherwise="/plan/")

    assert isinstance(response, HttpResponseRedirect)
    assert response.url == "/plan/"


def test_context_is_gathered_only_to_be_shown(ask):
    gathered = []

    def context():
        gathered.append("asked")
        return {"n": 1}

    answer(ask(), "plan.html", "goal", context, otherwise="/plan/")
    assert gathered == []

    shown = answer(ask(HTMX), "plan.html", "goal", context, otherwise="/plan/")
    assert (shown.content, gathered) == (b"plan.html#goal {'n': 1}", ["asked"])


@pytest.mark.parametrize(("method", "is_sent"), [("get", False), ("post", True)])
def test_form_is_sent_with_a_post(rf, method, is_sent):
    request = getattr(rf, method)("/", {"a": "1"})

    assert (sent(request) == request.POST) is is_sent


@pytest.mark.parametrize("status", [409, 422])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_refused_form_is_never_a_redirect(ask, status, headers):
    response = reply(ask(headers), otherwise="/plan/", status=status)

    assert response.status_code == status
    assert response.content.startswith(b"plan.html")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_answers_are_kept_apart_by_caches(ask, headers):
    assert reply(ask(headers), otherwise="/plan/").headers["Vary"] == "HX-Request"


def test_readings_add_up_and_keep_their_reason(ask):
    request, kim, noor = ask(), new_id(), new_id()

    note_reading(request, [kim], what="Plan", reason="Møde")
    note_reading(request, [kim, noor], what="Tavlen")

    assert request.reading == Reading("Tavlen", "Møde", {kim, noor})
