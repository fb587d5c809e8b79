"""Guards of templates and of arrivals: whoever arrived says so, and that they went, themselves."""

from django.db import migrations

from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

MINE = "staff_member_id = (SELECT guard.staff_id())"
COURSES = "course_id IN (SELECT guard.visible_course_ids())"
TEMPLATES = Guard(
    read="team_id IN (SELECT guard.my_team_ids())",
    write="team_id IN (SELECT guard.coordinated_team_ids())",
    grants=NO_DELETE,
)
STARTS = Guard(
    course="course_id",
    read=COURSES,
    write=f"{COURSES} AND {MINE}",
    grants=NO_DELETE,
    columns="version, left_at, closed_at",
)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0013_visits"), ("courses", "0002_guards")]
    operations = [
        GuardTable("contacts_visittemplate", TEMPLATES),
        GuardTable("contacts_visitstart", STARTS),
    ]
