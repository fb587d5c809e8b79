"""What partners are for, and who writes it."""

import django.db.models.deletion
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

PARTNERS = "SELECT guard.partners_i_work_with()"


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0004_agreements_and_offers"),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnerFunction",
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
                ("answers", models.JSONField(default=dict)),
                ("method_pack", models.CharField(editable=False, max_length=20)),
                ("method_version", models.CharField(editable=False, max_length=10)),
                (
                    "organisation",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="function",
                        to="partners.partnerorganisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        GuardTable(
            "partners_partnerfunction",
            Guard(
                read="guard.is_staff() OR guard.is_operations()",
                write=f"organisation_id IN ({PARTNERS}) OR guard.is_operations()",
                grants=NO_DELETE,
            ),
        ),
    ]
