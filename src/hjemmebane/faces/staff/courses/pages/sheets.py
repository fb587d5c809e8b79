"""What stands around each short form about a course: its heading, what it is for, what follows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """heading, button: what is done. lead: what to know first. said: told when it is done."""

    heading: str
    lead: str
    button: str
    said: str


HOLD = Sheet(
    heading="Sæt i bero",
    lead="En pause aftales med borgeren. Forløbet bliver stående, det tæller stadig i caseload, og"
    " det kan tages op igen uden ny henvisning. Er borgeren bare svær at få fat i, er det ikke en"
    " pause: bliv ved med at prøve.",
    button="Sæt i bero",
    said="Forløbet er sat i bero.",
)
INTENSITY = Sheet(
    heading="Aftal intensitet",
    lead="Hvor tæt skal kontakten være fra nu af? Lav intensitet er ikke en pause: I ses stadig,"
    " bare sjældnere eller kortere. Det, der var aftalt før, slutter den dag, det nye begynder.",
    button="Gem aftalen",
    said="Aftalen om intensitet er gemt.",
)
TAKE_UP = Sheet(
    heading="Tag forløbet op igen",
    lead="Det kræver ingen ny henvisning. Fortsæt der i praksismodellen, hvor det giver mening nu:"
    " måske skal I lære hinanden at kende igen først.",
    button="Tag op igen",
    said="Forløbet er taget op igen.",
)
LIFE_EVENT = Sheet(
    heading="Livsbegivenhed",
    lead="En indlæggelse eller en fængsling sætter ikke forløbet i bero. Kontakten kan gå videre:"
    " besøg, ring eller skriv.",
    button="Gem",
    said="Livsbegivenheden er gemt.",
)
CONTACT_AGREEMENT = Sheet(
    heading="Kontaktaftale",
    lead="Hvordan vil borgeren helst kontaktes, og hvad gør I, når borgeren trækker sig? Tal om det"
    " i god tid. Den nyeste aftale gælder; de tidligere kan læses på siden Forløb.",
    button="Gem aftalen",
    said="Kontaktaftalen er gemt.",
)
