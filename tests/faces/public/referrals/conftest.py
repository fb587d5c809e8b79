"""A stranger at the form."""

import datetime as dt
import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.courses.models import Referral
from hjemmebane.domain.courses.queries import receipt_code
from hjemmebane.faces.public.referrals.forms import issue
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.clamav.fake import fake_clamd

WORDS = {
    "referrer_name": "Rie Ravn",
    "referrer_workplace": "Varmestuen",
    "referrer_phone": "12 34 56 78",
    "citizen_name": "Manden ved stationen",
    "difficulties": "Sover ude.\nHører stemmer.",
    "why": "Åbner ikke for andre",
}
PDF = b"%PDF-1.7\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)


def docx(*parts):
    """A ZIP archive with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return made.getvalue()


def upload(name, content=PDF, content_type="application/pdf"):
    return SimpleUploadedFile(name, content, content_type)


class Stranger:
    """A browser without a login, and what it is about to send."""

    def __init__(self, cast):
        self.cast = cast
        self.client = Client()
        self.opened()

    def opened(self, *, seconds_ago=60):
        """Open a new form, a while ago."""
        self.key = new_id()
        at = now() - dt.timedelta(seconds=seconds_ago)
        self.form = {
            "id": str(self.key),
            "issued": issue(self.key, at=at),
            "team": str(self.cast.team_one.pk),
            **WORDS,
        }

    def sends(self, **changes):
        return self.client.post(reverse("public:referrals:new"), {**self.form, **changes})

    def asks(self, code):
        return self.client.post(reverse("public:referrals:status"), {"code": code})

    def answers(self, code, answer):
        form = {"code": code, "answer": answer}
        return self.client.post(reverse("public:referrals:answer"), form)

    def receipt(self):
        return self.client.get(reverse("public:referrals:receipt"))

    @property
    def code(self):
        return receipt_code(self.key)

    def referrals(self):
        """What reached team one."""
        with acting(self.cast.ida.actor):
            return list(Referral.objects.order_by("pk"))


@pytest.fixture
def stranger(cast):
    return Stranger(cast)


@pytest.fixture
def scanner(settings):
    """A virus scanner for the test."""
    with fake_clamd() as address:
        settings.CLAMAV = address
        yield address


def sent_back(response):
    """The fields of the form that came back, as a browser would send them again."""
    page = response.content.decode()
    return dict(re.findall(r'<input type="hidden" name="(id|issued)" value="([^"]*)"', page))
