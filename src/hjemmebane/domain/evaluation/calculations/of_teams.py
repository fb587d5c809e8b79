"""The columns of the teams: one row for each team, its staff in it as figures only."""

from collections.abc import Mapping
from dataclasses import replace

from hjemmebane.domain.evaluation.calculations.columns import (
    YES_NO,
    Column,
    Kind,
    code,
    count,
    month,
    number,
    pseudonym,
)

METHODS = {"M_ACT": "M-ACT", "ACT": "ACT"}
# What a cost is made of: the hours that were there, or those that were planned.
BASES = {
    "ACTUAL": "Teamets timer",
    "ESTIMATED": "Teamets timer, til dels gættet løn",
    "PLANNED": "Som planlagt",
}
ELEMENTS: Mapping[str, str] = {
    "tailored": "Individuelt tilrettelagt",
    "intensive": "Intensiv",
    "flexible": "Fleksibel",
    "outreach": "Udgående",
    "time_unlimited_persistent": "Tidsubestemt og vedholdende",
    "interprofessional": "Tværprofessionel",
    "coordinated": "Koordineret",
}
VALUES: Mapping[str, str] = {
    "recovery": "Recovery",
    "empowerment": "Empowerment",
    "social_inclusion": "Social inklusion",
}
# What is asked of each core element, and the figure of the evaluation that shows it.
ASKED: Mapping[str, tuple[str, str]] = {
    "why": ("Vi ved hvorfor", "A"),
    "competence": ("Vi har kompetencerne", "C"),
    "tools": ("Vi har metoder og redskaber", "D"),
    "practice": ("Vi gør det", "1"),
}
USES: Mapping[str, str] = {
    "plan_internal": "Én Plan i teamet",
    "plan_citizens": "Én Plan sammen med borgerne",
    "plan_partners": "Én Plan sammen med samarbejdspartnere",
    "practice_model": "Praksismodellen",
}
# What is held against the team's own logging.
LOGGED: Mapping[str, str] = {
    **{f"{element}_practice": told for element, told in ELEMENTS.items()},
    **USES,
}
BELIEVED: Mapping[str, str] = {
    **{f"{value}_competence": told for value, told in VALUES.items()},
    **{
        f"{element}_{asked}": f"{told}: {told_asked.lower()}"
        for asked, (told_asked, _) in ASKED.items()
        for element, told in ELEMENTS.items()
    },
    **USES,
}


# The seven of M-ACT; of another method's those that are called the same.
PRECONDITIONS: Mapping[str, str] = {
    "core_functions": "De tre kernefunktioner",
    "team_coordinator": "En teamkoordinator",
    "leadership_coordination": "Ledelse, der bærer samarbejdet",
    "knowledge_skills": "Viden og kompetencer",
    "size_hours": "Størrelse og timer",
    "shared_place": "Et fælles sted",
    "flexible_work": "Frihed til at flytte rundt",
}
STANDINGS = {"MET": "Opfyldt", "PARTLY": "Delvist", "NOT_YET": "Ikke endnu"}


TEAM = (
    pseudonym("team", "Teamet. Det samme som i filen om forløb"),
    Column(name="name", kind=Kind.TEXT, told="Navn eller dæknavn, som rapporten viser"),
    code("method", "Metoden", METHODS, empty=""),
    month("from_month", "Periodens første måned"),
    month("until_month", "Periodens sidste måned"),
)
FLOW = (
    count("referred", "Henvisninger i perioden"),
    count("matched", "Heraf: indsatsen passer"),
    count("lighter", "Heraf: en lettere hjælp passer bedre"),
    count("not_now", "Heraf: ikke nu"),
)
ORGANISATION = (
    count("functions_covered", "Kernefunktioner, der er dækket af teamet (af tre)", highest=3),
    code("coordinator", "Har en teamkoordinator", YES_NO),
    count("agreements", "Samarbejdsaftaler i kraft", highest=10_000),
    code("steering_group", "Har en styregruppe, der mødes", YES_NO),
)
COSTS = (
    number("places", "Pladser", limits=(0, 100_000), unit="borgere"),
    number("hours", "Timer om ugen, alle medarbejdere", limits=(0, 100_000), unit="timer"),
    number("coordination_hours", "Heraf koordinerende timer", limits=(0, 100_000), unit="timer"),
    number("cost", "Udgift om året til drift", limits=(0, 10**9), unit="kr."),
    number("start_up_cost", "Udgift til opstart, én gang", limits=(0, 10**9), unit="kr."),
    count("price_year", "Prisniveau", unit="år", highest=2100),
    replace(code("cost_basis", "Hvad udgiften er regnet af", BASES), optional=True),
)
TEAM_COLUMNS = (
    *TEAM,
    *FLOW,
    *ORGANISATION,
    *COSTS,
    *(
        replace(
            code(f"precondition_{one}", f"Forudsætning: {told}", STANDINGS, empty="ikke vurderet"),
            optional=True,
        )
        for one, told in PRECONDITIONS.items()
    ),
    count("believed_n", "Hvor mange medarbejdere der har svaret på selvvurderingen", highest=1000),
    *(
        number(f"believed_{line}", f"Selvvurdering: {told}", limits=(1, 5), empty="ikke vurderet")
        for line, told in BELIEVED.items()
    ),
    *(
        number(f"logged_{line}", f"Log: {told}", limits=(1, 5), empty="ikke nok data")
        for line, told in LOGGED.items()
    ),
)
