from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consents", "0002_one_by_one"),
    ]

    operations = [
        migrations.AddField(
            model_name="consent",
            name="given_by",
            field=models.CharField(
                blank=True, default="", max_length=160, verbose_name="Hvem sagde ja"
            ),
            preserve_default=False,
        ),
    ]
