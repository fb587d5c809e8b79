"""Every page there is, at an address with real keys: where it is, who looks, what it is called."""

from tests.journeys.places.citizen import ABOUT_A_CITIZEN, COURSE, ENDINGS
from tests.journeys.places.outside import CITIZENS, PARTNERS
from tests.journeys.places.place import CITIZENS_LOGIN, MEMBER, PARTNER, Demo, Place
from tests.journeys.places.plan import PLAN
from tests.journeys.places.public import PUBLIC
from tests.journeys.places.team import BEFORE_A_COURSE, OF_THE_TEAM, REMINDERS
from tests.journeys.places.together import DOORS, TOGETHER

__all__ = ["CITIZENS_LOGIN", "MAIN", "MEMBER", "NO_PAGES", "PARTNER", "PLACES", "Demo", "Place"]

# Opened by GET, but not a page: `/` only sends people on, the others are files and a plain word.
NO_PAGES = {
    "staff:front",
    # Opened only between the password and the second factor, or on a device handed over:
    # `test_doors.py` looks at them.
    "mfa_authenticate",
    "citizen:doors:take_back",
    # Answered in JSON, for telephones.
    "staff:field:entry",
    "staff:field:pack",
    "staff:field:part",
    "staff:economics:file",
    "staff:economics:scenario_file",
    "staff:economics:published_file",
    "staff:economics:sizing_paper",
    "staff:fidelity:dacts_csv",
    "staff:evaluation:paper",
    "staff:evaluation:spreadsheet",
    "staff:evaluation:data",
    "staff:documents:plan",
    # Felt is one page that is filled in on the phone; `test_felt.py` looks at it.
    "staff:field:shell",
    "staff:field:worker",
    "staff:field:manifest",
    "staff:field:icon",
    "staff:network_meetings:paper",
    "staff:documents:simple_plan",
    "staff:intake:attachment",
    "staff:intake:letter",
    "staff:documents:path",
    "staff:meetings:news",
    "staff:meetings:list_news",
    "staff:meetings:screen_news",
    "staff:documents:team",
    "staff:documents:light",
    "staff:documents:measurements",
    "staff:documents:our_team",
    "staff:documents:figures",
    "staff:documents:sheet",
    "staff:board:paper",
    "staff:fidelity:quarter_paper",
    "staff:fidelity:figures_paper",
    "staff:teams:portrait",
    "staff:voices:recording",
    "staff:attachments:content",
    "partner:citizens:paper",
    "citizen:appointments:portrait",
    "citizen:writing:recording",
    "citizen:paper:plan",
    "citizen:paper:path",
    "api:calendar:feed",
    "public:health",
    "public:icon",
}

MAIN_NAMES = {"today", "board", "overview", "plan", "contact-new"}

# What one opens every day.
MAIN = [place for place in [*OF_THE_TEAM, *ABOUT_A_CITIZEN, *PLAN] if place.name in MAIN_NAMES]
PLACES = [
    *PUBLIC,
    *OF_THE_TEAM,
    *BEFORE_A_COURSE,
    *ABOUT_A_CITIZEN,
    *COURSE,
    *REMINDERS,
    *TOGETHER,
    *DOORS,
    *ENDINGS,
    *PLAN,
    *PARTNERS,
    *CITIZENS,
]
