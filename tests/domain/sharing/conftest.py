import pytest

from tests.factories.sharing import let_citizen_in, let_in


@pytest.fixture
def lise(cast):
    """Lise of the job centre with a login; nothing is open to her yet."""
    return let_in(cast.lise, cast.ida)


@pytest.fixture
def kim(cast):
    """Kim with a login of their own."""
    return let_citizen_in(cast.kim, cast.ida)
