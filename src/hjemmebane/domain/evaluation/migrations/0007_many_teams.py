"""One report of the same teams and months under way, also where they are too many for an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0006_too_near")]
    operations = [
        migrations.RemoveConstraint(model_name="evaluationreport", name="one_report_under_way"),
        migrations.AddConstraint(
            model_name="evaluationreport",
            constraint=models.UniqueConstraint(
                models.Func("team_ids", models.Value(0), function="hash_array_extended"),
                models.F("from_on"),
                models.F("until_on"),
                condition=models.Q(("state__in", ("WAITING", "RUNNING"))),
                name="one_report_under_way",
            ),
        ),
    ]
