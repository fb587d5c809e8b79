"""Guards of tables of lower rooms that came later: citizens' logins, and what is opened one by one."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0003_cadence"),
        ("citizens", "0002_logins"),
        ("consents", "0002_one_by_one"),
    ]
    operations = [
        GuardTable(
            "citizens_citizenlogin", Guard(citizen="citizen_id", write="false", grants="SELECT")
        ),
        GuardTable("consents_consenteditem", Guard(citizen="citizen_id", grants=APPEND_ONLY)),
    ]
