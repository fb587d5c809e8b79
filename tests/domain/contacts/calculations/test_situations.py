"""Situations from the manual, and the follow-up each gives: which, to whom, by when, in what words.

The manual's file has no page numbers; each situation names its section instead.
"""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.contacts.calculations.persistence import situations
from hjemmebane.domain.method.content.persistence import Rule
from tests.factories.persistence import (
    BO,
    CARL,
    IDA,
    RULES,
    TODAY,
    ago,
    agreed,
    asked_others,
    declined,
    event,
    met,
    pause,
    record,
    stay,
    team,
    tried,
)

SLOT = ("LETTER_SLOT", "Lægger en seddel i brevsprækken")
KNOCK = ("KNOCK", "Banker på – det er i orden ikke at åbne")
WINDOW = ("LIGHT_IN_WINDOW", "Ser efter lys i vinduet")
SMS = ("SMS", "Sender en sms")
OWN_WAY = "Sms først; bank på tirsdag; det er ok ikke at åbne."
DEFAULT = {rule: RULES[rule].suggestion for rule in Rule}
MET_TEN_DAYS_AGO = "I mødtes sidst 23. maj 2025"

# id: (section, the record, what is expected: rule, who, due in days, why, suggestion)
ONE = {
    "longer than the week the method counts on": (
        "§ 6.5",
        record(met(10)),
        (
            Rule.CONTACT_GAP,
            IDA,
            0,
            f"{MET_TEN_DAYS_AGO}. Det er mere end de 7 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "never met since the course began": (
        "§ 6.4",
        record(started_on=ago(8)),
        (
            Rule.CONTACT_GAP,
            IDA,
            0,
            (
                "I har ikke mødtes, siden forløbet begyndte 25. maj 2025."
                " Det er mere end de 7 dage, I regner med."
            ),
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "twice a week was agreed": (
        "§ 6.2",
        record(met(5), weekly=Decimal(2)),
        (
            Rule.CONTACT_GAP,
            IDA,
            0,
            "I mødtes sidst 28. maj 2025. Det er mere end de 4 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "low intensity: every other week has passed": (
        "§ 6.5",
        record(met(15), weekly=Decimal("0.5")),
        (
            Rule.CONTACT_GAP,
            IDA,
            0,
            "I mødtes sidst 18. maj 2025. Det er mere end de 14 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "the citizen's own figure goes before the intensity": (
        "§ 6.1",
        record(met(4), weekly=Decimal("0.5"), agreement=agreed(days_between=3)),
        (
            Rule.CONTACT_GAP,
            IDA,
            0,
            "I mødtes sidst 29. maj 2025. Det er mere end de 3 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "an appointment far ahead is not the next step": (
        "§ 6.2",
        record(met(10), coming_on=TODAY + dt.timedelta(days=9)),
        (
            Rule.CONTACT_GAP,
            IDA,
            0,
            f"{MET_TEN_DAYS_AGO}. Det er mere end de 7 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "the primary contact is away: who knows the citizen best": (
        "§ 6.2",
        record(met(12, CARL), met(10, CARL), team=team(IDA)),
        (
            Rule.CONTACT_GAP,
            CARL,
            0,
            f"{MET_TEN_DAYS_AGO}. Det er mere end de 7 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "no primary contact: the coordinator": (
        "§ 6.7",
        record(met(10), primary=None),
        (
            Rule.CONTACT_GAP,
            BO,
            0,
            f"{MET_TEN_DAYS_AGO}. Det er mere end de 7 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "nobody is there: the whole team": (
        "§ 6.3",
        record(met(10), team=team(IDA, BO, CARL)),
        (
            Rule.CONTACT_GAP,
            None,
            0,
            f"{MET_TEN_DAYS_AGO}. Det er mere end de 7 dage, I regner med.",
            DEFAULT[Rule.CONTACT_GAP],
        ),
    ),
    "did not come to what was agreed yesterday": (
        "§ 6.3",
        record(met(5), missed=event(1)),
        (
            Rule.MISSED,
            IDA,
            0,
            "Aftalen 1. juni 2025 blev ikke til noget, og I har ikke mødtes siden.",
            DEFAULT[Rule.MISSED],
        ),
    ),
    "did not come today: tomorrow": (
        "§ 6.3",
        record(met(5), missed=event(0)),
        (
            Rule.MISSED,
            IDA,
            1,
            "Aftalen 2. juni 2025 blev ikke til noget, og I har ikke mødtes siden.",
            DEFAULT[Rule.MISSED],
        ),
    ),
    "did not come, and was tried since": (
        "§ 6.5",
        record(met(5), tried(0), missed=event(1)),
        (
            Rule.MISSED,
            IDA,
            3,
            "Aftalen 1. juni 2025 blev ikke til noget, og I har ikke mødtes siden.",
            DEFAULT[Rule.MISSED],
        ),
    ),
    "withdraws: nothing agreed": (
        "§ 6.5",
        record(met(10), tried(4), tried(2)),
        (
            Rule.TRY_AGAIN,
            IDA,
            1,
            f"{MET_TEN_DAYS_AGO}. Siden er der 2 forsøg, hvor I ikke mødtes.",
            DEFAULT[Rule.TRY_AGAIN],
        ),
    ),
    "withdraws: what the citizen said they want": (
        "§ 6.2",
        record(met(10), tried(4), tried(2), agreement=agreed(how=OWN_WAY, steps=(SMS, KNOCK))),
        (
            Rule.TRY_AGAIN,
            IDA,
            1,
            f"{MET_TEN_DAYS_AGO}. Siden er der 2 forsøg, hvor I ikke mødtes.",
            OWN_WAY,
        ),
    ),
    "withdraws: the first agreed way": (
        "§ 6.2",
        record(met(10), tried(4), tried(2, BO), agreement=agreed(steps=(SMS, SLOT))),
        (
            Rule.TRY_AGAIN,
            IDA,
            1,
            f"{MET_TEN_DAYS_AGO}. Siden er der 2 forsøg, hvor I ikke mødtes.",
            "I har aftalt: Sender en sms.",
        ),
    ),
    "withdraws: the next agreed way": (
        "§ 6.2",
        record(
            met(10),
            tried(4),
            tried(3, BO),
            tried(2),
            asked_others(2),
            agreement=agreed(steps=(SMS, SLOT)),
        ),
        (
            Rule.TRY_AGAIN,
            IDA,
            1,
            f"{MET_TEN_DAYS_AGO}. Siden er der 3 forsøg, hvor I ikke mødtes.",
            "I har aftalt: Lægger en seddel i brevsprækken.",
        ),
    ),
    "the citizen would rather see nobody for a week: still knock": (
        "§ 6.5",
        record(met(6), declined(5), declined(3), agreement=agreed(steps=(KNOCK,))),
        (
            Rule.TRY_AGAIN,
            IDA,
            0,
            "I mødtes sidst 27. maj 2025. Siden er der 2 forsøg, hvor I ikke mødtes.",
            "I har aftalt: Banker på – det er i orden ikke at åbne.",
        ),
    ),
    "tried today: in three days": (
        "§ 6.5",
        record(met(10), tried(3), tried(0)),
        (
            Rule.TRY_AGAIN,
            IDA,
            3,
            f"{MET_TEN_DAYS_AGO}. Siden er der 2 forsøg, hvor I ikke mødtes.",
            DEFAULT[Rule.TRY_AGAIN],
        ),
    ),
    "one alone has tried: a colleague": (
        "§ 6.5",
        record(met(20, BO), met(10), tried(6), tried(4), tried(3), asked_others(2)),
        (
            Rule.OTHER_FACE,
            BO,
            0,
            f"{MET_TEN_DAYS_AGO}. Ida har været alene om 3 forsøg.",
            DEFAULT[Rule.OTHER_FACE],
        ),
    ),
    "one alone, in the citizen's own way": (
        "§ 6.5",
        record(
            met(10), tried(6), tried(4), tried(3), asked_others(2), agreement=agreed(how=OWN_WAY)
        ),
        (
            Rule.OTHER_FACE,
            BO,
            0,
            f"{MET_TEN_DAYS_AGO}. Ida har været alene om 3 forsøg.",
            f"{DEFAULT[Rule.OTHER_FACE]} {OWN_WAY}",
        ),
    ),
    "one alone, sooner because the citizen said so": (
        "§ 6.5",
        record(met(10), tried(2), agreement=agreed(tries_alone=1)),
        (
            Rule.OTHER_FACE,
            BO,
            0,
            f"{MET_TEN_DAYS_AGO}. Ida har været alene om 1 forsøg.",
            DEFAULT[Rule.OTHER_FACE],
        ),
    ),
    "the citizen can take two: the other whom they know": (
        "§ 6.2",
        record(
            met(20, CARL),
            met(10),
            tried(6),
            tried(4),
            tried(3),
            asked_others(2),
            agreement=agreed(most_people=2),
        ),
        (
            Rule.OTHER_FACE,
            CARL,
            0,
            f"{MET_TEN_DAYS_AGO}. Ida har været alene om 3 forsøg.",
            DEFAULT[Rule.OTHER_FACE],
        ),
    ),
    "there is nobody else: try again": (
        "§ 6.5",
        record(met(10), tried(6), tried(4), tried(3), asked_others(2), team=team(but=(BO, CARL))),
        (
            Rule.TRY_AGAIN,
            IDA,
            0,
            f"{MET_TEN_DAYS_AGO}. Siden er der 3 forsøg, hvor I ikke mødtes.",
            DEFAULT[Rule.TRY_AGAIN],
        ),
    ),
    "no light in the window for two weeks": (
        "§ 6.5",
        record(met(15), tried(9), tried(4, BO), agreement=agreed(steps=(SMS, WINDOW))),
        (
            Rule.SIGN_OF_LIFE,
            IDA,
            0,
            "Sidste livstegn er fra 18. maj 2025. Siden I mødtes, er der 2 forsøg.",
            "I har aftalt: Ser efter lys i vinduet.",
        ),
    ),
    "a sign of life by text was agreed after three days": (
        "§ 6.5",
        record(
            met(4),
            tried(2),
            agreement=agreed(
                sign_of_life_days=3, steps=(("SIGN_OF_LIFE", "Beder om et livstegn"),)
            ),
        ),
        (
            Rule.SIGN_OF_LIFE,
            IDA,
            0,
            "Sidste livstegn er fra 29. maj 2025. Siden I mødtes, er der 1 forsøg.",
            "I har aftalt: Beder om et livstegn.",
        ),
    ),
    "no sign of life since before the course": (
        "§ 6.5",
        record(tried(5), started_on=ago(20)),
        (
            Rule.SIGN_OF_LIFE,
            IDA,
            0,
            (
                "Sidste livstegn er fra før forløbet begyndte 13. maj 2025."
                " Siden I mødtes, er der 1 forsøg."
            ),
            DEFAULT[Rule.SIGN_OF_LIFE],
        ),
    ),
    "saying no is a sign of life": (
        "§ 6.5",
        record(met(20), tried(9), declined(3)),
        (
            Rule.TRY_AGAIN,
            IDA,
            0,
            "I mødtes sidst 13. maj 2025. Siden er der 2 forsøg, hvor I ikke mødtes.",
            DEFAULT[Rule.TRY_AGAIN],
        ),
    ),
    "admitted: who keeps contact": (
        "§ 6.5",
        record(met(20), stay=stay(8)),
        (
            Rule.AWAY,
            IDA,
            1,
            (
                "Borgeren har været indlagt siden 25. maj 2025,"
                " og det er mere end 7 dage siden, I havde kontakt."
            ),
            DEFAULT[Rule.AWAY],
        ),
    ),
    "in prison: as the citizen wished": (
        "§ 6.5",
        record(
            met(20),
            stay=stay(12, "i fængsel"),
            agreement=agreed(away_how="Bo ringer om søndagen og betaler huslejen."),
        ),
        (
            Rule.AWAY,
            IDA,
            0,
            (
                "Borgeren har været i fængsel siden 21. maj 2025,"
                " og det er mere end 7 dage siden, I havde kontakt."
            ),
            "Bo ringer om søndagen og betaler huslejen.",
        ),
    ),
    "admitted, and the ward was called long ago": (
        "§ 6.5",
        record(asked_others(9), stay=stay(20)),
        (
            Rule.AWAY,
            IDA,
            0,
            (
                "Borgeren har været indlagt siden 13. maj 2025,"
                " og det er mere end 7 dage siden, I havde kontakt."
            ),
            DEFAULT[Rule.AWAY],
        ),
    ),
    "on hold: contact as agreed": (
        "§ 6.2",
        record(met(40), pause=pause(20, 30, "En sms hver fredag")),
        (
            Rule.ON_HOLD,
            IDA,
            1,
            (
                "Forløbet har været i bero siden 13. maj 2025,"
                " og det er mere end 14 dage siden, I havde kontakt."
            ),
            "En sms hver fredag",
        ),
    ),
    "the day to look at the hold again comes near": (
        "§ 6.5",
        record(met(2), pause=pause(20, 2, "En sms hver fredag")),
        (
            Rule.HOLD_REVIEW,
            IDA,
            2,
            "I har aftalt at se på pausen igen 4. juni 2025.",
            DEFAULT[Rule.HOLD_REVIEW],
        ),
    ),
    "the day to look at the hold again has gone": (
        "§ 6.5",
        record(met(2), pause=pause(40, -5)),
        (
            Rule.HOLD_REVIEW,
            IDA,
            0,
            "I har aftalt at se på pausen igen 28. maj 2025.",
            DEFAULT[Rule.HOLD_REVIEW],
        ),
    ),
    "a red light nobody has answered": (
        "Bilag C",
        record(met(3), red=event(1)),
        (
            Rule.RED_LIGHT,
            IDA,
            0,
            "Lyset blev rødt 1. juni 2025, og I har ikke mødtes siden.",
            DEFAULT[Rule.RED_LIGHT],
        ),
    ),
    "a red light today": (
        "Bilag C",
        record(met(3), red=event(0)),
        (
            Rule.RED_LIGHT,
            IDA,
            1,
            "Lyset blev rødt 2. juni 2025, og I har ikke mødtes siden.",
            DEFAULT[Rule.RED_LIGHT],
        ),
    ),
    "a long time in prison: talk of a pause": (
        "§ 6.5",
        record(met(3), stay=stay(61, "i fængsel")),
        (
            Rule.LONG_AWAY,
            BO,
            6,
            "Borgeren har været i fængsel siden 2. april 2025.",
            DEFAULT[Rule.LONG_AWAY],
        ),
    ),
}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [(facts, expected) for _, facts, expected in ONE.values()],
    ids=[f"{section} {name}".replace(" ", "_") for name, (section, *_) in ONE.items()],
)
def test_situation_of_the_manual(facts, expected):
    [found] = situations(facts, RULES, today=TODAY)

    days = (found.due_on - TODAY).days
    assert (found.rule, found.to, days, found.why, found.suggestion) == expected


QUIET = {
    "met this week (§ 6.2)": record(met(7)),
    "the next appointment is the day after tomorrow (§ 6.2)": record(
        met(10), coming_on=TODAY + dt.timedelta(days=2)
    ),
    "missed, and met since (§ 6.3)": record(met(1), missed=event(3)),
    "one attempt is no withdrawal (§ 6.5)": record(met(5), tried(1)),
    "the ward was called this week (§ 6.5)": record(met(30), asked_others(5), stay=stay(20)),
    "on hold and in touch as agreed (§ 6.2)": record(met(10), pause=pause(60, 30)),
    "red, and met since (Bilag C)": record(met(0), red=event(1)),
    "low intensity within what was agreed (§ 6.5)": record(met(13), weekly=Decimal("0.5")),
    "the course has ended (§ 6.5)": record(met(100), is_over=True),
}


@pytest.mark.parametrize("facts", QUIET.values(), ids=[name.replace(" ", "_") for name in QUIET])
def test_situation_that_needs_nothing(facts):
    assert situations(facts, RULES, today=TODAY) == []


def test_withdrawal_asks_for_another_face_and_for_those_outside_the_team():
    """§ 6.5 and § 6.6: two things, said once each, to two people."""
    facts = record(
        met(12), tried(8), tried(6), tried(4), agreement=agreed(partners_tell="Værestedet ringer.")
    )

    found = situations(facts, RULES, today=TODAY)

    assert [(one.rule, one.to, one.suggestion) for one in found] == [
        (Rule.OTHER_FACE, BO, DEFAULT[Rule.OTHER_FACE]),
        (Rule.PARTNERS, BO, "Værestedet ringer."),
    ]


def test_table_is_as_long_as_was_promised():
    assert len(ONE) + len(QUIET) >= 30
