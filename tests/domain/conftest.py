"""The cast, for every test of a room."""

from tests.factories.cast import as_ida, cast

__all__ = ["as_ida", "cast"]
