from hjemmebane.domain.contacts.choices import AttachmentKind, AttachmentRefusal
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.pictures import PictureFlaw, UnusablePicture, plain_jpeg
from hjemmebane.foundation.sounds import sound_type
from hjemmebane.gateways.clamav.client import Scanner, Verdict, verdict_on

MEGABYTE = 1024 * 1024
# An hour as telephones record it, and a photograph.
LARGEST = {AttachmentKind.VOICE: 64 * MEGABYTE, AttachmentKind.PICTURE: 16 * MEGABYTE}
TOO_LARGE = {
    AttachmentKind.VOICE: AttachmentRefusal.VOICE_TOO_LARGE,
    AttachmentKind.PICTURE: AttachmentRefusal.PICTURE_TOO_LARGE,
}
LONGEST_SIDE = 2_000


def check_fits(kind: AttachmentKind, content: bytes) -> None:
    """Something, and not more than a talk or a photograph is."""
    if not content:
        raise Refused(AttachmentRefusal.EMPTY, field="file")
    if len(content) > LARGEST[kind]:
        raise Refused(TOO_LARGE[kind], field="file")


def check_is_harmless(content: bytes, *, scanner: Scanner | None) -> None:
    """The scanner has looked and found nothing; where there is none, only our own staff add."""
    verdict = verdict_on(content, by=scanner)
    if verdict is Verdict.UNKNOWN:
        raise Refused(AttachmentRefusal.SCANNER_DOWN, field="file")
    if verdict is Verdict.INFECTED:
        raise Refused(AttachmentRefusal.INFECTED, field="file")


def check_sound(content: bytes) -> str:
    """A sound by what is in it: what kind."""
    media_type = sound_type(content)
    if media_type is None:
        raise Refused(AttachmentRefusal.NOT_SOUND, field="file")
    return media_type


def check_picture(content: bytes) -> bytes:
    """A picture that can be drawn anew, without where and when it was taken: the new one."""
    try:
        return plain_jpeg(content, longest=LONGEST_SIDE)
    except UnusablePicture as unusable:
        is_huge = unusable.flaw is PictureFlaw.TOO_MANY_PIXELS
        reason = AttachmentRefusal.TOO_MANY_PIXELS if is_huge else AttachmentRefusal.NOT_PICTURE
        raise Refused(reason, field="file") from unusable
