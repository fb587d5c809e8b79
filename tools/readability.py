"""LIX, the Danish and Swedish measure of how hard a text is to read.

Words in a sentence, plus how many of a hundred words are long. Below 30 is a text for children's
books and simple notices; a newspaper lies about 45, and a law above 55.
"""

import re
from collections.abc import Iterable

LONGEST_SHORT_WORD = 6
WORD = re.compile(r"[^\W\d_]+")
STOP = re.compile(r"[.!?:;]+(?=\s|$)|\n")


def lix(sentences: Iterable[str]) -> float:
    """The LIX of some sentences; what ends a sentence within one of them counts too. 0 for none."""
    texts = [text for one in sentences for text in STOP.split(one)]
    words = [found for text in texts if (found := WORD.findall(text))]
    count = sum(len(sentence) for sentence in words)
    long = sum(len(word) > LONGEST_SHORT_WORD for sentence in words for word in sentence)
    return count / len(words) + 100 * long / count if count else 0.0
