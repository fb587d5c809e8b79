"""What members believe: each their own, the others' once one has answered or the talk is closed.

Figures that are kept when it closes are read by the team, and by its manager where enough people
are behind. What is closed stays as it is, whoever acts.
"""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard, GuardTable

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"
ASSESSMENTS = Guard(
    read="staff_member_id = (SELECT guard.staff_id())"
    " OR id IN (SELECT guard.opened_self_assessment_ids())",
    write=f"staff_member_id = (SELECT guard.staff_id()) AND {MY_TEAMS}",
    grants=NO_DELETE,
    columns="version, answers, comments",
)
TALKS = Guard(
    read=MY_TEAMS,
    grants=NO_DELETE,
    columns="version, held_on, participants, status_note, preconditions_note, plan_note,"
    " practice_note, closed_at, closed_by_id",
)
FIGURES = Guard(
    read=f"{MY_TEAMS} OR (is_told AND team_id IN (SELECT guard.managed_team_ids()))",
    write=MY_TEAMS,
    grants=APPEND_ONLY,
)

OPENED = """
-- Of the actor's own teams: the quarters that they have answered for themselves, and those whose
-- talk is closed.
CREATE FUNCTION guard.opened_self_assessment_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.id FROM fidelity_selfassessment a
     WHERE a.team_id IN (SELECT guard.my_team_ids())
       AND (EXISTS (SELECT FROM fidelity_selfassessment own
                     WHERE own.team_id = a.team_id AND own.quarter_on = a.quarter_on
                       AND own.staff_member_id = guard.staff_id())
            OR EXISTS (SELECT FROM fidelity_quartertalk talk
                        WHERE talk.team_id = a.team_id AND talk.quarter_on = a.quarter_on
                          AND talk.closed_at IS NOT NULL))
$$;

-- How many have answered, which one may know before one has answered oneself.
CREATE FUNCTION guard.self_assessment_count(of_team uuid, of_quarter date) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*) FROM fidelity_selfassessment
     WHERE team_id = of_team AND quarter_on = of_quarter
       AND of_team IN (SELECT guard.my_team_ids())
$$;

REVOKE ALL ON FUNCTION guard.opened_self_assessment_ids(),
    guard.self_assessment_count(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.opened_self_assessment_ids(),
    guard.self_assessment_count(uuid, date) TO hjemmebane_app;
"""
NOT_OPENED = """
DROP FUNCTION guard.self_assessment_count(uuid, date), guard.opened_self_assessment_ids();
"""

KEEP = """
CREATE FUNCTION guard.keep_closed_quarter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM fidelity_quartertalk talk
                WHERE talk.team_id = NEW.team_id AND talk.quarter_on = NEW.quarter_on
                  AND talk.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'closed: %', NEW.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION guard.keep_closed_quarter() FROM PUBLIC;

CREATE TRIGGER fidelity_selfassessment_stays_when_closed
    BEFORE INSERT OR UPDATE ON fidelity_selfassessment FOR EACH ROW
    EXECUTE FUNCTION guard.keep_closed_quarter();
CREATE TRIGGER fidelity_quartertalk_stays_when_closed
    BEFORE UPDATE ON fidelity_quartertalk FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL)
    EXECUTE FUNCTION guard.keep_closed_quarter();
"""
LOOSE = """
DROP TRIGGER fidelity_quartertalk_stays_when_closed ON fidelity_quartertalk;
DROP TRIGGER fidelity_selfassessment_stays_when_closed ON fidelity_selfassessment;
DROP FUNCTION guard.keep_closed_quarter();
"""


class Migration(migrations.Migration):
    dependencies = [("fidelity", "0005_believed")]
    operations = [
        migrations.RunSQL(OPENED, NOT_OPENED),
        GuardTable("fidelity_selfassessment", ASSESSMENTS),
        GuardTable("fidelity_quartertalk", TALKS),
        GuardTable("fidelity_quarterfigure", FIGURES),
        migrations.RunSQL(KEEP, LOOSE),
    ]
