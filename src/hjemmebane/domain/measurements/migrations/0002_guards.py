"""Guards of what is measured: finished answers stay as they were given, whoever acts."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable

RESPONSES = Guard(
    course="course_id",
    grants="SELECT, INSERT, UPDATE",
    columns=(
        "version, status, answers, score, finished_at, fits, fits_comment, fits_said_at,"
        " fits_said_by_id"
    ),
)
POSTPONEMENTS = Guard(course="course_id", grants=APPEND_ONLY)
WORDINGS = Guard(
    read="(SELECT guard.actor()) IS NOT NULL",
    write="(SELECT guard.is_operations())",
    grants=APPEND_ONLY,
)

KEEP = """
CREATE FUNCTION guard.keep_as_answered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'answered: %', OLD.id USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION guard.keep_as_answered() FROM PUBLIC;

CREATE TRIGGER measurements_response_stays_as_answered
    BEFORE UPDATE ON measurements_response FOR EACH ROW
    WHEN (OLD.status <> 'UNDER_WAY' AND (
             (NEW.status, NEW.answers, NEW.score, NEW.finished_at)
                 IS DISTINCT FROM (OLD.status, OLD.answers, OLD.score, OLD.finished_at)
             OR (OLD.fits <> '' AND NEW.fits <> OLD.fits)))
    EXECUTE FUNCTION guard.keep_as_answered();
"""
LOOSE = """
DROP TRIGGER measurements_response_stays_as_answered ON measurements_response;
DROP FUNCTION guard.keep_as_answered();
"""


class Migration(migrations.Migration):
    dependencies = [("measurements", "0001_responses"), ("courses", "0002_guards")]
    operations = [
        GuardTable("measurements_wordingimport", WORDINGS),
        GuardTable("measurements_response", RESPONSES),
        GuardTable("measurements_postponement", POSTPONEMENTS),
        migrations.RunSQL(KEEP, LOOSE),
    ]
