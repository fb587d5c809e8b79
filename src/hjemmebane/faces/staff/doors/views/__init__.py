"""Keys for partners and citizens, and the device that is handed over."""

from hjemmebane.faces.staff.doors.views.citizens import (
    citizen,
    citizen_cancel,
    citizen_close,
    citizen_invite,
    hand_over,
)
from hjemmebane.faces.staff.doors.views.partners import (
    partner,
    partner_cancel,
    partner_invite,
    partner_leave,
    partner_move,
)

__all__ = [
    "citizen",
    "citizen_cancel",
    "citizen_close",
    "citizen_invite",
    "hand_over",
    "partner",
    "partner_cancel",
    "partner_invite",
    "partner_leave",
    "partner_move",
]
