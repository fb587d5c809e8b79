"""Random histories of consents, read as each partner and as the citizen, against a model in Python.

The model knows nothing of the database: it says from the history alone what each may read. The
database is asked in every guarded table, by the web process' own role, with the reader's token.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hjemmebane.domain.consents.actions import change_consent
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.partners.actions import change_employer
from hjemmebane.domain.sharing.models import Mood
from hjemmebane.domain.sharing.queries import (
    answers_to_me,
    network_meetings_to_come,
    opened_citizens,
)
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.domain.audit.test_row_level_security import GUARDED
from tests.domain.sharing.opened_house import (
    GOALS,
    ORGANISATIONS,
    PEOPLE,
    WORKS_AT,
    House,
    Yes,
    build,
    keys_seen,
    take_back,
)
from tests.factories.cast import HIRED_ON
from tests.factories.sharing import (
    EVERYTHING,
    let_citizen_in,
    let_run_out,
    open_to,
)
from tests.factories.whole_record import fill


# ------------------------------------------------------------------ what the model says
@dataclass(frozen=True)
class Facts:
    """Kim's record as plain rows, read once by the team."""

    tables: dict[str, list[dict[str, object]]]

    def rows(self, table: str) -> list[dict[str, object]]:
        return self.tables.get(table, [])

    def keys(self, table: str, matches: Callable[[dict[str, object]], bool]) -> set[object]:
        return {row["id"] for row in self.rows(table) if matches(row)}


def facts_of(house: House) -> Facts:
    with acting(house.cast.ida.actor):
        tables = {
            table: list(model._default_manager.values())
            for table, model in GUARDED.items()
            if not table.startswith("audit_")
        }
    with acting(Actor.together(house.cast.ida.user.pk, house.cast.kim.citizen.pk)):
        # What Kim keeps to themselves is not the team's to know.
        return Facts(tables | {"sharing_mood": list(Mood.objects.values())})


def expected(house: House, facts: Facts, who: str) -> dict[str, set[object]]:
    """The keys that one of the partners may read in each table."""
    held = [(yes, consent) for yes, consent in house.consents if yes.holds_for(who)]
    staff = {house.partners[name].person.pk: name for name in PEOPLE}
    colleagues = {key for key, name in staff.items() if WORKS_AT[name] == WORKS_AT[who]}
    # A yes to one of them is no yes to what the others do.
    is_for_all = any(yes.person is None for yes, _consent in held)
    mine = colleagues if is_for_all else {house.partners[who].person.pk}
    parts = frozenset().union(*(yes.parts for yes, _consent in held))
    goals = {
        house.goals[name].pk
        for yes, _consent in held
        for name in yes.goals
        if "GOALS" in yes.parts and name != "Noors"
    }
    seen = {}
    named = set(colleagues)
    if held:
        seen, responsible = _of_the_plan(facts, goals, mine, parts)
        seen |= _of_the_days(facts, mine, parts)
        seen |= _told_by(facts, house.partners[who].person.pk)
        seen |= _of_the_team(facts, house)
        kept = {consent.pk for _yes, consent in held}
        seen["consents_consent"] = kept
        seen["consents_consenteditem"] = facts.keys(
            "consents_consenteditem", lambda row: row["consent_id"] in kept
        )
        named |= responsible | ({*staff} if "APPOINTMENTS" in parts else set())
    seen["partners_partnerperson"] = named
    seen["partners_partnerorganisation"] = {
        row["organisation_id"] for row in facts.rows("partners_partnerperson") if row["id"] in named
    }
    return {table: keys for table, keys in seen.items() if keys}


def _of_the_plan(facts, goals, mine, parts):
    links = [row for row in facts.rows("plans_goalwish") if row["goal_id"] in goals]
    activities = [
        row
        for row in facts.rows("plans_planactivity")
        if row["partner_person_id"] in mine or ("ACTIVITIES" in parts and row["goal_id"] in goals)
    ]
    seen = {
        "plans_goal": goals,
        "plans_subgoal": facts.keys("plans_subgoal", lambda row: row["goal_id"] in goals),
        "plans_goalwish": {row["id"] for row in links},
        "plans_wish": {row["wish_id"] for row in links},
        "plans_planactivity": {row["id"] for row in activities},
        "sharing_standpoint": facts.keys(
            "sharing_standpoint",
            lambda row: (
                row["partner_person_id"] in mine
                and row["activity_id"] in {one["id"] for one in activities}
            ),
        ),
    }
    return seen, {row["partner_person_id"] for row in activities} - {None}


