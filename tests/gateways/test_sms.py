"""Every gateway answers alike, and what one tells us is believed only when it is signed."""

import json
import socket
import threading

import pytest

from hjemmebane.gateways.sms import client, incoming
from hjemmebane.gateways.sms.client import (
    BadAddress,
    HttpGateway,
    SmsDown,
    SmsRefused,
    gateway_in_use,
)
from hjemmebane.gateways.sms.fake import NOBODYS, TOKEN, FakeGateway, fake_gateway
from hjemmebane.gateways.sms.outbox import Outbox

MESSAGE = {"to": "+4520202020", "text": "Husk i morgen kl. 10.00.", "key": "en-noegle"}
OTHER = {"to": "+4530303030", "text": "Husk i dag kl. 9.30.", "key": "en-anden"}


@pytest.fixture
def far():
    """A gateway at the other end of a line, and the client that speaks to it."""
    with fake_gateway() as fake:
        yield HttpGateway(fake.address, TOKEN, "Hjemmebane"), fake


@pytest.fixture(params=["fake", "http", "outbox"])
def gateway(request, far, tmp_path):
    """Each gateway, and a question for what it has taken."""
    if request.param == "fake":
        fake = FakeGateway()
        return fake, lambda: [(one.to, one.text) for one in fake.taken.values()]
    if request.param == "http":
        return far[0], lambda: [(one.to, one.text) for one in far[1].taken.values()]
    outbox = Outbox(tmp_path / "sms")
    return outbox, lambda: [(one["to"], one["text"]) for one in outbox.messages()]


def said(message):
    return message["to"], message["text"]


def test_message_is_taken_and_named(gateway):
    way, taken = gateway

    assert way.send(**MESSAGE)
    assert taken() == [said(MESSAGE)]


def test_same_key_is_the_same_message(gateway):
    way, taken = gateway

    first = way.send(**MESSAGE)

    assert way.send(**MESSAGE) == first
    assert way.send(**OTHER) != first
    assert taken() == [said(MESSAGE), said(OTHER)]


