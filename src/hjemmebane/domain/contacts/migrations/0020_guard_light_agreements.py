"""Guards of the agreements on the light: what was agreed is never changed, only ended."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable

AGREEMENTS = Guard(
    course="course_id",
    grants="SELECT, INSERT, UPDATE",
    columns="version, ended_on, ended_why",
)
LINES = Guard(course="course_id", grants=APPEND_ONLY)

# The red that the follow-ups rest on is the one seen last, and not one that was put right.
OLD = """FROM (SELECT colour, recorded_at FROM contacts_trafficlightobservation
                         WHERE course_id = c.id ORDER BY recorded_at DESC LIMIT 1) l"""
NEW = """FROM (SELECT colour, observed_at, recorded_at FROM contacts_trafficlightobservation o
                         WHERE course_id = c.id AND NOT EXISTS (
                               SELECT FROM contacts_trafficlightobservation n
                                WHERE n.replaces_id = o.id)
                         ORDER BY observed_at DESC, recorded_at DESC, id DESC LIMIT 1) l"""
AT, SEEN_AT = (
    f"jsonb_build_object('at', l.{column}, 'on', guard.danish_day(l.{column})"
    for column in ("recorded_at", "observed_at")
)


def rewrite(*changes: tuple[str, str]) -> str:
    """Replace some words in a function that an earlier migration made. Fails where they are not."""
    written = "written"
    for old, new in changes:
        written = f"replace({written}, $old${old}$old$, $new${new}$new$)"
    there = " AND ".join(f"position($old${old}$old$ IN written) > 0" for old, _ in changes)
    return f"""
DO $do$
DECLARE
    written text := pg_get_functiondef('guard.contact_facts(uuid, timestamptz)'::regprocedure);
BEGIN
    ASSERT {there}, 'contact_facts reads otherwise';
    EXECUTE {written};
END $do$
"""


class Migration(migrations.Migration):
    dependencies = [("contacts", "0019_light_agreements"), ("courses", "0002_guards")]
    operations = [
        GuardTable("contacts_trafficlightagreement", AGREEMENTS),
        GuardTable("contacts_lightsign", LINES),
        GuardTable("contacts_lightaction", LINES),
        migrations.RunSQL(rewrite((OLD, NEW), (AT, SEEN_AT)), rewrite((NEW, OLD), (SEEN_AT, AT))),
    ]
