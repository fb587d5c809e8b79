"""A correction that was stopped corrects nothing: what stood stands, and may be put right anew."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

before = import_module("hjemmebane.domain.measurements.migrations.0004_no_figure_by_difference")

FINISHED = """           AND NOT EXISTS (SELECT FROM measurements_response n
                            WHERE n.corrects_id = r.id AND n.status <> 'UNDER_WAY')
"""
WHOLE = """           AND NOT EXISTS (SELECT FROM measurements_response n
                            WHERE n.corrects_id = r.id AND n.status = 'COMPLETE')
           AND (r.corrects_id IS NULL OR r.status = 'COMPLETE')
"""
SUMS = before.SUMS.replace(FINISHED, WHOLE)


class Migration(migrations.Migration):
    dependencies = [("measurements", "0004_no_figure_by_difference")]
    operations = [
        migrations.AlterField(
            model_name="response",
            name="corrects",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="measurements.response",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "STOPPED"), _negated=True),
                fields=("corrects",),
                name="one_correction_of_a_response",
            ),
        ),
        migrations.RunSQL(SUMS, before.SUMS),
    ]
