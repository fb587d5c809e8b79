"""What a pack says of a team that comes to it from another: which part and function is which."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints
from pydantic.dataclasses import dataclass

from hjemmebane.domain.method.content.entries import STRICT, Code, Text

PackCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Move:
    """From one pack to this. Keys are the other pack's codes, values are this one's.

    A part without a line is left where it is, and the team is asked to place the citizen anew; a
    function without a line stays what it was, and covers none of this method's.
    """

    from_pack: PackCode
    title: Text
    text: Text
    parts: Mapping[Code, Code] = Field(default_factory=dict)
    core_functions: Mapping[Code, Code] = Field(default_factory=dict)
    source: Text
