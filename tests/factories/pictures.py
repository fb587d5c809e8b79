"""Pictures drawn for a test; nobody is in them."""

import io
import struct
import zlib

from PIL import Image

BLUE, RED = (30, 60, 200), (200, 30, 30)
UPSIDE_DOWN = 3
ORIENTATION, MAKER = 0x0112, 0x010F


def halves(width: int, height: int) -> Image.Image:
    """Blue above, red below."""
    drawn = Image.new("RGB", (width, height), RED)
    drawn.paste(BLUE, (0, 0, width, height // 2))
    return drawn


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (400, 400), **how: object) -> bytes:
    """A file of a kind with blue above and red below."""
    made = io.BytesIO()
    halves(*size).save(made, kind, **how)
    return made.getvalue()


def photograph(*, orientation: int = UPSIDE_DOWN) -> bytes:
    """As a camera makes it: turned, and with words in it that are nobody's business."""
    told = Image.Exif()
    told[ORIENTATION], told[MAKER] = orientation, "Hemmeligt kamera"
    return picture(exif=told, comment=b"Hemmelig kommentar")


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def png_saying(width: int, height: int) -> bytes:
    """A file of a few bytes whose header promises a picture of this size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, body) for name, body in parts)


def _part(name: bytes, body: bytes) -> bytes:
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)
