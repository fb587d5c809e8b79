"""Who is at a citizen's just now, and the team's templates for what is logged."""

from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.models import VisitStart, VisitTemplate
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.alphabet import alphabetical


def open_start(actor: Actor) -> VisitStart | None:
    """Where the acting person has arrived and not logged it yet; None when they are nowhere."""
    mine = VisitStart.objects.filter(
        staff_member__user_id=actor.user_id,
        closed_at__isnull=True,
        course__citizen__died_on__isnull=True,
    )
    return mine.select_related("course__citizen", "staff_member").order_by("-started_at").first()


def open_start_to_change(staff_id: UUID) -> VisitStart | None:
    """A staff member's open start, held until the transaction ends."""
    found = VisitStart.objects.filter(staff_member_id=staff_id, closed_at__isnull=True)
    return found.order_by("-started_at").select_for_update(no_key=True).first()


def start_to_change(visit_id: UUID) -> VisitStart:
    """A start, held until the transaction ends: two taps of the same thumb may meet.

    Raises VisitStart.DoesNotExist when it is not one's own.
    """
    return VisitStart.objects.select_for_update(no_key=True).get(pk=visit_id)


def visible_starts() -> QuerySet[VisitStart]:
    """The starts that the acting person sees, with whose they are."""
    return VisitStart.objects.select_related("staff_member", "course__citizen")


def templates_of(team_id: UUID) -> QuerySet[VisitTemplate]:
    """A team's templates in their order, those put away too."""
    found = VisitTemplate.objects.filter(team_id=team_id).select_related("team")
    return found.order_by("position", alphabetical("name"), "pk")


def templates_in_use(team_id: UUID) -> QuerySet[VisitTemplate]:
    """The templates a team is offered when it logs."""
    return templates_of(team_id).filter(is_active=True)


def visible_templates() -> QuerySet[VisitTemplate]:
    """The templates of the acting person's teams."""
    return VisitTemplate.objects.select_related("team")