def _of_the_days(facts, mine, parts):
    def is_to_come(row):
        return (
            "APPOINTMENTS" in parts
            and row["status"] == "PLANNED"
            and row["starts_at"].date() >= today()
        )

    agreements = sorted(
        facts.rows("courses_contactagreement"), key=lambda row: (row["recorded_at"], row["id"])
    )
    return {
        "contacts_appointment": facts.keys("contacts_appointment", is_to_come),
        "sharing_partnerappointment": facts.keys(
            "sharing_partnerappointment",
            lambda row: row["partner_person_id"] in mine or is_to_come(row),
        ),
        "contacts_message": facts.keys(
            "contacts_message", lambda row: row["partner_person_id"] in mine
        ),
        "courses_contactagreement": {row["id"] for row in agreements[-1:] if "AGREEMENTS" in parts},
        "sharing_mood": facts.keys(
            "sharing_mood",
            lambda row: "MEASUREMENTS" in parts and row["shown_to"] == "SHARED",
        ),
    }


def _told_by(facts, me):
    """Signs of life, and whether one is asked for them: one's own, whoever sits beside."""
    tables = ("contacts_signoflife", "contacts_signrequest")
    return {t: facts.keys(t, lambda row: row["partner_person_id"] == me) for t in tables}


def _of_the_team(facts, house):
    people = {
        row["staff_member_id"]
        for row in facts.rows("teams_teammembership")
        if row["team_id"] == house.cast.team_one.pk
    }
    of_them = {"teams_persona", "teams_portrait"}
    return {
        "teams_team": {house.cast.team_one.pk},
        "teams_staffmember": people,
        **{t: facts.keys(t, lambda row: row["staff_member_id"] in people) for t in of_them},
    }


# ------------------------------------------------------------------ what happens
gives = st.fixed_dictionaries(
    {
        "to": st.sampled_from(ORGANISATIONS),
        "person": st.sampled_from((None, *PEOPLE)),
        "parts": st.sets(st.sampled_from(EVERYTHING), min_size=1),
        "goals": st.sets(st.sampled_from(GOALS)),
        "until": st.sampled_from([None, 0, 1]),
    }
)
histories = st.lists(
    st.one_of(
        st.tuples(st.just("give"), gives),
        st.tuples(st.just("change"), gives),
        st.tuples(st.just("withdraw"), st.integers(0, 5)),
    ),
    min_size=1,
    max_size=7,
)


def live(house: House, history: list[tuple[str, object]]) -> None:
    for verb, what in history:
        if verb == "give":
            give(house, what)
        elif house.consents:
            change(house, what) if verb == "change" else withdraw(house, what)


def terms(house: House, said: dict[str, object], to: str) -> tuple[Yes, dict[str, object]]:
    """The same consent for the model and for the actions; a person works where it is given to."""
    person = said["person"] if WORKS_AT.get(said["person"]) == to else None
    goals = frozenset(said["goals"]) if "GOALS" in said["parts"] else frozenset()
    yes = Yes(to, person, frozenset(said["parts"]), goals, said["until"])
    days = said["until"]
    return yes, {
        "scope": sorted(said["parts"]),
        "person": house.partners[person].person if person else None,
        "until_on": None if days is None else today() + dt.timedelta(days=days),
    }


def give(house: House, said: dict[str, object]) -> None:
    yes, values = terms(house, said, said["to"])
    goals = [house.goals[name].pk for name in said["goals"]]
    organisation = house.organisations[yes.to]
    consent = open_to(organisation, house.cast.kim, house.cast.ida, goals=goals, **values)
    house.consents.append((yes, consent))


def change(house: House, said: dict[str, object]) -> None:
    before, consent = house.consents[-1]
    if before.is_withdrawn:
        return
    yes, values = terms(house, said, before.to)
    ida = house.cast.ida
    with acting(ida.actor):
        changed = change_consent(
            id=new_id(),
            consent=consent,
            values=values,
            goals=[house.goals[name].pk for name in said["goals"]],
            version=consent.version,
            by=ida.actor,
            at=now(),
        )
    before.is_withdrawn = True
    house.consents.append((yes, changed))


