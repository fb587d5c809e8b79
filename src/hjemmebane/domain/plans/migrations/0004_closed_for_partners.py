from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_overlaps"),
    ]

    operations = [
        migrations.AddField(
            model_name="planactivity",
            name="closed_because",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                max_length=500,
                verbose_name="Lukket af teamet, fordi",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="planactivity",
            constraint=models.CheckConstraint(
                condition=Q(closed_because="") | Q(status__in=("DONE", "DROPPED")),
                name="only_closed_activity_says_why",
            ),
        ),
    ]
