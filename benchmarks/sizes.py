"""How much data there is: the same teams and citizens in a smaller or a larger service."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Team 1 has 15 citizens and team 2 has 90, whatever the size; the others have `regular`.

    contacts: a citizen's mean. Citizens who left come on top, one for every six. has_history:
    whether what the triggers would have written is there, which is most of the rows.
    """

    name: str
    teams: int
    regular: int
    contacts: int
    has_history: bool = True


SIZES = {
    size.name: size
    for size in (
        Size("tiny", teams=3, regular=4, contacts=6),
        Size("small", teams=10, regular=70, contacts=129),
        Size("large", teams=100, regular=70, contacts=129),
        Size("national", teams=250, regular=80, contacts=129),
        Size("evaluation", teams=250, regular=80, contacts=129, has_history=False),
    )
}
TEN_TIMES = {"tiny": "small", "small": "large"}
