"""What the system and the libraries below say of a file, in Danish and with how to mend it."""

import errno
from collections.abc import Mapping

OF_FILES: Mapping[int | None, str] = {
    errno.ENOENT: "Filen eller mappen findes ikke. Se efter, om stien er rigtig",
    errno.EISDIR: "Det er en mappe. Skriv også navnet på en fil i den",
    errno.ENOTDIR: "En del af stien er en fil og ikke en mappe. Ret stien",
    errno.EACCES: "I har ikke adgang. Giv adgang, eller vælg et andet sted",
    errno.EPERM: "I har ikke adgang. Giv adgang, eller vælg et andet sted",
    errno.EROFS: "Der kan kun læses fra disken. Vælg et andet sted",
    errno.ENOSPC: "Der er ikke plads på disken. Gør plads, eller vælg et andet sted",
    errno.ENAMETOOLONG: "Navnet er for langt. Vælg et kortere",
}
QUOTES = "Et anførselstegn er ikke lukket. Sæt et til, eller slet det"
OF_CSV = {
    "unexpected end of data": QUOTES,
    "field larger than field limit": f"Et felt er alt for langt. {QUOTES}",
    "expected after": "Der står noget efter et anførselstegn. Skriv dem dobbelt inde i et felt",
    "new-line character": "Et linjeskift er gemt på en gammel måde. Gem filen igen som CSV UTF-8",
}
ONLY_ONE = "Det står der allerede længere oppe. Slet det ene, eller skriv det sammen"
UNCLOSED = "Noget er ikke lukket. Sæt det anførselstegn, ] eller }, der mangler"
HEADING = "Overskriften kan ikke læses. Skriv den som [[staff]], uden æ, ø, å og mellemrum"
BACKSLASH = "En omvendt skråstreg skal stå to gange"
OF_TOML = {
    "Cannot ": ONLY_ONE,
    "Duplicate": ONLY_ONE,
    "Expected '='": "Der mangler et lighedstegn. Skriv nøgle = værdi",
    "Expected newline": "Der står for meget på linjen. Skriv én nøgle og dens værdi på hver",
    "Expected ']": HEADING,
    "Expected": UNCLOSED,
    "Unclosed": UNCLOSED,
    "Unterminated": UNCLOSED,
    "Illegal character": UNCLOSED,
    "Found invalid character": "Der er et tegn, som ikke kan stå der. Slet det",
    "Invalid statement": "Linjen begynder ikke med en nøgle. Skriv nøgle = værdi",
    "Invalid initial": "Her skal der stå en nøgle. Skriv nøgle = værdi",
    "Invalid value": "Værdien kan ikke læses. Skriv tekst i anførselstegn og tal uden",
    "Unescaped": BACKSLASH,
    "Invalid hex": BACKSLASH,
    "Escaped": BACKSLASH,
}
AS_THE_EXAMPLES = "Skriv den som i eksemplerne"


def of_file(error: OSError) -> str:
    """Why a file cannot be opened or written."""
    if told := OF_FILES.get(error.errno):
        return told
    code = errno.errorcode.get(error.errno or 0)
    return f"Det gik galt{f' ({code})' if code else ''}. Prøv igen, eller vælg et andet sted"


def of_csv(message: str) -> str:
    told = (words for said, words in OF_CSV.items() if said in message)
    return next(told, "Gem filen igen som CSV UTF-8")


def of_toml(message: str) -> str:
    told = (words for said, words in OF_TOML.items() if message.startswith(said))
    return next(told, AS_THE_EXAMPLES)
