import json
import logging

import pytest

from hjemmebane.foundation.logs import formatter, log

CPR = "070761-4285"


@pytest.fixture
def lines():
    """What the logger `test` writes, line by line."""
    written = []
    handler = logging.Handler()
    handler.setFormatter(formatter())
    handler.emit = lambda record: written.append(handler.format(record))
    logger = logging.getLogger("test")
    logger.setLevel("INFO")
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)


def test_line_is_json_with_its_fields(lines):
    log("test").info("refused", reason="FUTURE", count=3)

    (line,) = map(json.loads, lines)
    assert (line["event"], line["reason"], line["count"]) == ("refused", "FUTURE", 3)
    assert (line["level"], line["logger"]) == ("info", "test")
    assert "timestamp" in line


@pytest.mark.parametrize(
    "text",
    [CPR, "0707614285", "070761 4285", "070761 - 4285", "070761–4285", f"Kim ({CPR}), ring"],
)
def test_cpr_is_masked_wherever_it_stands(lines, text):
    log("test").warning(text, typed=text)

    assert "4285" not in lines[0]
    assert lines[0].count("xxxxxx-xxxx") == 2


def test_cpr_in_a_traceback_is_masked(lines):
    try:
        int(CPR)
    except ValueError:
        log("test").exception("failed")

    assert "ValueError: invalid literal for int() with base 10: 'xxxxxx-xxxx'" in lines[0]
    assert "4285" not in lines[0]


def test_lines_of_other_libraries_are_masked_too(lines):
    logging.getLogger("test").warning("Not Found: %s", f"/find/?q={CPR}")

    assert json.loads(lines[0])["event"] == "Not Found: /find/?q=xxxxxx-xxxx"


@pytest.mark.parametrize(
    "text",
    ["0198c2a4-7e1d-7c3a-9b1e-000000000000", "2025-06-02 08:00", "12345", "12345678901"],
)
def test_other_numbers_stay(lines, text):
    log("test").info("seen", value=text)

    assert json.loads(lines[0])["value"] == text


def test_danish_letters_stay_readable(lines):
    log("test").info("afvist", hvorfor="Æblegrød på øen")

    assert "Æblegrød på øen" in lines[0]


@pytest.mark.parametrize(
    "text",
    [
        "/invitation/K7QM-2XWD-9RTF/",
        "https://plan.example/invitation/K7QM-2XWD-9RTF",
        "Not Found: /invitation/K7QM-2XWD-9RTF/?fra=brev",
    ],
)
def test_key_in_an_address_is_masked(lines, text):
    log("test").warning(text, path=text)

    assert "K7QM" not in lines[0]
    assert "9RTF" not in lines[0]
    assert lines[0].count("/invitation/…") == 2


def test_key_of_a_feed_is_masked_and_a_page_is_not(lines):
    log("test").warning("GET /kalender/s3cr-t_x.ics 200", path="/kalender/telefon/")

    assert "s3cr" not in lines[0]
    assert "/kalender/….ics" in lines[0]
    assert "/kalender/telefon/" in lines[0]
