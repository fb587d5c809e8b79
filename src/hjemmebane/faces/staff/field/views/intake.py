"""Taking in one item from a telephone."""

from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.views.decorators.http import require_POST
from pydantic import ValidationError as NotAsAgreed

from hjemmebane.domain.field.actions import Taken, take_in
from hjemmebane.domain.field.choices import Mend
from hjemmebane.domain.field.content import AnyItem, item_of
from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.domain.field.queries import course_for
from hjemmebane.faces.staff.field.forms.reading import first_fault, read_json
from hjemmebane.faces.staff.field.views.answers import for_phones, not_done, refused, said, unknown
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.http import ActorRequest, login_of
from hjemmebane.foundation.records import AlreadySaved


@require_POST
@for_phones
def receive(request: ActorRequest, device: FieldDevice) -> HttpResponse:
    """One item. The answer is the same however often it is sent."""
    sent = read_json(request)
    try:
        item = item_of(sent)
    except NotAsAgreed as invalid:
        raise first_fault(invalid) from invalid
    if item.user != login_of(request).pk:
        return said("other_user", HTTPStatus.CONFLICT)
    course = course_for(item.citizen)
    if course is None:
        return unknown()
    try:
        taken = take_in(
            item=item, sent=sent, course=course, device=device, by=request.actor, at=now()
        )
    except AlreadySaved:
        return unknown()  # the key is a colleague's
    except ValidationError as invalid:
        field, [sentence, *_] = next(iter(invalid.message_dict.items()))
        return refused(sentence, field=field, mend=Mend.CHANGE)
    return answered(item, taken)


def answered(item: AnyItem, taken: Taken) -> HttpResponse:
    if taken.broken:
        return not_done(Refused(taken.broken))
    if taken.awaits:
        told = {"have": taken.have, "for": taken.awaits}
        return said("waiting", HTTPStatus.ACCEPTED, id=str(item.id), **told)
    told = {"conflict": taken.conflict or False, "told": taken.told}
    return said("received", id=str(item.id), **told)
