"""The frame around every partner page."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse

from hjemmebane.design.navigation import AccountMenu, Link
from hjemmebane.domain.sharing.queries import partner_of, told_to_me


def shell(request: HttpRequest) -> dict[str, Callable[[], object]]:
    """What the frame shows, asked for only where it is shown."""
    return {
        "navigation": lambda: navigation(request),
        "account_menu": lambda: account_menu(request),
        "notices": told_to_me,
    }


def navigation(request: HttpRequest) -> list[Link]:
    is_here = request.resolver_match.namespaces[-1:] == ["citizens"]
    return [Link("Mine borgere", reverse("partner:citizens:page"), "persons", current=is_here)]


def account_menu(request: HttpRequest) -> AccountMenu:
    partner = partner_of(request.actor)
    return AccountMenu(
        name=str(request.user),
        detail=str(partner.organisation) if partner else "Du er ikke længere tilknyttet",
        logout_url=reverse("account_logout"),
        links=[
            Link("Mail om nyt", reverse("partner:notices:mail"), "send"),
            Link("Ekstra lås", reverse("partner:doors:second_factor"), "lock"),
        ],
        is_demo=request.user.is_demo,
    )
