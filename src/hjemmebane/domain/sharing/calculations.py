"""Login names that are easy to say and remember, and tell nothing of whose they are; and codes
that somebody else would not try first.
"""

import re
from itertools import pairwise

# Short, known to everybody, without æ, ø and å, and hard to take for one another.
WORDS = [
    "birk",
    "ahorn",
    "lind",
    "pil",
    "eg",
    "bog",
    "sol",
    "regn",
    "vind",
    "sky",
    "bakke",
    "eng",
    "mark",
    "dal",
    "fjord",
    "strand",
    "klit",
    "havn",
    "bro",
    "sti",
    "hest",
    "ko",
    "hund",
    "kat",
    "due",
    "ugle",
    "svane",
    "and",
    "fisk",
    "laks",
    "torsk",
    "honning",
    "ost",
    "pasta",
    "kaffe",
    "kakao",
    "melon",
    "citron",
    "oliven",
    "kanel",
    "lampe",
    "stol",
    "bord",
    "kande",
    "krus",
    "spand",
    "taske",
    "cykel",
    "tog",
    "bus",
    "kano",
    "sejl",
    "tromme",
    "guitar",
    "klaver",
    "violin",
    "banjo",
]


def login_name(digest: str) -> str:
    """Two words and two digits from a hexadecimal digest: `birk-kano-47`."""
    number, first = divmod(int(digest, 16), len(WORDS))
    number, second = divmod(number, len(WORDS))
    return f"{WORDS[first]}-{WORDS[second]}-{number % 90 + 10}"


SHORTEST_PIN, LONGEST_PIN = 6, 12
LOGIN_NAME = re.compile(r"[a-z]+-[a-z]+-\d\d")


def tidy_login_name(typed: str) -> str:
    """What was typed as a login name is spelled, however it was spaced: `Birk kano 47`."""
    return "-".join(re.findall(r"[a-zæøå]+|\d+", typed.lower()))


def is_login_name(name: str) -> bool:
    """Whether `login_name` could have made it."""
    return bool(LOGIN_NAME.fullmatch(name))


def is_pin(pin: str) -> bool:
    """Whether a code is figures enough, and nothing else."""
    return pin.isascii() and pin.isdecimal() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN


def is_easily_guessed(pin: str) -> bool:
    """111111, 121212 and 123123 repeat themselves; 123456, 987654 and 246802 go on by steps."""
    repeats = any(pin == (pin[:n] * len(pin))[: len(pin)] for n in range(1, len(pin) // 2 + 1))
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return repeats or len(steps) == 1
