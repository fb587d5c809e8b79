"""What one of the team spoke and photographed after a visit to one of the invented."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from io import BytesIO

from PIL import Image, ImageDraw

from hjemmebane.domain.contacts.actions import attach
from hjemmebane.domain.contacts.choices import AttachmentKind
from hjemmebane.domain.contacts.queries import contacts_of
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.voices import a_tone
from hjemmebane.foundation.actors import Actor

WHOSE, WRITER = "susanne", "bostoette1"
WHEN, HOUR = "1d", 16
SAID = "Hun viste mig brevet og lo ad det. Næste gang ringer vi til dem sammen."
SHOWN = "Brevet fra udbetalingen, som hun har sat op på køleskabet."
SIZE, PAPER, INK = (640, 480), (247, 244, 238), (86, 99, 95)
EDGE, LINES, APART = 80, 7, 45


def attachment_steps(case: Case) -> Iterator[Step]:
    """A voice note and a picture on the newest contact."""
    if case.story.code == WHOSE:
        at = case.days.moment(WHEN, HOUR)
        yield Step(at, case.writer(WRITER), partial(_hang, case))


def _hang(case: Case, by: Actor, at: dt.datetime) -> None:
    contact = contacts_of(case.course.pk).first()
    if contact is None:
        return
    for kind, name, content, text in (
        (AttachmentKind.VOICE, "efter besøget.wav", a_tone(), SAID),
        (AttachmentKind.PICTURE, "brevet.png", a_letter(), SHOWN),
    ):
        attach(
            id=case.key(at, "attachment", kind),
            contact=contact,
            kind=kind,
            name=name,
            content=content,
            text=text,
            by=by,
            at=at,
        )


def a_letter() -> bytes:
    """A drawing of a letter with lines instead of words: nobody's post is in the demo."""
    drawn = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(drawn)
    for line in range(LINES):
        height = EDGE + line * APART
        pen.line((EDGE, height, SIZE[0] - EDGE * (1 + line % 2), height), INK, 6)
    made = BytesIO()
    drawn.save(made, "PNG")
    return made.getvalue()
