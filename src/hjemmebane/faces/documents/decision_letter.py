"""The letter about a formal decision, with appeal guidance."""

import datetime as dt

from hjemmebane.domain.citizens.queries import shown_address
from hjemmebane.domain.courses.choices import DecisionOutcome
from hjemmebane.domain.courses.models import Decision, EarlyContact
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer, sentences
from hjemmebane.foundation.written import written_day

OTHER_BASIS = "OTHER"
TITLES = {
    DecisionOutcome.MATCH: "Du kan få hjælp fra teamet",
    DecisionOutcome.LIGHTER: "En anden hjælp passer bedre til dig",
    DecisionOutcome.NOT_NOW: "Du får ikke hjælp fra teamet lige nu",
}
SAID = {
    DecisionOutcome.MATCH: "Vi har besluttet, at du kan få hjælp fra {team}.",
    DecisionOutcome.LIGHTER: "Vi har besluttet, at en anden og lettere hjælp passer bedre til dig"
    " nu. Derfor får du ikke hjælp fra {team}.",
    DecisionOutcome.NOT_NOW: "Vi har besluttet, at du ikke får hjælp fra {team} lige nu.",
}
APPEAL = (
    "Er du uenig, kan du klage. Du har fire uger, fra du har fået brevet.",
    "Sig eller skriv til {municipality}, at du vil klage. En, du stoler på, kan gøre det for dig.",
    "Kommunen ser på sagen igen. Holder den fast, sender den din klage videre til Ankestyrelsen.",
    "Så er det Ankestyrelsen, der bestemmer.",
    "Det koster ikke noget at klage. Du kan få at se, hvad der står om dig i sagen.",
)


def decision_letter_pdf(decision: Decision, early: EarlyContact, *, at: dt.datetime) -> bytes:
    """The letter as a tagged PDF in the team's name. `early` comes with its team and citizen."""
    return pdf("decision_letter.typ", document(decision, early), at=at)


def document(decision: Decision, early: EarlyContact) -> dict[str, object]:
    """The data of `decision_letter.typ`."""
    team, outcome = early.team, DecisionOutcome(decision.outcome)
    parts = [
        ("Det har vi besluttet", [SAID[outcome].format(team=team.name)]),
        ("Derfor", [decision.reason]),
        ("Loven, vi har brugt", [provision_of(decision)]),
        ("Dit ønske om, hvem der hjælper dig", wish(decision)),
        ("Hvis du er uenig", appeal(team)),
    ]
    return {
        "title": TITLES[outcome],
        "team": team.name,
        "recipient": recipient(early),
        "sender": sentences(team.name, team.municipality.name),
        "day": written_day(decision.decided_on),
        "parts": [{"label": label, "paragraphs": said} for label, said in parts if said],
        "signed": team.name,
        "footer": footer(team.municipality.name, is_demo=decision.recorded_by.is_demo),
    }


def provision_of(decision: Decision) -> str:
    """The provision by name; another than the method's is named in the reason."""
    if decision.legal_basis == OTHER_BASIS:
        return "Bestemmelsen er nævnt i begrundelsen ovenfor."
    method = pack(decision.method_pack, decision.method_version)
    return str(method.legal_basis(decision.legal_basis).title)


def recipient(early: EarlyContact) -> str:
    """The name, and the address of a citizen we know when it is not protected."""
    address = shown_address(early.citizen) if early.citizen else ""
    return sentences(str(early.citizen or early), address or "")


def wish(decision: Decision) -> list[str]:
    if not decision.supplier_wish:
        return []
    return [f"Du ønsker hjælp fra: {decision.supplier_wish}.", decision.supplier_reason]


def appeal(team: Team) -> list[str]:
    return [line.format(municipality=team.municipality.name) for line in APPEAL]
