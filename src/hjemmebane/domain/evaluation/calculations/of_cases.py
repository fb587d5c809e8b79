"""The columns of the cases: one row for each course, nobody's name in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hjemmebane.domain.evaluation.calculations.columns import (
    KNOWN,
    YES_NO,
    Column,
    code,
    codes,
    count,
    month,
    number,
    pseudonym,
)

STATUSES = {"ACTIVE": "I gang", "ON_HOLD": "I bero", "ENDED": "Afsluttet"}
REASONS = {
    "GOALS_REACHED": "Målene er nået",
    "OPTED_OUT": "Borgeren har valgt det fra",
    "CONSENT_WITHDRAWN": "Samtykket er trukket tilbage",
    "MOVED": "Flyttet",
    "DIED": "Død",
    "OTHER": "Andet",
}
NEXT_SUPPORT = {
    "SEL_85": "Støtte i hverdagen (§ 85)",
    "SEL_99": "Støtte- og kontaktperson (§ 99)",
    "SEL_107_108": "Botilbud (§ 107 eller § 108)",
    "PSYCHIATRY": "Behandling i psykiatrien",
    "SUBSTANCE_TREATMENT": "Rusmiddelbehandling",
    "JOB_CENTRE": "Jobcentret",
    "HOME_CARE": "Hjemmepleje eller sygepleje",
    "VOLUNTARY": "Frivilligt tilbud eller forening",
    "OTHER": "Andet",
}
GENDERS = {"WOMAN": "Kvinde", "MAN": "Mand", "OTHER": "Andet", "UNKNOWN": "Ikke oplyst"}
AGES = {
    "18_29": "18-29 år",
    "30_39": "30-39 år",
    "40_49": "40-49 år",
    "50_59": "50-59 år",
    "60_PLUS": "60 år og derover",
}
HOUSING = {
    "PUBLIC_HOUSING": "Almen bolig",
    "YOUTH_HOUSING": "Almen ungdomsbolig",
    "PRIVATE_RENT": "Lejlighed eller værelse hos privat udlejer",
    "OWNED": "Eget hus, ejerlejlighed eller andelsbolig",
    "SHARED_HOUSING": "Opgangsfællesskab eller bofællesskab",
    "SUPPORTED_HOUSING": "Botilbud (§ 107 eller § 108)",
    "SHELTER": "Herberg (§ 110)",
    "STREET": "På gaden",
    "WITH_OTHERS": "Midlertidigt hos familie eller venner",
    "HOSPITAL_OR_PRISON": "Indlagt eller i fængsel uden anden bolig",
    "OTHER": "Andet",
    "UNKNOWN": "Ved ikke",
}
EFFORTS = {
    "SEL_85": "Støtte i hverdagen (§ 85)",
    "SEL_99": "Støtte- og kontaktperson (§ 99)",
    "SEL_107_108": "Botilbud (§ 107 eller § 108)",
    "SEL_110": "Herberg (§ 110)",
    "SEL_104": "Aktivitets- og samværstilbud (§ 104)",
    "JOB_CENTRE": "Koordinerende sagsbehandler i jobcentret",
    "PSYCHIATRY": "Behandling i psykiatrien",
    "DRUG_TREATMENT": "Stofmisbrugsbehandling (§ 101)",
    "ALCOHOL_TREATMENT": "Alkoholbehandling",
    "ECONOMY_HELP": "Hjælp til at styre økonomien",
    "HOME_CARE": "Hjemmepleje eller sygepleje",
    "GENERAL_PRACTITIONER": "Egen læge",
    "PROBATION": "Kriminalforsorgen",
    "VOLUNTARY": "Frivilligt tilbud",
    "OTHER": "Andet",
}
PARTS = {
    "SCREENING": "Screening og afklaring",
    "ENGAGEMENT": "Relation og afdækning",
    "GOAL_WORK": "Målrettet arbejde",
    "BRIDGING": "Brobygning",
}
STANCES = {"AGREES": "Enig", "DISAGREES": "Uenig", "COULD_NOT_ANSWER": "Kunne ikke svare"}
WORDINGS = {"WORKING": "Arbejdsord", "OFFICIAL": "De officielle ord"}
EDUCATIONS = {
    "BASIC": "Grundskole",
    "UPPER_SECONDARY": "Gymnasial uddannelse",
    "VOCATIONAL": "Erhvervsuddannelse",
    "HIGHER": "Videregående uddannelse",
    "UNKNOWN": "Ikke oplyst",
}
INCOMES = {
    "CASH_BENEFIT": "Kontanthjælp",
    "DISABILITY_PENSION": "Førtidspension",
    "WORK": "Arbejde",
    "OTHER": "Anden ydelse",
    "UNKNOWN": "Ikke oplyst",
}


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A figure that is measured twice. name: what its two columns begin with.

    better: +1 where more is better, -1 where less is. positive: the answers that the evaluation
    counts as positive; empty where none are. part_of: the instrument that it is a question of.
    """

    name: str
    told: str
    limits: tuple[int, int]
    better: int
    positive: tuple[int, ...] = ()
    part_of: str = ""

    @property
    def in_full(self) -> str:
        """“VUM: Mobilitet”: two instruments ask of the same in the same words."""
        return f"{self.part_of}: {self.told}" if self.part_of else self.told

    @property
    def before(self) -> str:
        return f"{self.name}_before"

    @property
    def after(self) -> str:
        return f"{self.name}_after"


