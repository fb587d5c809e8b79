"""A constructed cohort whose answers are known, worked out by textbook formulas and by hand.

It knows the case file's format as a stranger does, from docs/generated/case_file.md, and shares no
code with the product. Run it, and it writes docs/examples/evaluering.
"""

import csv
import io
import json
from collections import Counter
from itertools import product
from math import erfc, sqrt
from pathlib import Path
from statistics import mean, stdev

FOLDER = Path(__file__).parents[3] / "docs/examples/evaluering"
NUMBER = 60
HIDDEN = "HIDDEN"
# Up to so many who moved Wilcoxon's test is exact: always, and where no two moved equally far.
FEW, MANY = 13, 50
# Student's t, 97.5 %, from a printed table, by degrees of freedom.
T = {9: 2.262157, 39: 2.022691, 47: 2.011741, 59: 2.000995}
VUM = [
    "mental_function",
    "physical_function",
    "social_problem",
    "mobility",
    "self_care",
    "communication",
    "practical_tasks",
    "community_life",
    "social_life",
    "health",
    "surroundings",
]
STEPS = [
    "practical_tasks",
    "economy",
    "social_relations",
    "mental_strain",
    "work_and_education",
    "healthy_life",
]
VALUES = ("recovery", "empowerment", "social_inclusion")
ELEMENTS = [
    "tailored",
    "intensive",
    "flexible",
    "outreach",
    "time_unlimited_persistent",
    "interprofessional",
    "coordinated",
]
USES = ("plan_internal", "plan_citizens", "plan_partners", "practice_model")
PRACTICE = [f"{one}_practice" for one in ELEMENTS]
LINES = [
    *(f"{one}_competence" for one in VALUES),
    *(f"{one}_{asked}" for asked in ("why", "competence", "tools") for one in ELEMENTS),
    *PRACTICE,
    *USES,
]
HOUSING = {
    "PUBLIC_HOUSING": 26,
    "YOUTH_HOUSING": 6,
    "PRIVATE_RENT": 8,
    "OWNED": 2,
    "SHELTER": 7,
    "STREET": 5,
    "WITH_OTHERS": 6,
}
AGES = {"18_29": 18, "30_39": 12, "40_49": 15, "50_59": 9, "60_PLUS": 6}
# Before, during, ended: how many of each.
ASSESSED = {
    ("YES", "YES", "ENDED"): 9,
    ("YES", "YES", "ACTIVE"): 9,
    ("NO", "YES", "ENDED"): 5,
    ("NO", "YES", "ACTIVE"): 13,
    ("YES", "NO", "ENDED"): 2,
    ("YES", "NO", "ACTIVE"): 5,
    ("NO", "NO", "ENDED"): 5,
    ("NO", "NO", "ACTIVE"): 7,
    ("", "NO", "ENDED"): 3,
    ("", "NO", "ACTIVE"): 2,
}
REASONS = {"GOALS_REACHED": 9, "MOVED": 7, "OPTED_OUT": 8}
# What moved of functioning, for the forty who were rated twice: how many, and how far.
MOVED = [-1] * 20 + [0] * 12 + [1] * 8
# What moved of INSPIRE-O, for the ten who answered twice: no two alike, so the test is exact.
RECOVERED = [-10, 5, 15, 20, 25, 30, 35, 40, 45, 50]


def spread(numbers):
    """The codes of {code: how many}, one after the other."""
    return [code for code, number in numbers.items() for _ in range(number)]


def cases():
    assessed, housing, ages = spread(ASSESSED), spread(HOUSING), spread(AGES)
    reasons, rows = spread(REASONS), []
    for i, (before, during, status) in enumerate(assessed):
        is_ended = status == "ENDED"
        row = {
            "case": f"sag-{i:02}",
            "citizen": f"borger-{i % 55:02}",
            "team": "abc"[0 if i < 25 else 1 if i < 45 else 2],
            "started": "2020-11",
            "ended": "2022-02" if is_ended else "",
            "status": status,
            "ending_reason": reasons.pop() if is_ended else "",
            "next_support": ("SEL_85" if i % 2 else "NONE") if is_ended else "",
            "holds": int(i < 15),
            "gender": "MAN" if i < 36 else "WOMAN",
            "age": ages[i],
            "housing": housing[i],
            "housing_after": "",
            "earlier_efforts": "SEL_85 SEL_110" if i < 22 else "SEL_99" if i < 38 else "NONE",
            "present_efforts": "",
            "diagnosis": "YES" if i < 33 else "NO" if i < 48 else "UNKNOWN",
            "criteria_met": "6" if i < 30 else "5",
            "social_before": before,
            "social_during": during,
            "health_before": "",
            "health_during": "",
        }
        rows.append({**row, **measured(i), **practised(i), "register_income": 100_000 + 1000 * i})
    return rows


