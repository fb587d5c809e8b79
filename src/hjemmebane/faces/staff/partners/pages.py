"""The partners of a municipality in words: who they are, whom to call, and what is agreed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.partners.choices import AgreementStatus
from hjemmebane.domain.partners.models import (
    CollaborationAgreement,
    PartnerOrganisation,
    PartnerPerson,
)
from hjemmebane.domain.partners.queries import (
    function_lines,
    function_of,
    organisations_to_show,
    present_agreement,
)
from hjemmebane.domain.sharing.queries import invitations_unanswered
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.written import written_day

LONG = dt.timedelta(days=7)  # without an answer it is time to call
PAGE, OFFERS = "staff:partners:page", "staff:offers:page"


def parts_of(team: Team, current: str) -> list[Link]:
    """The two pages of Samarbejde."""
    named = (("Samarbejdspartnere", PAGE), ("Tilbud og fællesskaber", OFFERS))
    return [
        Link(label, address_in(team, route), current=route == current) for label, route in named
    ]


@dataclass(frozen=True)
class Tag:
    """A state in a word or two, and how it looks."""

    label: str
    tone: str
    icon: str


@dataclass(frozen=True)
class PersonRow:
    """Somebody to call. gone: since when they are no longer there. waits: since when they have not
    used the way in that they were sent.
    """

    person: PartnerPerson
    gone: str
    waits: str = ""

    @property
    def url(self) -> str:
        return reverse("staff:partners:person_edit", args=[self.person.pk])


@dataclass(frozen=True)
class PartnerOnPage:
    """A partner. people: the team's fixed way in first; those who left come last."""

    organisation: PartnerOrganisation
    people: Sequence[PersonRow]
    agreement: CollaborationAgreement | None
    tag: Tag
    ended: Sequence[CollaborationAgreement]

    @property
    def url(self) -> str:
        return reverse("staff:partners:organisation", args=[self.organisation.pk])

    @property
    def ways_in(self) -> list[PersonRow]:
        """Whom to call first: the resource people, else everybody who is there."""
        there = [one for one in self.people if not one.gone]
        return [one for one in there if one.person.is_resource] or there

    @property
    def days(self) -> list[tuple[str, str]]:
        """The days of the agreement."""
        if self.agreement is None:
            return []
        named = (
            ("Enige siden", self.agreement.agreed_on),
            ("Vi ser på den igen", self.agreement.review_on),
        )
        return [(label, written_day(day)) for label, day in named if day]


@dataclass(frozen=True)
class PartnersPage:
    team: Team
    partners: Sequence[PartnerOnPage]
    switch: Sequence[Link]
    parts: Sequence[Link]

    @property
    def new_url(self) -> str:
        return address_in(self.team, "staff:partners:organisation_new")


def partners_page(team: Team, teams: Sequence[Team], *, today: dt.date) -> PartnersPage:
    """Four queries, whatever the number of partners."""
    found, invited = organisations_to_show([team.municipality_id]), invited_in(team.municipality_id)
    return PartnersPage(
        team=team,
        partners=[partner_on_page(one, invited, today=today) for one in found],
        switch=switch(team, teams, PAGE),
        parts=parts_of(team, PAGE),
    )


def invited_in(municipality_id: UUID) -> dict[UUID | None, dt.date]:
    """The people at partners who have not come for long, and the last day they were asked."""
    waiting = invitations_unanswered([municipality_id], before=now() - LONG)
    return {one.partner_person_id: day_of(one.recorded_at) for one in waiting}


def partner_on_page(
    organisation: PartnerOrganisation, invited: Mapping[UUID | None, dt.date], *, today: dt.date
) -> PartnerOnPage:
    """A partner that came with its people and agreements."""
    agreement = present_agreement(organisation)
    people = [row_of(person, today, invited.get(person.pk)) for person in organisation.people.all()]
    return PartnerOnPage(
        organisation=organisation,
        people=sorted(people, key=lambda row: bool(row.gone)),
        agreement=agreement,
        tag=tag_of(agreement, today),
        ended=[one for one in organisation.agreements.all() if one.status == AgreementStatus.ENDED],
    )


def function_in_words(organisation: PartnerOrganisation, method_pack: str) -> list[tuple[str, str]]:
    """What is written of what a partner is for, in the order of the method's lines."""
    function = function_of(organisation)
    answers: Mapping[str, str] = function.answers if function else {}
    lines = function_lines(method_pack)
    return [(line.title, answers[line.code]) for line in lines if line.code in answers]


def row_of(person: PartnerPerson, today: dt.date, invited_on: dt.date | None) -> PersonRow:
    has_left = person.left_on and person.left_on <= today
    return PersonRow(
        person,
        gone=f"Stoppet {written_day(person.left_on)}" if has_left else "",
        waits=f"Har ikke brugt invitationen fra {written_day(invited_on)}" if invited_on else "",
    )


def tag_of(agreement: CollaborationAgreement | None, today: dt.date) -> Tag:
    """How it stands with the agreement."""
    if agreement is None:
        return Tag("Ingen aftale", "", "info")
    if agreement.status == AgreementStatus.DRAFT:
        return Tag("Aftale på vej", "note", "hourglass")
    if agreement.review_on and agreement.review_on < today:
        return Tag("Aftalen skal ses efter", "warn", "warning")
    return Tag("Aftalen gælder", "good", "check")
