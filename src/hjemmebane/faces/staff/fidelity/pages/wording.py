"""What the figures tell of the preconditions, in sentences."""

from collections.abc import Callable, Iterable

from hjemmebane.domain.fidelity.calculations.preconditions import (
    MEETING_WEEKS,
    Disagreement,
    Figures,
    Leaving,
    Practice,
    Stance,
    What,
)
from hjemmebane.faces.staff.moments import ago, week_number
from hjemmebane.faces.staff.workload.pages.wording import (
    caseload_in_words,
    hours,
    tenths,
)
from hjemmebane.foundation.listing import listed
from hjemmebane.foundation.written import written_day

NUMBERS = ("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
# word, tone, icon
STANCES = {
    Stance.SPEAKS_FOR: ("Taler for", "good", "success"),
    Stance.SPEAKS_AGAINST: ("Taler imod", "warn", "warning"),
    Stance.TELLS: ("Læg mærke til", "", "info"),
}
DISAGREEMENTS = {
    Disagreement.WORD_IS_BRIGHTER: "Ordet siger opfyldt, men noget af det, systemet ved, taler"
    " imod. Se på det sammen.",
    Disagreement.FIGURES_ARE_BRIGHTER: "Ordet siger ikke endnu, men det, systemet ved, taler for."
    " Er I kommet længere, end I tror?",
}
# Where it was read.
SOURCES = {
    **dict.fromkeys(
        (
            What.FUNCTIONS_COVERED,
            What.FUNCTION_HOURS,
            What.COORDINATOR_NAMED,
            What.COORDINATION_HOURS,
            What.HOURS,
            What.FEW_HOURS,
        ),
        "Teamet",
    ),
    **dict.fromkeys(
        (
            What.FUNCTIONS_LEAVING,
            What.FUNCTIONS_AWAY,
            What.COORDINATOR_LEAVING,
            What.CASELOAD,
            What.ABSENCES,
            What.HOURS_LEFT,
        ),
        "Timer og dækning",
    ),
    What.MEETINGS_HELD: "Møde",
    What.SPARRING: "Møde",
    What.PLANS_AT_MEETINGS: "Møde",
    What.FIXED_ITEMS: "Møde",
    What.PARTNER_CONTACTS: "Kommunens partnere",
    What.AGREEMENTS: "Samarbejde",
    What.TARGET_GROUP: "Henvisninger",
    What.TRAINED: "Læring",
    What.SUPERVISION: "Læring",
}


def functions(figures: Figures, codes: Iterable[str]) -> str:
    return listed(figures.titles[code] for code in codes)


def leaving(figures: Figures, one: Leaving) -> str:
    return (
        f"Ingen har {figures.titles[one.code]} fra {written_day(one.from_on)},"
        f" når {listed(one.names)} stopper."
    )


def covered(figures: Figures) -> str:
    if figures.not_covered:
        return f"Ingen har: {functions(figures, figures.not_covered)}."
    return f"Der er navne på alle {NUMBERS[len(figures.functions)]} kernefunktioner."


def function_hours(figures: Figures) -> str:
    told = [
        f"{figures.titles[one.code]}: {hours(one.hours)} ({listed(one.names)})"
        for one in figures.functions
        if one.names
    ]
    if not told:
        return "Ingen har timer til kernefunktionerne."
    listing = f"Udførende timer om ugen hos dem, der har funktionen – {'; '.join(told)}."
    return f"{listing} {counted_once(figures)}".strip()


def counted_once(figures: Figures) -> str:
    """Why the hours of the functions are more than the team's: “Pia dækker 2 af dem”."""
    if not figures.in_several:
        return ""
    who = listed(
        f"{one.name} ({hours(one.hours)}) dækker {one.functions} af dem"
        for one in figures.in_several
    )
    return f"{who}. Når hver kun tælles én gang, er det {hours(figures.function_hours)} i alt."


def coordinator_named(figures: Figures) -> str:
    if not figures.coordinators:
        return "Teamet har ingen koordinator."
    return f"Koordinator: {listed(figures.coordinators)}."


def coordination_hours(figures: Figures) -> str:
    if not figures.coordination_hours:
        return "Der er ikke sat timer af til koordinering."
    return f"Der er sat {hours(figures.coordination_hours)} af til koordinering om ugen."


def coordinator_leaving(figures: Figures) -> str:
    return leaving(figures, figures.coordinator_leaving) if figures.coordinator_leaving else ""


def meetings_held(practice: Practice) -> str:
    if not practice.weeks:
        return "Teamet er så nyt, at der ikke er møder at tælle."
    meeting = practice.meeting.lower()
    if not practice.meeting_weeks:
        return f"Der er ikke holdt {meeting} i systemet {last_weeks(practice.weeks)}."
    some = f"i {practice.meeting_weeks} af " if practice.weeks > 1 else ""
    held = f"Der er holdt {meeting} {some}{last_weeks(practice.weeks)}."
    return f"{held} Rytmen er {practice.rhythm}."


def last_weeks(count: int) -> str:
    return "den sidste uge" if count == 1 else f"de sidste {count} uger"


def sparring(practice: Practice) -> str:
    times = practice.sparrings
    if not times:
        return f"Der er ikke holdt sparringsmøde de sidste {MEETING_WEEKS} uger."
    told = f"{times} {'gang' if times == 1 else 'gange'}"
    return f"Der er holdt sparringsmøde {told} de sidste {MEETING_WEEKS} uger."


def partner_contacts(figures: Figures) -> str:
    if not figures.partners:
        return "Der står ingen partnere i adressebogen."
    named = figures.partners - len(figures.without_contact)
    told = f"{named} af {figures.partners} partnere har en navngiven kontakt."
    return f"{told} Uden: {listed(figures.without_contact)}." if figures.without_contact else told


def agreements(figures: Figures) -> str:
    held = figures.agreements
    told = f"{held} {'samarbejdsaftale' if held == 1 else 'samarbejdsaftaler'} gælder."
    if figures.to_review:
        return f"{told} Skulle være set efter: {listed(figures.to_review)}."
    return told if held else "Ingen samarbejdsaftaler er skrevet ned."


def fixed_items(practice: Practice) -> str:
    agenda = f"dagsordenen for {practice.meeting.lower()}"
    if practice.missing_items:
        return f"{agenda.capitalize()} mangler {listed(practice.missing_items)} som fast punkt."
    kept = listed(practice.fixed_items)
    return (
        f"{kept} står fast på {agenda}."
        if kept
        else f"Metoden har ingen faste punkter på {agenda}."
    )


def plans_at_meetings(practice: Practice) -> str:
    if not practice.courses:
        return "Der er ingen borgere endnu."
    return (
        f"På møderne de sidste {MEETING_WEEKS} uger er planen ændret for {practice.plans_changed}"
        f" og praksismodellen for {practice.practice_changed} af {citizens(practice.courses)}."
    )


def citizens(count: int) -> str:
    return f"{count} {'borger' if count == 1 else 'borgere'}"


def target_group(practice: Practice) -> str:
    one = practice.assessments == 1
    done = "målgruppevurdering gjort færdig" if one else "målgruppevurderinger gjort færdige"
    return (
        f"Det sidste halve år: {practice.early_contacts} set tidligt og"
        f" {practice.assessments} {done}."
    )


def trained(figures: Figures) -> str:
    told = f"{figures.trained} af {len(figures.members)} er oplært i metoden."
    return f"{told} Ikke endnu: {listed(figures.untrained)}." if figures.untrained else told


def supervision(figures: Figures) -> str:
    if not figures.last_supervision:
        return "Der er ikke skrevet supervision ind."
    last = figures.last_supervision
    return f"Sidste supervision: {written_day(last)}, {ago(last, figures.today)}."


def caseload(figures: Figures) -> str:
    figure = figures.caseload.per_full_time
    if figure is None:
        return caseload_in_words(figures.caseload)
    return f"{tenths(figure)} borgere pr. 37 udførende timer. {caseload_in_words(figures.caseload)}"


def all_hours(figures: Figures) -> str:
    people = len(figures.members)
    return (
        f"{hours(figures.executing_hours)} udførende og {hours(figures.coordination_hours)}"
        f" koordinerende om ugen, delt på {people} {'person' if people == 1 else 'personer'}."
    )


def few_hours(figures: Figures) -> str:
    told = listed(f"{name} ({hours(number)})" for name, number in figures.with_few_hours)
    return f"Så få timer, at de let går til møder: {told}."


def absences(figures: Figures) -> str:
    if not figures.bare_days:
        return "De næste fire uger står ingen funktion tom på grund af fravær."
    told = listed(
        f"{figures.titles[code]} {days} {'dag' if days == 1 else 'dage'}"
        for code, days in figures.bare_days
    )
    return f"De næste fire uger er alle, der har funktionen, væk: {told}."


def hours_left(practice: Practice) -> str:
    left, week = practice.hours_left, week_number(practice.monday)
    if left < 0:
        return f"{week.capitalize()} er overtegnet med {hours(-left)}"
    if not practice.days_left:
        return f"Arbejdsdagene i {week} er gået. {hours(left)} blev ikke brugt eller aftalt."
    return f"Der er {hours(left)} tilbage i {week}, som ikke er brugt eller aftalt."


IN_WORDS: dict[What, Callable[[Figures], str]] = {
    What.FUNCTIONS_COVERED: covered,
    What.FUNCTION_HOURS: function_hours,
    What.FUNCTIONS_LEAVING: lambda figures: " ".join(
        leaving(figures, one) for one in figures.leaving
    ),
    What.FUNCTIONS_AWAY: lambda figures: (
        f"I dag er alle, der har funktionen, væk: {functions(figures, figures.away_today)}."
    ),
    What.COORDINATOR_NAMED: coordinator_named,
    What.COORDINATION_HOURS: coordination_hours,
    What.COORDINATOR_LEAVING: coordinator_leaving,
    What.PARTNER_CONTACTS: partner_contacts,
    What.AGREEMENTS: agreements,
    What.TRAINED: trained,
    What.SUPERVISION: supervision,
    What.CASELOAD: caseload,
    What.HOURS: all_hours,
    What.FEW_HOURS: few_hours,
    What.ABSENCES: absences,
}
OF_PRACTICE: dict[What, Callable[[Practice], str]] = {
    What.MEETINGS_HELD: meetings_held,
    What.SPARRING: sparring,
    What.FIXED_ITEMS: fixed_items,
    What.PLANS_AT_MEETINGS: plans_at_meetings,
    What.TARGET_GROUP: target_group,
    What.HOURS_LEFT: hours_left,
}


def in_words(what: What, figures: Figures) -> str:
    """The sentence about one thing that was looked at."""
    if figures.practice and what in OF_PRACTICE:
        return OF_PRACTICE[what](figures.practice)
    return IN_WORDS[what](figures)
