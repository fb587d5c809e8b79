import datetime as dt
from collections.abc import Collection
from uuid import UUID

from hjemmebane.domain.sharing.models import Notice
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor


@action
def see_notices(*, keys: Collection[UUID], by: Actor, at: dt.datetime) -> None:
    """The partner who acts has read what they were told. Somebody else's are not there."""
    for notice in Notice.objects.filter(pk__in=list(keys), seen_at__isnull=True):
        notice.save_changes({"seen_at": at}, version=notice.version)
