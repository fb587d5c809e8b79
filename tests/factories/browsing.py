"""Somebody at a browser, and what they see."""

import re

from django.http import HttpResponse
from django.test import Client
from django.test.html import Element, parse_html

from tests.factories.cast import Employee

HTMX = {"HX-Request": "true"}
# New on every page: the token against forgery, and the key of a record to come.
FRESH = re.compile(r'(name="(?:csrfmiddlewaretoken|citizen_id|(?:[A-Z_]+-)?id)" value=)"[^"]*"')


def browser(employee: Employee, *, checks_csrf: bool = False) -> Client:
    """A browser in which somebody has logged in."""
    client = Client(enforce_csrf_checks=checks_csrf)
    client.force_login(employee.user)
    return client


def html(response: HttpResponse) -> str:
    return FRESH.sub(r'\1""', response.content.decode())


def element(response: HttpResponse, element_id: str) -> Element:
    """The one element with an id."""
    found = list(_with_id(parse_html(html(response)), element_id))
    assert len(found) == 1, f"#{element_id} is there {len(found)} times"
    return found[0]


def _with_id(node, element_id):
    if isinstance(node, str):
        return
    if ("id", element_id) in node.attributes:
        yield node
    for child in node.children:
        yield from _with_id(child, element_id)


def words(response: HttpResponse) -> str:
    """What can be read on the page, spaces evened out."""
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(plain.split())
