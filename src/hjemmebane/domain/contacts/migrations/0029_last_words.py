"""Appointments of which the citizen was told another time that is still to come, however far off
the new one is; and those that stand again at a time they have since been told is another.
"""

from importlib import import_module

from django.db import migrations

before = import_module("hjemmebane.domain.contacts.migrations.0024_guard_sms")

DUE = """       AND p.status = 'PLANNED' AND p.starts_at > since AND p.starts_at <= until
       AND (SELECT count(*) FROM contacts_smsreminder r
             WHERE r.appointment_id = p.id AND r.starts_at = p.starts_at) < cardinality(a.moments)
"""
DUE_OR_TOLD = """       AND p.status = 'PLANNED' AND p.starts_at > since
       AND ((p.starts_at <= until
             AND (SELECT count(*) FROM contacts_smsreminder r
                   WHERE r.appointment_id = p.id AND r.starts_at = p.starts_at AND r.moment <> '')
                 < cardinality(a.moments))
            OR EXISTS (SELECT FROM contacts_smsreminder r
                        WHERE r.appointment_id = p.id AND r.starts_at <> p.starts_at
                          AND r.state IN ('SENDING', 'SENT', 'DELIVERED')))
"""


def planning(wanted: str) -> str:
    """The function of what is to be planned, by this condition."""
    _, _, rest = before.PLANNING.partition("CREATE FUNCTION guard.sms_to_plan")
    body, _, _ = rest.partition("$$;")
    return f"CREATE OR REPLACE FUNCTION guard.sms_to_plan{body.replace(DUE, wanted)}$$;"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0028_signs_count")]
    operations = [migrations.RunSQL(planning(DUE_OR_TOLD), planning(DUE))]
