"""What citizens answer to instruments: read and written by them, but for what the team rates."""

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows

WATCH = """
CREATE TRIGGER measurements_response_keeps_to_their_own
    BEFORE INSERT OR UPDATE ON measurements_response FOR EACH ROW EXECUTE FUNCTION
    guard.keep_to_their_own(
        '{version,status,answers,score,finished_at,fits,fits_comment,fits_said_at,fits_said_by_id}',
        '{score,finished_at,fits,fits_comment,fits_said_at,fits_said_by_id,corrects_id,corrects_why}'
    );
"""
UNWATCH = "DROP TRIGGER measurements_response_keeps_to_their_own ON measurements_response"
OWN = "course_id IN (SELECT guard.own_course_ids()) AND manner <> 'RATED'"
OWN_NOW = "course_id IN (SELECT guard.own_open_course_ids())"
BEGUN = f"{OWN_NOW} AND manner <> 'RATED' AND manner <> 'PAPER'"
# What came from paper is theirs to say whether it fits, once it is finished.
CHANGED = f"{OWN_NOW} AND manner <> 'RATED' AND (manner <> 'PAPER' OR status <> 'UNDER_WAY')"


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0022_asked_once"),
        ("measurements", "0002_guards"),
    ]
    operations = [
        migrations.RunSQL(WATCH, UNWATCH),
        OpenRows("measurements_response", "citizen", OWN),
        OpenRows("measurements_response", "citizen", BEGUN, command="INSERT"),
        OpenRows("measurements_response", "citizen", CHANGED, command="UPDATE"),
    ]