def measured(i):
    row = {"vum_before": "", "vum_after": "", "inspire_before": "", "inspire_after": ""}
    for one in VUM:
        row[f"vum_{one}_before"] = 2 if i < 50 else ""
        row[f"vum_{one}_after"] = 2 + MOVED[i] if i < 40 else ""
    row["inspire_o_before"] = 30 if i < 10 else ""
    row["inspire_o_after"] = 30 + RECOVERED[i] if i < 10 else ""
    row["gse_before"] = 20 + i % 3 if i < 48 else ""
    row["gse_after"] = 20 + i % 3 + (i % 2) if i < 48 else ""
    row["inspire_after"] = 60 if i < 20 else 75 if i < 40 else ""
    for one in STEPS:
        few = one == "economy"
        row[f"progression_{one}_before"] = 1 + i % 2 if i < (57 if few else 40) else ""
        row[f"progression_{one}_after"] = 1 + (i % 4 > 0) if i < (57 if few else 40) else ""
    return {**row, "inspire_o_words": "", "gse_words": "", "inspire_words": ""}


def practised(i):
    return {
        "weeks": 50,
        "contacts": 120,
        "met": 100,
        "minutes": 5000,
        "met_outside": 80,
        "accompanied": 10 + i % 2,
        "staff_met": 3,
        "functions_met": 3 if i < 40 else 2,
        "intensity_changes": i % 3,
        "plan": "YES" if i < 54 else "NO",
        "wishes": 2,
        "goals": 4,
        "sub_goals": 8,
        "sub_goals_reached": i % 5,
        "plan_meetings": 3,
        "network_meetings": 1,
        "plan_shared": "YES" if i < 20 else "NO",
        "partner_wrote": "YES" if i < 3 else "NO",
        "stance": "AGREES" if i < 40 else "DISAGREES" if i < 50 else "",
        "part": "GOAL_WORK" if i < 30 else "ENGAGEMENT",
        "moves": 2,
    }


def teams():
    money = {"a": (1_200_000, 15), "b": (1_800_000, 16), "c": (900_000, 8)}
    rows = []
    for place, (team, (cost, places)) in enumerate(money.items()):
        row = {
            "team": team,
            "name": f"Kommune {place + 1}",
            "method": "M_ACT",
            "from_month": "2020-10",
            "until_month": "2022-06",
            "referred": 30,
            "matched": 20,
            "lighter": 6,
            "not_now": 4,
            "functions_covered": 3 if place else 2,
            "coordinator": "YES",
            "agreements": place,
            "steering_group": "",
            "places": places,
            "hours": 80,
            "coordination_hours": 7,
            "cost": cost,
            "start_up_cost": 50_000,
            "price_year": 2022,
            "believed_n": 5,
        }
        row |= {f"believed_{one}": 5 - place for one in LINES}
        row |= {f"logged_{one}": 4 - place for one in (*PRACTICE, *USES)}
        rows.append(row)
    return rows


def signed_ranks(moved):
    """Wilcoxon's p and the rank-biserial correlation, those who did not move left out."""
    known = sorted((one for one in moved if one), key=abs)
    sizes = [abs(one) for one in known]
    ranks = [mean(p + 1 for p, other in enumerate(sizes) if other == one) for one in sizes]
    m, every = len(known), len(known) * (len(known) + 1) / 2
    upwards = sum(rank for rank, one in zip(ranks, known, strict=True) if one > 0)
    if m <= FEW or (len(set(sizes)) == m <= MANY):
        extreme = min(upwards, every - upwards)
        fits = sum(
            sum(rank for rank, sign in zip(ranks, signs, strict=True) if sign) <= extreme
            for signs in product((0, 1), repeat=m)
        )
        return min(1.0, 2 * fits / 2**m), 2 * upwards / every - 1
    ties = sum(number**3 - number for number in Counter(sizes).values())
    deviation = sqrt(m * (m + 1) * (2 * m + 1) / 24 - ties / 48)
    return erfc(abs(upwards - every / 2) / deviation / sqrt(2)), 2 * upwards / every - 1


def changed(before, after):
    """What a row of before and after is to say, one cell after the other."""
    moved = [b - a for a, b in zip(before, after, strict=True)]
    n, change, sd = len(moved), mean(moved), stdev(moved)
    reach = T[n - 1] * sd / sqrt(n)
    p, rank = signed_ranks(moved)
    ends = [mean(before), mean(after), change, sd, change - reach, change + reach]
    return [n, *ends, p, change / sd, rank, NUMBER - n]


def share(number, whole=NUMBER):
    return [number, round(100 * number / whole, 1)]


def answers():
    """What the report is to say, by table and row; HIDDEN where a cell is to be hidden."""
    return {
        **of_cohort(),
        **of_people(),
        **of_results(),
        **of_practice(),
        **of_endings(),
        **of_teams(),
    }


def of_cohort():
    return {
        "SIZES": {"CASES": [60], "CITIZENS": [55], "AGAIN": [5]},
        "STATUS": {"ACTIVE": share(36), "ON_HOLD": share(0), "ENDED": share(24)},
        "BY_TEAM": {"a": share(25), "b": share(20), "c": share(15)},
        "FLOW": {
            "REFERRED": share(90, 90),
            "MATCHED": share(60, 90),
            "LIGHTER": share(18, 90),
            "NOT_NOW": share(12, 90),
            "PENDING": share(0, 90),
        },
    }


