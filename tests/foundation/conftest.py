"""The cast, for tests of the tools under every room."""

from tests.factories.cast import as_ida, cast

__all__ = ["as_ida", "cast"]