def withdraw(house: House, which: int) -> None:
    yes, consent = house.consents[which % len(house.consents)]
    if not yes.is_withdrawn:
        take_back(house, consent)
        yes.is_withdrawn = True


@pytest.fixture
def house(cast):
    return build(cast)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=histories)
def test_partners_read_what_is_open_to_them_and_no_byte_more(house, history):
    with transaction.atomic():
        house.consents.clear()
        live(house, history)
        facts = facts_of(house)
        for who, partner in house.partners.items():
            with acting(partner.actor):
                assert (who, keys_seen()) == (who, expected(house, facts, who))
                assert told_of(opened_citizens()) == expected_to_be_told(house, who)
                assert answers_to_me() == expected_answers(house, facts, who)
                assert meetings_told() == expected_meetings(house, facts, who)
        transaction.set_rollback(True)


def told_of(citizens):
    return [(one.name, one.phone, one.address) for one in citizens]


def expected_to_be_told(house: House, who: str) -> list[tuple[str, str, str]]:
    held = [yes for yes, _consent in house.consents if yes.holds_for(who)]
    if not held:
        return []
    tells = any("CONTACT_INFORMATION" in yes.parts for yes in held)
    return [("Kim Krog", "20 20 20 20", "Skovvej 1") if tells else ("Kim Krog", "", "")]


def expected_answers(house: House, facts: Facts, who: str) -> dict[object, str]:
    """The citizen's last word on each thing that one does oneself, while anything is open."""
    if not any(yes.holds_for(who) for yes, _consent in house.consents):
        return {}
    me = house.partners[who].person.pk
    mine = {
        row["id"]
        for table in ("plans_planactivity", "sharing_partnerappointment")
        for row in facts.rows(table)
        if row["partner_person_id"] == me
    }
    said = sorted(facts.rows("sharing_citizenanswer"), key=lambda r: (r["recorded_at"], r["id"]))
    return {row["item_id"]: row["answer"] for row in said if row["item_id"] in mine}


def meetings_told() -> set[object]:
    return {one.invitation_id for one in network_meetings_to_come()}


def expected_meetings(house: House, facts: Facts, who: str) -> set[object]:
    """The invitations of one's own to what is to come, while anything is open."""
    if not any(yes.holds_for(who) for yes, _consent in house.consents):
        return set()
    me = house.partners[who].person.pk
    coming = {
        row["id"]
        for row in facts.rows("meetings_networkmeeting")
        if row["state"] == "PLANNED" and row["starts_at"].date() >= today()
    }
    return {
        row["id"]
        for row in facts.rows("meetings_networkinvitation")
        if row["partner_person_id"] == me and row["meeting_id"] in coming
    }


# ------------------------------------------------------------------ the citizen
# Rows of the own course; all else about a citizen stays with the team.
CITIZENS_TABLES = (
    *("plans_wish", "plans_goal", "plans_goalwish", "plans_subgoal", "plans_planactivity"),
    *("plans_resource", "plans_reflection", "plans_agreement"),
    *("contacts_appointment", "contacts_appointmentcompanion", "contacts_message"),
    *("courses_primarycontact", "courses_contactagreement"),
    *("sharing_partnerappointment", "sharing_suggestion", "sharing_citizenanswer"),
    *("sharing_story", "sharing_pictogram", "sharing_recording", "sharing_mood"),
    *("contacts_trafficlightagreement", "contacts_lightsign", "contacts_lightaction"),
    *("contacts_reminderagreement", "sharing_ownlight", "measurements_response"),
)
NAMES = {
    "teams_team",
    "teams_staffmember",
    "teams_persona",
    "teams_portrait",
    "partners_partnerperson",
    "partners_partnerorganisation",
}


def expected_of(house: House, facts: Facts) -> dict[str, set[object]]:
    """What Kim reads of their own, names left out."""
    kim = house.cast.kim
    seen = {
        table: facts.keys(table, lambda row: row["course_id"] == kim.course.pk)
        for table in CITIZENS_TABLES
    }
    of_kim = ("consents_consent", "consents_consenteditem")
    seen |= {t: facts.keys(t, lambda row: row["citizen_id"] == kim.citizen.pk) for t in of_kim}
    return {
        **{table: keys for table, keys in seen.items() if keys},
        "courses_course": {kim.course.pk},
        "citizens_citizen": {kim.citizen.pk},
    }


