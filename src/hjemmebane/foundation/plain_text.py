"""Texts as they are seen, wherever they come from: a form, a file or another system."""

# Control signs; spaces without width; and what turns the letters that follow. Nobody types them on
# purpose, and they make a text look empty or say something else. What joins signs into one stays,
# and so does the null sign, which is refused and not passed over.
UNSEEN = dict.fromkeys(
    [
        *range(0x01, 0x20),
        *range(0x7F, 0xA0),
        0x200B,
        0x2060,
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
# As a text program writes a break when it is pasted.
BREAKS = dict.fromkeys([0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], "\n")
KEPT = {0x09: "\t"}
SEEN = {**UNSEEN, **BREAKS, **KEPT}


def plain_text(typed: str) -> str:
    """A text as it is seen: with nothing in it that only turns or empties what is shown.

    Every kind of line break is one and the same.
    """
    return typed.replace("\r\n", "\n").translate(SEEN)
