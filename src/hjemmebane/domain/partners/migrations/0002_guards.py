"""Guards of the shared address book."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

ADDRESS_BOOK = Guard(read="guard.is_staff() OR guard.is_operations()")


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial"), ("teams", "0002_guards")]
    operations = [
        GuardTable("partners_partnerorganisation", ADDRESS_BOOK),
        GuardTable("partners_partnerperson", ADDRESS_BOOK),
    ]
