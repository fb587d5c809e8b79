"""An instrument in plain words: what it is made of, how it becomes a figure, what may be done."""

from collections.abc import Iterator
from dataclasses import dataclass

from hjemmebane.domain.method.content.measuring import (
    Band,
    Formula,
    Instrument,
    Respondent,
    Scale,
    WordingStatus,
)
from hjemmebane.faces.documents.measured_words import scale_in_words
from hjemmebane.faces.staff.measurements.pages.words import worth_of
from hjemmebane.foundation.listing import listed

type Facts = list[tuple[str, str]]

WORDINGS = {
    WordingStatus.WORKING: "Vores arbejdsord, til kommunen henter de officielle ind.",
    WordingStatus.OWN: "Vores egne ord. Der er ikke offentliggjort andre.",
    WordingStatus.OFFICIAL: "De officielle ord.",
}
FORMULAS = {Formula.SUM: "Svarene lægges sammen", Formula.MEAN: "Gennemsnittet af svarene"}
GENDERS = {"FEMALE": "kvinder", "MALE": "mænd"}
WHO = {Respondent.CITIZEN: "Borgeren svarer.", Respondent.STAFF: "Teamet vurderer."}


@dataclass(frozen=True)
class InstrumentTold:
    """An instrument and the facts about it, each with its name."""

    instrument: Instrument
    who: str
    facts: Facts


def instrument_told(asked: Instrument) -> InstrumentTold:
    return InstrumentTold(asked, WHO[asked.respondent], list(_facts(asked)))


def _facts(asked: Instrument) -> Iterator[tuple[str, str]]:
    yield "Bygget op", _structure(asked)
    yield "Sådan bliver det et tal", _scoring(asked)
    yield "Mangler der svar", _missing(asked)
    if asked.bands:
        yield "Sådan kan tallet læses", _bands(asked)
    yield "Hvornår en ændring betyder noget", _change(asked)
    yield "Ordene", f"{WORDINGS[asked.wording.status]} Udgave {asked.wording.version}."
    yield "Tilladelse", f"{asked.licence.text} {_shipping(asked)} Kilde: {asked.licence.source}."


def _structure(asked: Instrument) -> str:
    """“5 spørgsmål. Svar fra 0 (Slet ikke) til 4 (Rigtig meget).”, and which are turned round."""
    scales = {one.code: one for one in map(asked.scale_of, asked.items)}
    told = [f"{len(asked.items)} spørgsmål."]
    if len(scales) == 1:
        told.append(_answers(next(iter(scales.values()))))
    else:
        told.append(f"{len(scales)} slags svar, efter hvad der spørges om.")
    if turned := [item.title for item in asked.items if item.reverse]:
        told.append(f"Vendes om, fordi et højt svar er dårligere: {listed(turned)}.")
    return " ".join(told)


def _answers(scale: Scale) -> str:
    first, last = scale.options[0], scale.options[-1]
    return f"Svar fra {first.points} ({first.text}) til {last.points} ({last.text})."


def _scoring(asked: Instrument) -> str:
    factor = asked.scoring.factor
    times = f" og ganges med {factor}" if factor > 1 else ""
    return f"{FORMULAS[asked.scoring.formula]}{times}. {scale_in_words(asked)}"


def _missing(asked: Instrument) -> str:
    allowed, of = asked.scoring.missing_allowed, len(asked.items)
    rule = (
        f"Alle {of} skal være besvaret."
        if not allowed
        else f"Højst {allowed} af {of} må mangle, og de regnes som gennemsnittet af de andre."
    )
    return f"{rule} Ellers er der ikke noget tal. Kilde: {asked.scoring.source.removesuffix('.')}."


def _bands(asked: Instrument) -> str:
    told = [_band(one) for one in asked.bands]
    sources = list(dict.fromkeys(one.source for one in asked.bands))
    return f"{'. '.join(told)}. Kilde: {'; '.join(sources)}."


def _band(one: Band) -> str:
    who = f" ({GENDERS[one.gender]})" if one.gender else ""
    return f"Fra {one.at_least}{who}: {one.text}"


def _change(asked: Instrument) -> str:
    published = asked.least_change
    if published is None:
        return "Det er ikke offentliggjort, så der bliver ikke sat mærke ved ændringer."
    return (
        f"Fra {published.points} point for den enkelte er en ændring {worth_of(asked)}."
        f" Kilde: {published.source}."
    )


def _shipping(asked: Instrument) -> str:
    if asked.licence.words_may_ship:
        return "Ordene følger med Hjemmebane."
    return "De officielle ord følger ikke med og hentes ind af kommunen, når den har lov."
