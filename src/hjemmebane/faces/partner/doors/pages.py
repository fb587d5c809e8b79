"""The key of a second factor, to be photographed or typed."""

from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from qrcode import QRCode

from hjemmebane.foundation.accounts.models import User

GROUP, QUIET_ZONE = 4, 4


@dataclass(frozen=True)
class NewKey:
    """size and path: the picture, one square a unit. spelled: the same key in groups of four."""

    username: str
    spelled: str
    size: int
    path: str


def new_key(user: User, secret: str) -> NewKey:
    code = QRCode(border=QUIET_ZONE)
    code.add_data(get_adapter().build_totp_url(user, secret))
    rows = code.get_matrix()
    squares = (
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    spelled = " ".join(secret[at : at + GROUP] for at in range(0, len(secret), GROUP))
    return NewKey(user.username, spelled, len(rows), "".join(squares))
