"""Every address is behind the login or on the open list: the resolver is walked, and asked."""

import types
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, include, path
from django.urls.converters import get_converters

from hjemmebane.config.audiences import AUDIENCES, OPEN_ROUTES

LOGIN = "hjemmebane.config.doorway.LoginMiddleware"
EXAMPLES = {
    "uuid": "01890000-0000-7000-8000-000000000000",
    "int": "1",
    "str": "noget",
    "slug": "noget",
    "path": "noget",
}
TO_LOGIN = 302
TURNED_AWAY = 401
# Citizens are sent to a door of their own.
LOGINS = (settings.LOGIN_URL, "/min-plan/log-ind/")
LOGGED_OUT = 403


def routes(resolver: URLResolver, names: str = "", start: str = "/") -> Iterator[tuple[str, str]]:
    """(route name, an address of it) for everything the resolver knows."""
    for entry in resolver.url_patterns:
        address = start + example(entry)
        if isinstance(entry, URLResolver):
            inner = f"{names}{entry.namespace}:" if entry.namespace else names
            yield from routes(entry, inner, address)
        else:
            yield f"{names}{entry.name or ''}", address


def example(entry: URLPattern | URLResolver) -> str:
    """The entry's part of an address, with something plausible for each of its arguments."""
    text = str(entry.pattern)
    kinds = {type(converter): name for name, converter in get_converters().items()}
    for argument, converter in entry.pattern.converters.items():
        kind = next(name for known, name in kinds.items() if isinstance(converter, known))
        text = text.replace(f"<{kind}:{argument}>", EXAMPLES[kind]).replace(
            f"<{argument}>", EXAMPLES["str"]
        )
    return text


def open_routes(resolver: URLResolver) -> set[str]:
    """Names of routes that let somebody without a login in: by GET, by POST or through htmx."""
    client = Client(raise_request_exception=False)
    return {name for name, address in routes(resolver) if _lets_in(client, address)}


def _lets_in(client: Client, address: str) -> bool:
    """A telephone is turned away in JSON."""
    page = client.get(address)
    if page.status_code == TURNED_AWAY:
        return client.post(address).status_code != TURNED_AWAY
    turned_away = page.status_code == TO_LOGIN and page["Location"].startswith(LOGINS)
    answers = [client.post(address), client.get(address, headers={"HX-Request": "true"})]
    return not turned_away or any(answer.status_code != LOGGED_OUT for answer in answers)


def test_addresses_are_plain_enough_to_be_walked():
    odd = [address for _name, address in routes(get_resolver()) if set(address) & set("<>^$(\\")]

    assert odd == []


def test_every_address_has_its_place_in_the_access_matrix():
    assert {name for name, _address in routes(get_resolver())} == set(AUDIENCES)


def test_login_stands_at_the_door():
    assert LOGIN in settings.MIDDLEWARE


@pytest.mark.django_db
def test_exactly_the_open_list_is_open():
    assert open_routes(get_resolver()) == OPEN_ROUTES


@pytest.mark.django_db
def test_route_is_open_without_the_door(settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != LOGIN]

    assert "account_logout" in open_routes(get_resolver())


def answer(_request, **_arguments):
    return HttpResponse("Velkommen.")


@pytest.mark.django_db
def test_route_that_borrows_an_open_name_is_found(settings):
    seeded = types.ModuleType("seeded_urls")
    seeded.urlpatterns = [
        path("hemmeligt/<uuid:citizen>/", answer, name="secret"),
        path("forklaedt/", answer, name="account_login"),
        path("", include("hjemmebane.faces.public.urls")),  # the foot of every page leads there
    ]
    settings.ROOT_URLCONF = seeded

    public = {name for name in OPEN_ROUTES if name.startswith("public:")}
    assert open_routes(get_resolver(seeded)) == {"account_login", *public}
