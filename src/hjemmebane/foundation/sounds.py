"""Sound files by what is in them: the kinds that telephones and browsers record."""

RIFF, WAVE = b"RIFF", b"WAVE"
FILE_TYPE = b"ftyp"
# The same box around what telephones photograph.
PICTURES = {b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1", b"avif", b"avis"}
# How a file begins, and what it is.
BEGINNINGS = (
    (b"\x1a\x45\xdf\xa3", "audio/webm"),
    (b"OggS", "audio/ogg"),
    (b"#!AMR", "audio/amr"),
    (b"ID3", "audio/mpeg"),
)
# Two bytes: twelve ones that begin a frame, then the version; what is left tells the layer.
FRAMES = {
    **dict.fromkeys((b"\xff\xf1", b"\xff\xf9"), "audio/aac"),
    **dict.fromkeys((b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2"), "audio/mpeg"),
}


def sound_type(content: bytes) -> str | None:
    """The content type of a recording, whatever it is called; None of everything else."""
    if content[4:8] == FILE_TYPE:
        return None if content[8:12] in PICTURES else "audio/mp4"
    if content[:4] == RIFF and content[8:12] == WAVE:
        return "audio/wav"
    for beginning, content_type in BEGINNINGS:
        if content.startswith(beginning):
            return content_type
    return FRAMES.get(content[:2])
