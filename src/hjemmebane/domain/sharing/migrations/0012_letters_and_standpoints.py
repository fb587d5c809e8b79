"""Partners are told of what waits for them, and by a letter a day that says no more than so; and
both sides say whether they agree with what the other does.

The letters are written by a job. It is told whom to write to and nothing else: of notices it knows
none, and only the database marks them as mailed.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import Guard, GuardTable, OpenRows

# Only who can come in, and to whom the citizen opens something: else nothing waits behind the door.
TELL = """
CREATE FUNCTION guard.tell_partner(person uuid, course uuid, what text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO sharing_notice (id, version, partner_person_id, kind, told_at)
    SELECT gen_random_uuid(), 1, p.id, what, now()
      FROM partners_partnerperson p JOIN accounts_user u ON u.id = p.user_id
     WHERE p.id = person AND u.is_active AND (p.left_on IS NULL OR p.left_on > guard.today())
       AND EXISTS (
        SELECT FROM consents_consent c JOIN courses_course k ON k.citizen_id = c.citizen_id
         WHERE k.id = course AND c.organisation_id = p.organisation_id
           AND (c.person_id IS NULL OR c.person_id = p.id)
           AND c.withdrawn_at IS NULL AND c.from_on <= guard.today()
           AND (c.until_on IS NULL OR c.until_on >= guard.today()))
$$;

CREATE FUNCTION guard.tell_of_message() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM guard.tell_partner(NEW.partner_person_id, NEW.course_id, 'MESSAGE');
    RETURN NULL;
END $$;

CREATE FUNCTION guard.tell_of_invitation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM meetings_networkmeeting
                WHERE id = NEW.meeting_id AND state = 'PLANNED' AND starts_at > now()) THEN
        PERFORM guard.tell_partner(NEW.partner_person_id, NEW.course_id, 'INVITED');
    END IF;
    RETURN NULL;
END $$;

-- Moved or called off before it has been.
CREATE FUNCTION guard.tell_of_meeting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF greatest(OLD.starts_at, NEW.starts_at) > now() THEN
        PERFORM guard.tell_partner(i.partner_person_id, i.course_id, 'MEETING')
           FROM meetings_networkinvitation i
          WHERE i.meeting_id = NEW.id AND i.partner_person_id IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER contacts_message_tells AFTER INSERT ON contacts_message
    FOR EACH ROW WHEN (NEW.side = 'TEAM') EXECUTE FUNCTION guard.tell_of_message();
CREATE TRIGGER meetings_networkinvitation_tells AFTER INSERT ON meetings_networkinvitation
    FOR EACH ROW WHEN (NEW.partner_person_id IS NOT NULL)
    EXECUTE FUNCTION guard.tell_of_invitation();
CREATE TRIGGER meetings_networkmeeting_tells AFTER UPDATE ON meetings_networkmeeting
    FOR EACH ROW WHEN (OLD.state = 'PLANNED' AND NEW.state IN ('PLANNED', 'CANCELLED')
                       AND (NEW.state, NEW.starts_at, NEW.place)
                           IS DISTINCT FROM (OLD.state, OLD.starts_at, OLD.place))
    EXECUTE FUNCTION guard.tell_of_meeting();
"""
UNTELL = """
DROP TRIGGER contacts_message_tells ON contacts_message;
DROP TRIGGER meetings_networkinvitation_tells ON meetings_networkinvitation;
DROP TRIGGER meetings_networkmeeting_tells ON meetings_networkmeeting;
DROP FUNCTION guard.tell_of_message(), guard.tell_of_invitation(), guard.tell_of_meeting(),
    guard.tell_partner(uuid, uuid, text);
"""

LETTERS = """
-- To whom a letter is to go: something is unseen that no letter told of, none went today, they want
-- them, and they can still come in. For the job alone.
CREATE FUNCTION guard.partners_to_write_to() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id FROM partners_partnerperson p JOIN accounts_user u ON u.id = p.user_id
     WHERE guard.actor() = 'job:news-letters' AND u.is_active AND p.email <> ''
       AND (p.left_on IS NULL OR p.left_on > guard.today())
       AND EXISTS (SELECT FROM sharing_notice n
                    WHERE n.partner_person_id = p.id AND n.seen_at IS NULL AND n.mailed_at IS NULL)
       AND NOT EXISTS (SELECT FROM sharing_notice n
                        WHERE n.partner_person_id = p.id
                          AND n.mailed_at >= guard.today()::timestamp AT TIME ZONE 'Europe/Copenhagen')
       AND NOT EXISTS (SELECT FROM sharing_mailchoice c
                        WHERE c.partner_person_id = p.id AND NOT c.is_wanted)
$$;

-- Marks what one letter tells of, before it goes, and answers where it goes to; NULL when somebody
-- else was quicker or it is no longer due. Two at once wait for each other, and the second finds
-- the mark of the first.
CREATE FUNCTION guard.take_news_letter(person uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF guard.actor() IS DISTINCT FROM 'job:news-letters' THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('news-letter:' || person, 0));
    IF person NOT IN (SELECT guard.partners_to_write_to()) THEN
        RETURN NULL;
    END IF;
    UPDATE sharing_notice SET mailed_at = now()
     WHERE partner_person_id = person AND seen_at IS NULL AND mailed_at IS NULL;
    RETURN (SELECT email FROM partners_partnerperson WHERE id = person);
END $$;

