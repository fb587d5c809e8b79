"""The cast, for every face."""

from tests.factories.cast import as_ida, cast

__all__ = ["as_ida", "cast"]
