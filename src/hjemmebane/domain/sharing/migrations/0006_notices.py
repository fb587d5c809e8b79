"""Partners are told neutrally that something was opened, changed or closed, in the same transaction."""

import django.db.models.deletion
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import Guard, GuardTable

# What takes the place of another consent tells of both: who still sees something, who sees it now,
# and who no longer does. The same terms once more are no news.
TELL = """
CREATE FUNCTION guard.tell_partners() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    verb text := coalesce(current_setting('hjemmebane.verb', true), '');
    former public.consents_consent;
BEGIN
    IF NEW.organisation_id IS NULL OR NEW.until_on < guard.today() THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL
           AND verb NOT IN ('consents.change_consent', 'consents.renew_consent') THEN
            INSERT INTO sharing_notice (id, version, partner_person_id, kind, told_at)
            SELECT gen_random_uuid(), 1, p.id, 'CLOSED', now()
              FROM partners_partnerperson p
             WHERE p.organisation_id = NEW.organisation_id AND p.user_id IS NOT NULL
               AND (NEW.person_id IS NULL OR NEW.person_id = p.id)
               AND (p.left_on IS NULL OR p.left_on > guard.today());
        END IF;
        RETURN NULL;
    END IF;
    SELECT * INTO former FROM consents_consent c
     WHERE c.id = NEW.replaces_id AND (c.until_on IS NULL OR c.until_on >= guard.today());
    IF former.id IS NOT NULL AND verb = 'consents.renew_consent' THEN
        RETURN NULL;
    END IF;
    INSERT INTO sharing_notice (id, version, partner_person_id, kind, told_at)
    SELECT gen_random_uuid(), 1, p.id,
           CASE WHEN NOT t.is_open THEN 'CLOSED' WHEN t.was_open THEN 'CHANGED' ELSE 'OPENED' END,
           now()
      FROM partners_partnerperson p
     CROSS JOIN LATERAL (
        SELECT NEW.person_id IS NULL OR NEW.person_id = p.id AS is_open,
               former.id IS NOT NULL
               AND (former.person_id IS NULL OR former.person_id = p.id) AS was_open) AS t
     WHERE p.organisation_id = NEW.organisation_id AND p.user_id IS NOT NULL
       AND (p.left_on IS NULL OR p.left_on > guard.today()) AND (t.is_open OR t.was_open);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION guard.tell_partners() FROM PUBLIC;
CREATE TRIGGER consents_consent_tells AFTER INSERT OR UPDATE ON consents_consent
    FOR EACH ROW EXECUTE FUNCTION guard.tell_partners();
"""
BACK = """
DROP TRIGGER consents_consent_tells ON consents_consent;
DROP FUNCTION guard.tell_partners();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0005_preview"),
        ("partners", "0003_logins"),
        ("consents", "0003_given_by"),
    ]
    operations = [
        migrations.CreateModel(
            name="Notice",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("OPENED", "Noget nyt er delt med jer."),
                            ("CHANGED", "Noget af det, der er delt med jer, er ændret."),
                            ("CLOSED", "Noget, der var delt med jer, er lukket igen."),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("told_at", models.DateTimeField(editable=False)),
                ("seen_at", models.DateTimeField(editable=False, null=True)),
                (
                    "partner_person",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.partnerperson",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("seen_at__isnull", True)),
                        fields=["partner_person"],
                        name="notice_unseen",
                    )
                ],
            },
        ),
        GuardTable(
            "sharing_notice",
            Guard(
                read="partner_person_id = (SELECT guard.partner_id())",
                grants="SELECT, UPDATE",
                columns="version, seen_at",
            ),
        ),
        migrations.RunSQL(TELL, BACK),
    ]