FUNCTIONING: Mapping[str, str] = {
    "mental_function": "Psykisk funktionsnedsættelse",
    "physical_function": "Fysisk funktionsnedsættelse",
    "social_problem": "Socialt problem",
    "mobility": "Mobilitet",
    "self_care": "Egenomsorg",
    "communication": "Kommunikation",
    "practical_tasks": "Praktiske opgaver i hjemmet",
    "community_life": "Samfundsliv",
    "social_life": "Socialt liv",
    "health": "Sundhed",
    "surroundings": "Omgivelser",
}
PROGRESSION: Mapping[str, tuple[str, int, tuple[int, ...]]] = {
    "practical_tasks": ("Praktiske opgaver i hjemmet", 1, (2, 3, 4)),
    "economy": ("Økonomi", 1, (2, 3, 4)),
    "social_relations": ("Sociale relationer", 1, (2, 3, 4)),
    "mental_strain": ("Det, der er svært indeni", -1, (3, 4)),
    "work_and_education": ("Uddannelse og arbejde", 1, (2, 3, 4)),
    "healthy_life": ("Et sundt liv", 1, (2, 3, 4)),
}
VUM = tuple(
    Measure(name=f"vum_{one}", told=told, limits=(0, 4), better=-1, part_of="VUM")
    for one, told in FUNCTIONING.items()
)
VUM_WHOLE = Measure(name="vum", told="VUM, alle områder", limits=(0, 4), better=-1)
INSPIRE_O = Measure(name="inspire_o", told="Brief INSPIRE-O", limits=(0, 100), better=1)
INSPIRE = Measure(name="inspire", told="Brief INSPIRE", limits=(0, 100), better=1)
GSE = Measure(name="gse", told="GSE", limits=(10, 40), better=1)
STEPS = tuple(
    Measure(
        name=f"progression_{one}",
        told=told,
        limits=(0, 4),
        better=better,
        positive=positive,
        part_of="Små skridt",
    )
    for one, (told, better, positive) in PROGRESSION.items()
)
MEASURES = (VUM_WHOLE, *VUM, INSPIRE_O, GSE, INSPIRE, *STEPS)


def _measured() -> Iterator[Column]:
    for one in MEASURES:
        yield number(
            one.before,
            f"{one.in_full}: den første måling i forløbets første tre måneder",
            limits=one.limits,
            unit="point",
            empty="ikke målt",
        )
        yield number(
            one.after,
            f"{one.in_full}: den sidste måling, en senere dag og med samme ord",
            limits=one.limits,
            unit="point",
            empty="ikke målt",
        )


def _register() -> Iterator[Column]:
    """Never in the record: whoever may join them to the file, does."""
    found = (
        count("register_income", "Indkomst i året før start", unit="kr."),
        count("register_gp_contacts", "Kontakter til egen læge i året før", highest=1000),
        count("register_hospital_contacts", "Kontakter til sygehuset i året før", highest=1000),
        count(
            "register_psychiatric_contacts",
            "Heraf i psykiatrien",
            highest=1000,
        ),
        code("register_shelter", "Har boet på herberg i de to år før", YES_NO),
        code("register_drug_treatment", "Har været i stofmisbrugsbehandling før", YES_NO),
        code("register_danish_origin", "Dansk oprindelse", YES_NO),
        code("register_education", "Højeste fuldførte uddannelse", EDUCATIONS),
        code("register_support", "Forsørgelse ved start", INCOMES),
    )
    for one in found:
        yield replace(one, optional=True, register=True)


