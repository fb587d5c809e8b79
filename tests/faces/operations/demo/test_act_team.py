"""The fourth team of the demo: ninety citizens of a full ACT team, with life in every page."""

import datetime as dt
from collections import Counter

from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.contacts.models import Contact, TrafficLightObservation
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.queries import items_of, meeting_title, meetings_of
from hjemmebane.domain.practice.queries import placements_now
from hjemmebane.domain.teams.queries import members_of, uncovered_functions
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of, now, today
from tests.faces.operations.demo.test_filling import actor, own_team

LATELY = dt.timedelta(days=28)


def test_ninety_citizens_share_twelve_of_six_functions(demo_db):
    with acting(actor("koordinator4")):
        team = own_team("koordinator4")
        members = list(members_of([team.pk], today()))

        assert team.method_pack == "act"
        assert open_courses(team.pk).count() == 90
        assert len(members) == 12
        assert uncovered_functions(team, members) == []
        assert any(one.profession.startswith("Peer") for one in members)


def test_they_are_met_in_many_places_by_many_people(demo_db):
    with acting(actor("koordinator4")):
        contacts = Contact.objects.filter(started_at__gt=now() - LATELY)
        met = contacts.filter(outcome=Outcome.MET)
        seen = Counter(met.values_list("place", flat=True))

        assert {place for place, count in seen.items() if count > 5} >= {
            Place.HOME,
            Place.OUTDOORS,
            Place.DROP_IN,
            Place.OFFICE,
            Place.PARTNER,
        }
        assert contacts.filter(kind=ContactKind.NETWORK).count() > 10
        assert contacts.filter(outcome=Outcome.NOT_MET).exists()
        assert len(set(met.values_list("staff__staff_member", flat=True))) == 12
        assert met.count() > 400


def test_they_stand_in_all_five_parts(demo_db):
    with acting(actor("koordinator4")):
        courses = [course.pk for course in open_courses(own_team("koordinator4").pk)]
        parts = {one.part for one in placements_now(courses).values()}

        assert parts == {"ENGAGE", "ASSESS", "INTEGRATED", "EVERYDAY", "LIGHTER"}
        assert TrafficLightObservation.objects.count() > 20


def test_everybody_is_named_every_morning(demo_db):
    with acting(actor("koordinator4")):
        held = [
            one
            for one in meetings_of(own_team("koordinator4").pk)
            if meeting_title(one) == "Dagligt teammøde"
        ]
        assert len(held) == 6
        assert len({day_of(one.opened_at) for one in held}) == 6
        newest = items_of(held[0].pk)
        assert newest.filter(taken_up_at__isnull=True).count() == 0
