"""The day that the fake service gives out, with words that are easy to find again."""

import datetime as dt

from hjemmebane.foundation.clock import now

IDA = {"id": "11111111-1111-4111-8111-111111111111", "name": "Ida Idasen"}
BO = {"id": "22222222-2222-4222-8222-222222222222", "name": "Bo Bosen"}
STAFF = "33333333-3333-4333-8333-333333333333"
KIM = "44444444-4444-4444-8444-444444444444"
SOFIE = "55555555-5555-4555-8555-555555555555"
STEP = "66666666-6666-4666-8666-666666666666"
TASK = "77777777-7777-4777-8777-777777777777"
MATE = "88888888-8888-4888-8888-888888888888"

# Words that may never be found on the device.
SECRETS = (
    "Kim Klarsen",
    "Sofie Skjult",
    "Ida Idasen",
    "40302010",
    "Vestergade 12",
    "Hemmelig Gade 7",
    "Ringer helst om morgenen",
    "Talte om søsteren",
    "Sover dårligt",
    "Gå tur i parken",
    "Ring til lægen",
)


def pack() -> dict[str, object]:
    """Kim, whom Ida sees today, and Sofie with a protected address."""
    start = (now() - dt.timedelta(minutes=30)).replace(microsecond=0)
    return {
        "made_at": now().isoformat(),
        "clock": now().isoformat(),
        "keep_hours": 12,
        "user": IDA,
        "staff_id": STAFF,
        "colleagues": [{"id": MATE, "name": "Bo Bosen", "team": "Team Vest"}],
        "templates": [
            {
                "id": MATE,
                "name": "Kort snak",
                "note": "En kort snak i døren.",
                "kind": "VISIT",
                "place": "HOME",
                "minutes": None,
            }
        ],
        "citizens": [citizen(KIM, "Kim Klarsen"), citizen(SOFIE, "Sofie Skjult", hidden=True)],
        "appointments": [
            {
                "id": "99999999-9999-4999-8999-999999999999",
                "citizen": KIM,
                "starts_at": start.isoformat(),
                "ends_at": (start + dt.timedelta(minutes=45)).isoformat(),
                "what": "Hjemmebesøg",
                "place": "Hjemme",
                "place_code": "HOME",
                "kind": "VISIT",
                "with": ["Bo Bosen"],
            }
        ],
    }


def citizen(key: str, name: str, *, hidden: bool = False) -> dict[str, object]:
    return {
        "id": key,
        "name": name,
        "short": name.split(maxsplit=1)[0],
        "phone": "40302010",
        "protected": hidden,
        "address": None if hidden else "Vestergade 12",
        "agreement": {
            "ways": "Ringer helst om morgenen",
            "times": "",
            "withdrawn": "Sms, og kom igen næste dag",
            "most_people": 3,
        },
        "summaries": [{"on": "2026-11-20", "kind": "Besøg", "text": "Talte om søsteren"}],
        "steps": [{"id": STEP, "what": "Gå tur i parken"}],
        "lights": {
            "agreement": {
                "YELLOW": {
                    "signs": [{"id": STEP, "text": "Sover dårligt"}],
                    "actions": [{"id": TASK, "text": "Aftalte besøg i morgen"}],
                }
            }
        },
        "tasks": [{"id": TASK, "what": "Ring til lægen", "due_on": "2026-11-30", "version": 2}],
    }
