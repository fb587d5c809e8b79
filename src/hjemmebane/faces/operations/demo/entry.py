"""What every table of the texts in `content/` is."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

# `3d` or `12w`: ago, or ahead where said.
Span = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*[dw]$")]


class Entry(BaseModel):
    """A table of the texts: nothing unknown in it, and never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")