def test_same_key_at_once_is_one_message(gateway):
    way, taken = gateway
    threads = [threading.Thread(target=way.send, kwargs=MESSAGE) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert taken() == [said(MESSAGE)]


def test_number_that_nobody_has_is_refused(far):
    for way in (far[0], FakeGateway()):
        with pytest.raises(SmsRefused):
            way.send(**MESSAGE | {"to": NOBODYS})


@pytest.mark.parametrize(
    "fault", ["down", "lost", "dropped", "silent", "strange", "packed", "trickle"]
)
def test_unclear_end_is_down_and_the_next_try_is_the_same_message(far, fault, monkeypatch):
    monkeypatch.setattr(client, "PATIENCE_SECONDS", 0.3)
    way, fake = far
    fake.otherwise.append(fault)

    with pytest.raises(SmsDown):
        way.send(**MESSAGE)
    way.send(**MESSAGE)

    assert [said(MESSAGE)] == [(one.to, one.text) for one in fake.taken.values()]


def test_wrong_token_is_down_not_refused(far):
    """It is the installation's fault, so the message waits until it is mended."""
    with pytest.raises(SmsDown, match="status 401"):
        HttpGateway(far[1].address, "forkert", "Hjemmebane").send(**MESSAGE)


def test_nobody_there_is_down():
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and never listening
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        with pytest.raises(SmsDown, match="ConnectError"):
            HttpGateway(address, TOKEN, "Hjemmebane").send(**MESSAGE)


def test_name_server_that_hangs_is_not_waited_for(monkeypatch):
    """A row of the reminder is held meanwhile."""
    monkeypatch.setattr(client, "PATIENCE_SECONDS", 0.1)
    given_up, answered = threading.Event(), threading.Event()

    def hang(*_asked, **_how):
        given_up.wait(30)
        answered.set()
        raise OSError("nobody knows")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    try:
        with pytest.raises(SmsDown, match="in time"):
            HttpGateway("https://gateway.example/", TOKEN, "Hjemmebane").send(**MESSAGE)
        assert not answered.is_set()
    finally:
        given_up.set()
    assert answered.wait(30)


def test_receipt_that_cannot_be_kept_is_none(far, monkeypatch):
    monkeypatch.setattr(FakeGateway, "send", lambda *_, **__: "g\0-1")

    with pytest.raises(SmsDown, match="no receipt"):
        far[0].send(**MESSAGE)


def test_answer_without_end_is_down(far, monkeypatch):
    monkeypatch.setattr(client, "LONGEST_ANSWER", 5)

    with pytest.raises(SmsDown, match="without end"):
        far[0].send(**MESSAGE)


@pytest.mark.parametrize("address", ["gateway", "http://gateway.example/", "ftp://x/", "https://"])
def test_address_that_is_none_is_refused(address):
    with pytest.raises(BadAddress, match="neither https"):
        HttpGateway(address, TOKEN, "Hjemmebane")


def test_installation_names_its_gateway(settings, tmp_path):
    settings.SMS_ADDRESS = ""
    assert gateway_in_use() is None

    settings.SMS_ADDRESS = f"file:{tmp_path}"
    assert gateway_in_use() == Outbox(tmp_path)

    settings.SMS_ADDRESS, settings.SMS_TOKEN = "https://gateway.example/sms", "t"
    settings.SMS_SENDER = "Teamet"
    assert gateway_in_use() == HttpGateway("https://gateway.example/sms", "t", "Teamet")


# ---------------------------------------------------------------- what it tells us

SECRET = "en-fælles-hemmelighed"
BODY = json.dumps({"id": "s1", "from": "+4520202020", "text": "Ring"}).encode()
AT = 1_780_000_000


def check(body=BODY, secret=SECRET, at=AT, later=0, given=None):
    incoming.check_signature(
        secret,
        timestamp=str(at),
        given=incoming.signature(SECRET, str(AT), BODY) if given is None else given,
        body=body,
        seconds_now=AT + later,
    )


def test_signed_call_is_believed():
    check()


@pytest.mark.parametrize(
    "wrong",
    [
        {"body": BODY + b" "},
        {"secret": "en anden"},
        {"secret": ""},
        {"at": AT + 1},
        {"at": "i går"},
        {"at": "١٧٨"},
        {"later": incoming.LATEST_SECONDS + 1},
        {"later": -incoming.LATEST_SECONDS - 1},
        {"given": ""},
        {"given": "æøå"},
    ],
    ids=str,
)
def test_call_that_is_not_signed_is_forged(wrong):
    with pytest.raises(incoming.Forged):
        check(**wrong)


def test_what_was_said_is_read():
    said = incoming.reply(BODY)
    assert (said.id, said.sender, said.text) == ("s1", "+4520202020", "Ring")

    reference = "01890000-0000-7000-8000-000000000001"
    told = incoming.delivery(json.dumps({"reference": reference, "status": "delivered"}).encode())
    assert (str(told.reference), told.status) == (reference, incoming.Arrival.DELIVERED)


def test_more_than_a_telephone_can_write_is_cut_and_not_lost():
    body = json.dumps({"id": "s1", "from": "+4520202020", "text": "Ri\0ng" + "g" * 5_000})

    assert incoming.reply(body.encode()).text == "Ring" + "g" * 1_996


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"id": ""}',
        b'{"id": "\\u0000", "from": "1"}',
        b'{"id": "1", "from": 7}',
        b"\xff\xfe",
        b'{"text": "Kim"}',
    ],
    ids=["nothing", "list", "no name", "unkept name", "number", "no text", "no sender"],
)
def test_what_is_not_understood_is_unreadable_and_not_repeated(body):
    for read in (incoming.reply, incoming.delivery):
        with pytest.raises(incoming.Unreadable) as failure:
            read(body)
        assert "Kim" not in str(failure.value)
