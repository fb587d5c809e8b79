"""Log lines: fields, not prose; and never a CPR number, whatever somebody typed where, nor a key
that stands in an address.
"""

import logging
import re
from collections.abc import Mapping, MutableMapping

import structlog

CPR_LIKE = re.compile(r"\b\d{6}\s?[-–—]?\s?\d{4}\b")
MASK = "xxxxxx-xxxx"
# The link in a letter opens a door to whoever reads it, here as well; and a feed's a calendar.
KEY_IN_ADDRESS = re.compile(r"(/invitation/)[^/?#\s\"']+|(/kalender/)[^/?#\s\"']+(?=\.ics)")


def masked(
    logger: logging.Logger, name: str, event: MutableMapping[str, object]
) -> Mapping[str, object]:
    """Replace whatever looks like a CPR number or is a key, in every text field."""
    return {
        key: masked_text(value) if isinstance(value, str) else value for key, value in event.items()
    }


def masked_text(text: str) -> str:
    return KEY_IN_ADDRESS.sub(r"\1\2…", CPR_LIKE.sub(MASK, text))


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
