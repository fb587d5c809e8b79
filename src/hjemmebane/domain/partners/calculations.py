"""Which themes somebody's own words touch, and what that offers them. No database.

The matching is meant to be seen through: a word that was said stands for a theme, and the page
shows the word. It proposes and never decides.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# By the codes of choices.OfferTheme: how words begin that are about it, then words as a whole
# where the beginning would catch too much (“have”, “dyrt”, “kort”).
BEGINNINGS: Mapping[str, str] = {
    "NATURE": "natur skov fisk hund hest fugl havearbejde køkkenhave nyttehave grøntsag plante"
    " blomst strand",
    "MOVEMENT": "fodbold svøm cykl cykel træne træni idræt gåtur vandre yoga dans motion bold",
    "MUSIC": "musik guitar klaver synge koncert tromme",
    "CREATIVE": "tegne tegni strik hækl værksted håndarbejde keramik snedker foto kreativ",
    "FOOD": "spis kaffe middag frokost madlavning fællesspis",
    "COMPANY": "samvær ensom venner snak selskab fællesskab hygge",
    "GAMES": "skak banko brætspil kortspil computer gaming billard",
    "LEARNING": "kursus kurser undervis bibliotek foredrag sprog højskole",
    "HELPING": "frivillig bidrage hjælpsom",
    "FAITH": "kirke præst moské gudstjeneste",
    "PEERS": "ligesindede ædru rusfri selvhjælp peer",
}
WHOLE: Mapping[str, str] = {
    "NATURE": "dyr dyrene kat katte katten haven jord jorden søen",
    "MOVEMENT": "løbe løber løb tur ture turen",
    "MUSIC": "sang sange kor koret spille",
    "CREATIVE": "male maler maling sy digte",
    "FOOD": "mad maden bage bager køkken køkkenet",
    "COMPANY": "ven alene",
    "GAMES": "spil spille",
    "LEARNING": "læse lære skole",
    "HELPING": "hjælpe gavn",
    "FAITH": "tro bøn",
    "PEERS": "aa na",
}


@dataclass(frozen=True)
class Interest:
    """A theme that somebody's words touch: the word that did, and all that was said."""

    theme: str
    word: str
    said: str


@dataclass(frozen=True)
class Match[O]:
    """An offer, and the interests that speak for it; one for each theme it shares."""

    offer: O
    because: Sequence[Interest]


def interests(said: Iterable[str]) -> list[Interest]:
    """What some sentences are about, each theme once for each sentence, by the first word of it."""
    return [
        Interest(theme, word, sentence) for sentence in said for theme, word in _touched(sentence)
    ]


def _touched(sentence: str) -> list[tuple[str, str]]:
    words = re.findall(r"\w+", sentence.casefold())
    found = []
    for theme, beginnings in BEGINNINGS.items():
        begins, whole = tuple(beginnings.split()), WHOLE[theme].split()
        word = next((one for one in words if one in whole or one.startswith(begins)), "")
        if word:
            found.append((theme, word))
    return found


def matched[O](
    offers: Iterable[tuple[O, Iterable[str]]], stated: Sequence[Interest]
) -> list[Match[O]]:
    """Offers with their themes, those that share most with what was said first; the others are left
    out. Among equals the order stays.
    """
    first: dict[str, Interest] = {}
    for interest in stated:
        first.setdefault(interest.theme, interest)
    found = [
        Match(offer, [first[theme] for theme in dict.fromkeys(themes) if theme in first])
        for offer, themes in offers
    ]
    return sorted((one for one in found if one.because), key=lambda one: -len(one.because))
