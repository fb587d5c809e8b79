"""Who is around the citizen: the network, and those who speak for them."""

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.foundation.forms import RecordForm


class NetworkPersonForm(RecordForm):
    """Somebody in the citizen's life."""

    name = taken(NetworkPerson, "name")
    relation = taken(
        NetworkPerson, "relation", help_text="For eksempel søster, nabo eller sagsbehandler."
    )
    kind = taken(NetworkPerson, "kind")
    closeness = taken(NetworkPerson, "closeness")
    wish_for_contact = taken(NetworkPerson, "wish_for_contact")
    phone = taken(NetworkPerson, "phone")


class RepresentativeForm(RecordForm):
    """Somebody who speaks for the citizen."""

    name = taken(Representative, "name")
    kind = taken(Representative, "kind")
    phone = taken(Representative, "phone")
    note = taken(Representative, "note")