def of_people():
    income = [100_000 + 1000 * i for i in range(NUMBER)]
    homes = {code: share(number) for code, number in HOUSING.items()}
    return {
        "GENDER": {"MAN": share(36), "WOMAN": share(24)},
        "AGE": {code: share(number) for code, number in AGES.items()},
        "HOUSING": {
            **homes,
            "OWN_HOME": share(42),
            "HOMELESS": share(18),
            "OWNED": [HIDDEN, HIDDEN],
            "YOUTH_HOUSING": [HIDDEN, HIDDEN],
            "SHARED_HOUSING": share(0),
        },
        "EARLIER": {
            "SEL_85": share(22),
            "SEL_110": share(22),
            "SEL_99": share(16),
            "PSYCHIATRY": share(0),
            "NO_CODE": share(22),
        },
        "DIAGNOSIS": {"YES": share(33), "NO": share(15), "UNKNOWN": share(12)},
        "CRITERIA": {"CRITERIA": [60, 5.5, stdev([6] * 30 + [5] * 30)]},
        "FUNCTIONING_AT_START": {f"vum_{one}": [50, 2, 0] for one in VUM},
        "REGISTER_MEANS": {"register_income": [60, mean(income), stdev(income)]},
    }


def of_results():
    vum = changed([2] * 40, [2 + one for one in MOVED])
    gse = [20 + i % 3 for i in range(48)]
    steps = changed([1 + i % 2 for i in range(40)], [1 + (i % 4 > 0) for i in range(40)])
    coarse = [HIDDEN, 1.5, 1.7, 0.2, HIDDEN, 0.1, 0.4, *[HIDDEN] * 4]
    return {
        "FUNCTIONING": {f"vum_{one}": vum for one in VUM},
        "RECOVERY": {
            "inspire_o": changed([30] * 10, [30 + one for one in RECOVERED]),
            "gse": changed(gse, [one + i % 2 for i, one in enumerate(gse)]),
        },
        "PROGRESSION": {
            "progression_practical_tasks": steps,
            "progression_economy": coarse,
        },
        "POSITIVE": {
            "progression_practical_tasks": [40, 50, 75],
            "progression_economy": [HIDDEN] * 3,
            "progression_mental_strain": [40, 0, 0],
        },
        "MEASURED": {
            "vum_health": [40, 10, 0, 10],
            "gse": [48, 0, 0, 12],
            "progression_economy": [HIDDEN, 0, 0, HIDDEN],
        },
        "INSPIRE": {"INSPIRE": [40, 67.5, stdev([60] * 20 + [75] * 20)]},
    }


def of_practice():
    return {
        "PLAN": {"PLAN": share(54), "SHARED": share(20), "PARTNER_WROTE": [HIDDEN, HIDDEN]},
        "STANCE": {"AGREES": share(40), "DISAGREES": share(10), "NOT_SAID": share(10)},
        "ELEMENTS": {
            "met_a_week": [60, 2, 0],
            "minutes_a_week": [60, 100, 0],
            "outside": [60, 80, 0],
            "tries": [60, 1.2, 0],
        },
        "ACROSS_GROUPS": {"SEVERAL_AREAS": share(50)},
        "VARYING_NEED": {"CHANGED": share(40), "HELD": share(15)},
    }


def of_endings():
    return {
        "SOCIAL_ASSESSED": {
            "BEFORE_YES": share(25),
            "BEFORE_NO": share(30),
            "BEFORE_UNKNOWN": share(5),
            "DURING_YES": share(36),
            "DURING_NO": share(24),
            "NOT_DURING_NO": share(12),
            "NOT_DURING_YES": share(7),
            "NOT_DURING_UNKNOWN": share(5),
            "NOT_DURING_GOING": share(14),
            "NOT_DURING_ENDED": share(10),
            "EITHER": share(43),
        },
        "REASONS": {code: share(number, 24) for code, number in REASONS.items()},
        "MONTHS": {"ENDED": [24, 15, 0], "GOING": [36, 19, 0]},
    }


def of_teams():
    return {
        "BELIEVED_VALUES": {"recovery_competence": [3, 4]},
        "ELEMENTS_DONE": {one: [3, 4, 3, 3, 1] for one in PRACTICE},
        "USES": {one: [3, 4, 3, 3, 1] for one in USES},
        "COMPOSITION": {"FUNCTIONS": [2, 3], "COORDINATOR": [3, 3], "AGREEMENTS": [2, 3]},
        "COSTS": {"a": [1_200_000, 15, 80_000, 80, 50_000, 2022], "MEAN": [1_300_000, 13, 100_000]},
    }


def as_csv(rows):
    into = io.StringIO()
    writer = csv.DictWriter(into, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return into.getvalue()


def files():
    """The files by name."""
    return {
        "cases.csv": as_csv(cases()),
        "teams.csv": as_csv(teams()),
        "answers.json": json.dumps(answers(), indent=1) + "\n",
    }


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text)
