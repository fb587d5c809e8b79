"""Log lines: fields, not prose; and never a CPR number, whatever somebody typed where."""

import logging
import re
from collections.abc import Mapping, MutableMapping

import structlog

CPR_LIKE = re.compile(r"\b\d{6}[- ]?\d{4}\b")
MASK = "xxxxxx-xxxx"

without_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta


def masked(
    logger: logging.Logger, name: str, event: MutableMapping[str, object]
) -> Mapping[str, object]:
    """Replace whatever looks like a CPR number in every text field."""
    return {
        key: CPR_LIKE.sub(MASK, value) if isinstance(value, str) else value
        for key, value in event.items()
    }


def as_line(logger: logging.Logger, name: str, event: MutableMapping[str, object]) -> str | bytes:
    """One JSON object per line."""
    return structlog.processors.JSONRenderer(ensure_ascii=False)(logger, name, event)


structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
)


def log(name: str) -> structlog.stdlib.BoundLogger:
    """A logger whose lines carry fields: `log(__name__).info("refused", reason=…)`."""
    logger: structlog.stdlib.BoundLogger = structlog.get_logger(name)
    return logger
