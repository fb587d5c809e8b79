"""The cast, for the wiring."""

from tests.factories.cast import as_ida, cast

__all__ = ["as_ida", "cast"]
