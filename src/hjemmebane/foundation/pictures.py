"""Pictures somebody uploads, drawn anew: small, and with nothing of the sent file in them.

What a camera hides in a file (place, time, a smaller picture inside) goes with the file, and so
does whatever else it carried.
"""

import struct
from enum import Enum
from io import BytesIO

from PIL import Image, ImageOps

KINDS = ("JPEG", "PNG", "WEBP")
JPEG_BEGINS = b"\xff\xd8\xff"
PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
RIFF, WEBP = b"RIFF", b"WEBP"
# What today's telephones take; in memory at most 120 MB for the moment it is read.
MOST_PIXELS = 30_000_000
QUALITY = 82
# Faces are seldom in the middle of a tall picture, but above it.
CENTRE = (0.5, 0.4)

# Past twice this many the header alone makes the library refuse.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


# What the library raises where a file is not what its header promises.
BROKEN_BY = (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error)


class PictureFlaw(Enum):
    """What is wrong with a file that was sent as a picture."""

    WRONG_KIND = "WRONG_KIND"
    TOO_MANY_PIXELS = "TOO_MANY_PIXELS"
    BROKEN = "BROKEN"


class UnusablePicture(Exception):
    """No picture can be drawn from a file. `flaw` says why."""

    def __init__(self, flaw: PictureFlaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


def square_jpeg(content: bytes, *, side: int) -> bytes:
    """The middle of a JPEG, PNG or WebP as a square JPEG of `side` pixels, the right way up.

    Raises UnusablePicture. The pixels are counted before any of them is read, so that a small file
    that unfolds to a huge picture costs nothing.
    """
    picture = _opened(content)
    try:
        square = ImageOps.fit(_upright(picture, side), (side, side), centering=CENTRE)
    except BROKEN_BY as error:
        raise UnusablePicture(PictureFlaw.BROKEN) from error
    return _drawn(square)


def plain_jpeg(content: bytes, *, longest: int) -> bytes:
    """All of a JPEG, PNG or WebP as a JPEG, no side longer than `longest`, the right way up.

    Raises UnusablePicture, as `square_jpeg` does.
    """
    picture = _opened(content)
    try:
        whole = _upright(picture, longest)
        whole.thumbnail((longest, longest))
    except BROKEN_BY as error:
        raise UnusablePicture(PictureFlaw.BROKEN) from error
    return _drawn(whole)


def is_jpeg(content: bytes) -> bool:
    """Whether a file begins as a JPEG does."""
    return content.startswith(JPEG_BEGINS)


def is_picture(content: bytes) -> bool:
    """Whether a file begins as the pictures do that can be drawn anew."""
    is_webp = content[:4] == RIFF and content[8:12] == WEBP
    return is_webp or content.startswith((JPEG_BEGINS, PNG_BEGINS))


def _upright(picture: Image.Image, side: int) -> Image.Image:
    picture.draft("RGB", (2 * side, 2 * side))  # a JPEG can be read at a part of its size
    return ImageOps.exif_transpose(picture).convert("RGBA")


def _drawn(picture: Image.Image) -> bytes:
    """On a new sheet, because a copy would keep the comments that the file had."""
    sheet = Image.new("RGB", picture.size, "white")
    sheet.paste(picture, mask=picture)
    drawn = BytesIO()
    sheet.save(drawn, "JPEG", quality=QUALITY, optimize=True)
    return drawn.getvalue()


def _opened(content: bytes) -> Image.Image:
    """The picture, of which no more than the header has been read."""
    try:
        picture = Image.open(BytesIO(content), formats=KINDS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusablePicture(PictureFlaw.TOO_MANY_PIXELS) from error
    except BROKEN_BY as error:
        raise UnusablePicture(PictureFlaw.WRONG_KIND) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise UnusablePicture(PictureFlaw.TOO_MANY_PIXELS)
    return picture
