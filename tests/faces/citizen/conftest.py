import pytest
from django.test import Client

from tests.factories.sharing import let_citizen_in

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def kim(cast):
    """Kim with a login of their own."""
    return let_citizen_in(cast.kim, cast.ida)


@pytest.fixture
def phone(kim):
    """Kim's browser."""
    client = Client()
    client.force_login(kim.user, backend=BACKEND)
    return client
