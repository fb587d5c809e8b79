"""The frame around each page, as the face that the reader meets makes it."""

from django.http import HttpRequest
from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.faces.citizen.shell import shell as citizen_shell
from hjemmebane.faces.partner.shell import shell as partner_shell
from hjemmebane.faces.staff.shell import shell as staff_shell
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.http import face_of

# label, route
FOOTER = (
    ("Henvis en borger", "public:referrals:new"),
    ("Privatliv", "public:privacy"),
    ("Tilgængelighed", "public:accessibility"),
)
SHELLS = {Face.STAFF: staff_shell, Face.PARTNER: partner_shell, Face.CITIZEN: citizen_shell}


def frame(request: HttpRequest) -> dict[str, object]:
    """Context processor. What a shell gives is asked by the layouts that show it, and no other."""
    footer = [Link(label, reverse(route)) for label, route in FOOTER]
    shell = SHELLS[face_of(request)](request) if getattr(request, "actor", None) else {}
    return {"footer_links": footer, **shell}
