"""Skabeloner: what the team usually does, ready to be tapped when it is logged."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.contacts.models import VisitTemplate
from hjemmebane.domain.contacts.queries import templates_of
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.moments import minutes
from hjemmebane.faces.staff.switching import address_in, switch

PAGE = "staff:contacts:templates"


@dataclass(frozen=True)
class TemplateOnPage:
    """One template in words; url is empty for whoever may not write it."""

    name: str
    meta: str
    prompts: Sequence[str]
    is_active: bool
    url: str


@dataclass(frozen=True)
class TemplatesPage:
    team: Team
    switch: Sequence[Link]
    templates: Sequence[TemplateOnPage]
    may_write: bool

    @property
    def new_url(self) -> str:
        return address_in(self.team, "staff:contacts:template_new")


def templates_page(team: Team, teams: Sequence[Team], *, may_write: bool) -> TemplatesPage:
    """One query."""
    return TemplatesPage(
        team=team,
        switch=switch(team, teams, PAGE),
        templates=[template_on_page(one, may_write=may_write) for one in templates_of(team.pk)],
        may_write=may_write,
    )


def template_on_page(template: VisitTemplate, *, may_write: bool) -> TemplateOnPage:
    usual = minutes(template.minutes) if template.minutes else ""
    said = (template.get_kind_display(), template.get_place_display(), usual)
    return TemplateOnPage(
        name=template.name,
        meta=" · ".join(filter(None, said)),
        prompts=[line for line in template.note.splitlines() if line.strip()],
        is_active=template.is_active,
        url=reverse("staff:contacts:template_edit", args=[template.pk]) if may_write else "",
    )
