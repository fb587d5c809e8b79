"""A recording or a picture, once all of it is here and its contact too, in whichever order."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.actions import attach
from hjemmebane.domain.contacts.choices import AttachmentRefusal
from hjemmebane.domain.contacts.models import Attachment
from hjemmebane.domain.field.actions.arrivals import Arrival, Taken
from hjemmebane.domain.field.actions.uploads import announce_upload, drop_upload
from hjemmebane.domain.field.calculations import fingerprint
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.content import AttachmentBody
from hjemmebane.domain.field.queries import contact_about, uploaded
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused

BYTES, VISIT = "bytes", "visit"
BOTH_KEPT = "Der hang allerede en anden. Begge er gemt ved kontakten."


@action
def attach_other(*, body: AttachmentBody, arrival: Arrival, by: Actor, at: dt.datetime) -> Taken:
    """Another under the key of one that is attached: both hang there."""
    if not Attachment.objects.filter(pk=arrival.key_beside).exists():
        taken = attach_whole(body=body, arrival=arrival, key=arrival.key_beside, by=by, at=at)
        if not taken.is_done:
            return taken
    return Taken(conflict=BOTH_KEPT)


@action
def attach_whole(
    *, body: AttachmentBody, arrival: Arrival, key: UUID, by: Actor, at: dt.datetime
) -> Taken:
    """Attach it under `key`, or say what it waits for. What is not what was promised is given up,
    and so is what `attach` refuses.

    Refuses while the scanner is silent; then every byte stays.
    """
    upload = announce_upload(id=arrival.key, size=body.bytes, sha256=body.sha256, by=by, at=at)
    if not upload.is_whole:
        return Taken(have=upload.have, awaits=BYTES)
    contact = contact_about(arrival.course.citizen_id, body.contact)
    if contact is None:
        return Taken(have=upload.have, awaits=VISIT)
    content = uploaded(upload)
    drop_upload(upload_id=upload.pk, by=by, at=at)
    if fingerprint(content) != body.sha256:
        return Taken(broken=FieldRefusal.BROKEN_ON_THE_WAY)
    try:
        attach(
            id=key,
            contact=contact,
            kind=body.kind,
            name=body.name,
            content=content,
            text=body.text,
            seconds=body.seconds,
            by=by,
            at=at,
        )
    except Refused as no:
        if no.reason == AttachmentRefusal.SCANNER_DOWN:
            raise
        return Taken(broken=no.reason)  # and none of its bytes stay with us
    return Taken()
