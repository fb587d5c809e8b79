"""What allauth may do here, and what it may not."""

import pytest
from django.core import mail

from hjemmebane.faces.public.accounts import Adapter
from hjemmebane.gateways.email.client import MailDown


def test_allauth_writes_to_nobody():
    with pytest.raises(MailDown, match="account/email/password_reset_key"):
        Adapter().send_mail("account/email/password_reset_key", "lise@partner.example", {})

    assert mail.outbox == []