-- The letter did not go: what it was to tell of waits for the next one.
CREATE FUNCTION guard.give_back_news_letter(person uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE sharing_notice SET mailed_at = NULL
     WHERE guard.actor() = 'job:news-letters' AND partner_person_id = person
       AND mailed_at >= guard.today()::timestamp AT TIME ZONE 'Europe/Copenhagen'
$$;
"""
NAMES = (
    "guard.partners_to_write_to(), guard.take_news_letter(uuid), guard.give_back_news_letter(uuid)"
)
GRANTS = f"""
REVOKE ALL ON FUNCTION guard.tell_of_message(), guard.tell_of_invitation(),
    guard.tell_of_meeting(), guard.tell_partner(uuid, uuid, text), {NAMES} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {NAMES} TO hjemmebane_app;
"""
STANDPOINTS = """
        UNION ALL
        SELECT course_id, 'standpoint', recorded_by_id, recorded_at FROM sharing_standpoint
         WHERE side = 'TEAM'"""
# As before, and what the other side says to what one does.
NEWS = """
CREATE OR REPLACE FUNCTION sharing_new_to_partner()
RETURNS TABLE (course uuid, about text, times bigint)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    SELECT m.course_id, 'message', count(*) FROM contacts_message m
     WHERE m.side = 'TEAM' AND m.seen_at IS NULL AND m.activity_id IN (SELECT guard.own_activity_ids())
     GROUP BY m.course_id
    UNION ALL
    SELECT n.course_id, n.about, count(*)
      FROM guard.my_last_visits() AS v
      JOIN guard.opened_citizens() AS c ON c.citizen_id = v.citizen_id
      JOIN (
        SELECT course_id, 'wish' AS about, recorded_by_id, recorded_at FROM plans_wish
        UNION ALL
        SELECT course_id, 'goal', recorded_by_id, recorded_at FROM plans_goal
        UNION ALL
        SELECT course_id, 'step', recorded_by_id, recorded_at FROM plans_subgoal
        UNION ALL
        SELECT course_id, 'activity', recorded_by_id, recorded_at FROM plans_planactivity
        UNION ALL
        SELECT course_id, 'appointment', recorded_by_id, recorded_at FROM contacts_appointment
        UNION ALL
        SELECT course_id, 'appointment', recorded_by_id, recorded_at FROM sharing_partnerappointment{standpoints}
      ) AS n ON n.course_id = c.course_id AND n.recorded_at > v.at
     WHERE n.recorded_by_id <> guard.user_id()
     GROUP BY n.course_id, n.about
$$;
""".replace("{standpoints}", STANDPOINTS)
NEWS_BEFORE = NEWS.replace(STANDPOINTS, "")
ME = "partner_person_id = (SELECT guard.partner_id())"
OPENED_NOW = "course_id IN (SELECT guard.opened_course_ids(''))"
OPENED_ACTIVITY = "activity_id IN (SELECT guard.opened_activity_ids())"
COLLEAGUES = "partner_person_id IN (SELECT guard.partner_colleague_ids())"
GIVER = "recorded_by_id = (SELECT guard.user_id())"


class Migration(migrations.Migration):
    dependencies = [("sharing", "0011_moods_and_wishes")]
    operations = [
        migrations.AddField(
            model_name="notice",
            name="mailed_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("OPENED", "Noget nyt er delt med jer."),
                    ("CHANGED", "Noget af det, der er delt med jer, er ændret."),
                    ("CLOSED", "Noget, der var delt med jer, er lukket igen."),
                    ("MESSAGE", "Teamet har skrevet til dig."),
                    ("INVITED", "Du er inviteret til et møde."),
                    ("MEETING", "Et møde, du er inviteret til, er flyttet eller aflyst."),
                ],
                editable=False,
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="MailChoice",
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
                ("is_wanted", models.BooleanField()),
                (
                    "partner_person",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.partnerperson",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        GuardTable(
            "sharing_mailchoice",
            Guard(read=ME, grants="SELECT, INSERT, UPDATE", columns="version, is_wanted"),
        ),
        migrations.CreateModel(
            name="Standpoint",
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
                    "side",
                    models.CharField(
                        choices=[("TEAM", "Teamet"), ("PARTNER", "Samarbejdspartneren")],
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("AGREES", "Vi er enige"), ("DIFFERS", "Vi ser det anderledes")],
                        max_length=10,
                        verbose_name="Hvad siger I til det?",
                    ),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=500, verbose_name="Kort: hvorfor?"),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.planactivity",
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
                    "partner_person",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.partnerperson",
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
                    models.Index(fields=["course", "activity"], name="standpoint_of_course")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer", "AGREES"))
                        | models.Q(("reason", ""), _negated=True),
                        name="differing_has_a_reason",
                    )
                ],
            },
        ),
        GuardTable(
            "sharing_standpoint",
            Guard(
                course="course_id",
                write="course_id IN (SELECT guard.visible_course_ids()) AND side = 'TEAM'"
                f" AND {GIVER}",
                grants="SELECT, INSERT",
            ),
        ),
        OpenRows(
            "sharing_standpoint", "partner", f"{COLLEAGUES} AND {OPENED_NOW} AND {OPENED_ACTIVITY}"
        ),
        OpenRows(
            "sharing_standpoint",
            "partner",
            f"side = 'PARTNER' AND {ME} AND {GIVER} AND {OPENED_NOW} AND {OPENED_ACTIVITY}",
            command="INSERT",
        ),
        migrations.RunSQL(NEWS, NEWS_BEFORE),
        migrations.RunSQL(TELL + LETTERS + GRANTS, f"DROP FUNCTION {NAMES}; {UNTELL}"),
    ]