COURSE = (
    pseudonym("case", "Forløbet. Et nummer, som intet siger om borgeren"),
    pseudonym("citizen", "Borgeren. Den samme, når en borger har haft flere forløb"),
    pseudonym("team", "Teamet. Det samme som i filen om teams"),
    month("started", "Måneden, hvor forløbet begyndte"),
    month("ended", "Måneden, hvor det sluttede", empty="ikke afsluttet"),
    code("status", "Hvor forløbet står, når perioden slutter", STATUSES, empty=""),
    code("ending_reason", "Hvorfor det sluttede", REASONS, empty="ikke oplyst"),
    codes(
        "next_support",
        "Støtte bagefter",
        NEXT_SUPPORT,
        empty="ikke afsluttet eller intet slutskema",
    ),
    count("holds", "Hvor mange gange forløbet har været i bero", highest=1000, empty=""),
)
BACKGROUND = (
    code("gender", "Køn", GENDERS),
    code("age", "Alder ved start", AGES),
    code("housing", "Bolig ved start", HOUSING),
    code("housing_after", "Bolig ved slut", HOUSING),
    codes("earlier_efforts", "Indsatser før", EFFORTS, empty="intet startskema"),
    codes("present_efforts", "Indsatser ved start", EFFORTS, empty="intet startskema"),
    code("diagnosis", "Har en psykiatrisk diagnose ved start", KNOWN),
    count("criteria_met", "Kriterier for målgruppen, der er svaret ja til", highest=20),
    code("social_before", "Socialfaglig udredning før forløbet", KNOWN),
    code("health_before", "Sundhedsfaglig udredning før forløbet", KNOWN),
    code("social_during", "Socialfaglig udredning i forløbet", KNOWN),
    code("health_during", "Sundhedsfaglig udredning i forløbet", KNOWN),
)
WORDS = tuple(
    code(f"{one.name}_words", f"{one.told}: hvis ord der er spurgt med", WORDINGS)
    for one in (INSPIRE_O, GSE, INSPIRE)
)
PRACTICE = (
    number(
        "weeks",
        "Uger i perioden med forløbet i gang",
        limits=(0, 2000),
        unit="uger",
        empty="",
    ),
    count("contacts", "Kontakter og forsøg på kontakt", highest=100_000, empty=""),
    count("met", "Gange, hvor borgeren blev mødt ansigt til ansigt", highest=100_000, empty=""),
    count("minutes", "Minutter sammen, ansigt til ansigt", unit="minutter", empty=""),
    count("met_outside", "Heraf mødt andre steder end på kontoret", highest=100_000),
    count("accompanied", "Gange, hvor borgeren blev fulgt et sted hen", highest=100_000),
    count("staff_met", "Forskellige medarbejdere, borgeren har mødt", highest=1000),
    count("functions_met", "Kernefunktioner, borgeren har mødt", highest=10),
    count("intensity_changes", "Gange, hvor aftalen om, hvor tit I ses, er ændret", highest=1000),
    code("plan", "Har en plan", YES_NO, empty=""),
    count("wishes", "Ønsker i planen", highest=10_000),
    count("goals", "Mål i planen", highest=10_000),
    count("sub_goals", "Delmål i planen", highest=10_000),
    count("sub_goals_reached", "Heraf nået", highest=10_000),
    count("plan_meetings", "Planmøder", highest=1000),
    count("network_meetings", "Netværksmøder", highest=1000),
    code("plan_shared", "Planen er åbnet for mindst én samarbejdspartner", YES_NO),
    code("partner_wrote", "En samarbejdspartner har selv skrevet i planen", YES_NO),
    code("stance", "Hvad borgeren sidst sagde til planen", STANCES, empty="ikke spurgt"),
    code("part", "Del af praksismodellen, når perioden slutter", PARTS, empty="ikke sat"),
    count("moves", "Gange, hvor forløbet er flyttet mellem delene", highest=1000),
)
CASE_COLUMNS = (*COURSE, *BACKGROUND, *_measured(), *WORDS, *PRACTICE, *_register())