def test_citizen_reads_their_own_and_nobody_elses(house):
    kim, ida = let_citizen_in(house.cast.kim, house.cast.ida), house.cast.ida
    with acting(house.cast.omar.actor):
        fill(house.cast, house.cast.noor, house.cast.omar)
    facts = facts_of(house)
    handed_over = Actor.together(ida.user.pk, house.cast.kim.citizen.pk)
    with acting(kim.actor):
        private = set(Mood.objects.filter(shown_to="ME").values_list("pk", flat=True))
    assert len(private) == 1
    for actor, alone in ((kim.actor, private), (handed_over, set())):
        with acting(actor):
            seen = keys_seen()
        expected_seen = expected_of(house, facts)
        expected_seen["sharing_mood"] |= alone
        assert {t: seen[t] for t in seen if t not in NAMES} == expected_seen
        assert seen["teams_team"] == {house.cast.team_one.pk}
        assert house.cast.omar.staff_member.pk not in seen["teams_staffmember"]
        partners = {one.person.pk for one in house.partners.values()}
        assert partners <= seen["partners_partnerperson"]


def test_device_is_nobodys_when_it_is_not_handed_over_rightly(house):
    cast = house.cast
    with acting(OPERATIONS):
        left = TeamMembership.objects.get(staff_member=cast.bo.staff_member)
        left.save_changes({"until_on": HIRED_ON}, version=left.version)
    for user, citizen in (
        (cast.omar.user.pk, cast.kim.citizen.pk),  # of another team
        (cast.bo.user.pk, cast.kim.citizen.pk),  # left the team
        (cast.mette.user.pk, cast.kim.citizen.pk),  # manages it
        (cast.ida.user.pk, cast.noor.citizen.pk),  # with somebody else's citizen
        (cast.ida.user.pk, new_id()),
        (new_id(), cast.kim.citizen.pk),
    ):
        with acting(Actor.together(user, citizen)):
            assert keys_seen() == {}


def test_closed_login_reads_nothing(house):
    kim = let_citizen_in(house.cast.kim, house.cast.ida)
    guests = [kim.user, house.partners["Lise"].user]
    open_to(house.cast.job_centre, house.cast.kim, house.cast.ida)
    with acting(OPERATIONS):
        User.objects.filter(pk__in=[user.pk for user in guests]).update(is_active=False)
    for user in guests:
        with acting(user.actor):
            assert keys_seen() == {}


def test_partner_who_has_left_reads_nothing(house):
    lise = house.partners["Lise"]
    open_to(house.cast.job_centre, house.cast.kim, house.cast.ida)
    with acting(house.cast.ida.actor):
        lise.person.save_changes({"left_on": today()}, version=lise.person.version)
    with acting(lise.actor):
        assert keys_seen() == {}


def test_partner_with_a_new_employer_leaves_what_was_open_behind(house):
    lise = house.partners["Lise"]
    open_to(house.cast.job_centre, house.cast.kim, house.cast.ida)
    with acting(house.cast.ida.actor):
        change_employer(
            id=new_id(),
            person=lise.person,
            organisation=house.organisations["shelter"],
            version=lise.person.version,
            by=house.cast.ida.actor,
            at=now(),
        )
    with acting(lise.actor):
        assert opened_citizens() == []
        assert "plans_goal" not in keys_seen()
    open_to(house.organisations["shelter"], house.cast.kim, house.cast.ida)
    with acting(lise.actor):
        assert [one.name for one in opened_citizens()] == ["Kim Krog"]


def test_nothing_is_open_when_the_team_has_no_yes(house):
    """A partner's consent rests on the team's, also when that one ran out by itself."""
    open_to(house.cast.job_centre, house.cast.kim, house.cast.ida)
    with acting(house.cast.ida.actor):
        team = Consent.objects.get(citizen=house.cast.kim.citizen, team__isnull=False)
    let_run_out(team, house.cast.ida)
    with acting(house.partners["Lise"].actor):
        assert opened_citizens() == []
        assert {t for t in keys_seen() if not t.startswith("partners_")} == set()
