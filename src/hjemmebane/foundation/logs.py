"""Log lines: fields, not prose; never a CPR number, whatever somebody typed where, and no key."""

import logging
import re
from collections.abc import Mapping, MutableMapping

import structlog

CPR_LIKE = re.compile(r"\b\d{6}\s?[-–—]?\s?\d{4}\b")
MASK = "xxxxxx-xxxx"
# The code of an invitation is the end of its address, and good until it is used.
KEY = re.compile(r"(/invitation/)[^/\s\"']+")


def masked(
    logger: logging.Logger, name: str, event: MutableMapping[str, object]
) -> Mapping[str, object]:
    """Replace whatever looks like a CPR number or opens a door, in every text field."""
    return {
        key: KEY.sub(r"\1…", CPR_LIKE.sub(MASK, value)) if isinstance(value, str) else value
        for key, value in event.items()
    }


SHARED = (
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
)


def formatter() -> logging.Formatter:
    """One JSON object per line, tracebacks included, everything masked."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            masked,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )


structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        *SHARED,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
)


def log(name: str) -> structlog.stdlib.BoundLogger:
    """A logger whose lines carry fields: `log(__name__).info("refused", reason=…)`."""
    logger: structlog.stdlib.BoundLogger = structlog.get_logger(name)
    return logger
