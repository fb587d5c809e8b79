"""Sounds and pictures that a team hangs on its contacts."""

from hjemmebane.domain.contacts.actions import attach
from hjemmebane.domain.contacts.choices import AttachmentKind
from hjemmebane.domain.contacts.models import Attachment, Contact
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Employee
from tests.factories.voices import SOUND


def hang(contact: Contact, by: Employee, **changes: object) -> Attachment:
    """Attach a voice note unless told; they act."""
    given = {
        "id": new_id(),
        "contact": contact,
        "kind": AttachmentKind.VOICE,
        "name": "efter-besøget.webm",
        "content": SOUND,
        "text": "Kim sang i køkkenet",
    }
    return attach(**given | changes, by=by.actor, at=NOW)
