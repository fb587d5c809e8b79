"""The colour that citizens say it is: said by them, read by their team, followed up when red."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable, OpenRows

# What waits after a red of the acting citizen's own; the follow-up itself stays the team's.
CREATE = """
CREATE FUNCTION guard.own_red_waiting(asked uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT f.id FROM contacts_followup f
     WHERE f.status = 'OPEN' AND f.course_id = asked
       AND f.course_id IN (SELECT guard.own_course_ids())
       AND f.id IN (SELECT follow_up_id FROM sharing_ownlight WHERE course_id = asked)
     ORDER BY f.id LIMIT 1
$$;
REVOKE ALL ON FUNCTION guard.own_red_waiting(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.own_red_waiting(uuid) TO hjemmebane_app;

CREATE TRIGGER sharing_ownlight_keeps_to_their_own
    BEFORE INSERT OR UPDATE ON sharing_ownlight FOR EACH ROW EXECUTE FUNCTION
    guard.keep_to_their_own('{}', '{}');
CREATE TRIGGER contacts_followup_keeps_to_their_own
    BEFORE INSERT OR UPDATE ON contacts_followup FOR EACH ROW EXECUTE FUNCTION
    guard.keep_to_their_own(
        '{}', '{staff_member_id,settled_at,settled_by_id,settled_note,rule,concerns,suggestion}');
"""
DROP = """
DROP TRIGGER contacts_followup_keeps_to_their_own ON contacts_followup;
DROP TRIGGER sharing_ownlight_keeps_to_their_own ON sharing_ownlight;
DROP FUNCTION guard.own_red_waiting(uuid);
"""
OWN = "course_id IN (SELECT guard.own_course_ids())"
OWN_NOW = "course_id IN (SELECT guard.own_open_course_ids())"
AGREED = ("contacts_trafficlightagreement", "contacts_lightsign", "contacts_lightaction")


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0020_signs_of_life"),
        ("contacts", "0020_guard_light_agreements"),
        ("courses", "0004_guard_logins_and_items"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="OwnLight",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hjemmebane.foundation.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(editable=False)),
                (
                    "colour",
                    models.CharField(
                        choices=[("GREEN", "Grøn"), ("YELLOW", "Gul"), ("RED", "Rød")],
                        max_length=10,
                        verbose_name="Hvad er dit lys?",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="Vil du sige noget om det?"
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="courses.course",
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contacts.followup",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["course", "-recorded_at"], name="own_light_newest")
                ],
            },
        ),
        GuardTable(
            "sharing_ownlight", Guard(course="course_id", write="false", grants=APPEND_ONLY)
        ),
        migrations.RunSQL(CREATE, DROP),
        OpenRows("sharing_ownlight", "citizen", OWN),
        OpenRows("sharing_ownlight", "citizen", OWN_NOW, command="INSERT"),
        OpenRows(
            "contacts_followup", "citizen", f"{OWN_NOW} AND status = 'OPEN'", command="INSERT"
        ),
        *(OpenRows(table, "citizen", OWN) for table in AGREED),
    ]
