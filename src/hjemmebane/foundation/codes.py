"""Codes that a person reads aloud, writes on paper and types again: receipts and invitations."""

# Without letters and digits that look or sound alike when read over the telephone.
ALPHABET = "ACDEFHJKLMNPRTUVWXY34679"
CODE_LENGTH = 12
GROUP = 4


def spelled_code(digest: str) -> str:
    """A code of about 55 bits from a hexadecimal digest: `ACDE-FHJK-LMNP`."""
    number, letters = int(digest, 16), ""
    while len(letters) < CODE_LENGTH:
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return "-".join(letters[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def bare_code(code: str) -> str:
    """A code as it is compared: however it was spaced and whatever its case."""
    return "".join(letter for letter in code.upper() if letter.isalnum())
