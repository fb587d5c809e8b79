"""What the frame of a page needs to know; a face fills it in."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """One entry of a menu. `icon` is a name in design/icons.txt."""

    label: str
    url: str
    icon: str = ""
    current: bool = False


@dataclass(frozen=True)
class Borrowed:
    """A device that its owner has handed to somebody else, and the page that ends it."""

    owner: str
    url: str


@dataclass(frozen=True)
class AccountMenu:
    """Who is logged in: `detail` is the team or role under the name.

    is_demo: the whole page is marked as a demo.
    """

    name: str
    logout_url: str
    detail: str = ""
    links: Sequence[Link] = ()
    is_demo: bool = False
