"""Agreements with partners, places to belong, and who keeps them."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

READ = "guard.is_staff() OR guard.is_operations()"
MUNICIPALITIES = "SELECT guard.municipalities_i_work_for()"
PARTNERS = "SELECT guard.partners_i_work_with()"
FUNCTIONS = """
-- The municipalities whose teams the actor works in or answers for today, and their partners.
CREATE FUNCTION guard.municipalities_i_work_for() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 3 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.municipality_id FROM teams_team t
     WHERE t.id IN (SELECT guard.my_team_ids()) OR t.id IN (SELECT guard.managed_team_ids())
$$;

CREATE FUNCTION guard.partners_i_work_with() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.id FROM partners_partnerorganisation o
     WHERE o.municipality_id IN (SELECT guard.municipalities_i_work_for())
$$;

REVOKE ALL ON FUNCTION guard.municipalities_i_work_for(), guard.partners_i_work_with() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.municipalities_i_work_for(), guard.partners_i_work_with()
    TO hjemmebane_app;
"""
BACK = "DROP FUNCTION guard.partners_i_work_with(), guard.municipalities_i_work_for()"


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0003_logins"),
        ("teams", "0006_roles_and_training"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="partnerperson",
            name="is_resource",
            field=models.BooleanField(default=False, verbose_name="Ressourceperson for teamet"),
        ),
        migrations.CreateModel(
            name="CollaborationAgreement",
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
                (
                    "content",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="Det har vi aftalt",
                    ),
                ),
                (
                    "contact_points",
                    models.TextField(
                        blank=True,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="Sådan får vi fat i hinanden",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("DRAFT", "På vej"), ("IN_FORCE", "Gælder"), ("ENDED", "Ophørt")],
                        default="DRAFT",
                        max_length=10,
                        verbose_name="Status",
                    ),
                ),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="Enige siden")),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="Vi ser på den igen"),
                ),
                ("recorded_at", models.DateTimeField(editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="partners.partnerorganisation",
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "ENDED"), _negated=True),
                        fields=("organisation",),
                        name="one_agreement_with_a_partner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "IN_FORCE"), _negated=True),
                            models.Q(("agreed_on__isnull", False), ("review_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreement_in_force_has_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_on__isnull", True),
                            ("review_on__isnull", True),
                            ("review_on__gt", models.F("agreed_on")),
                            _connector="OR",
                        ),
                        name="agreement_is_reviewed_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommunityOffer",
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
                ("name", models.CharField(max_length=120, verbose_name="Navn")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ASSOCIATION", "Forening"),
                            ("DROP_IN", "Værested"),
                            ("CLUB", "Klub eller hold"),
                            ("VOLUNTEERS", "Frivillige"),
                            ("OTHER", "Andet"),
                        ],
                        max_length=20,
                        verbose_name="Slags",
                    ),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("NATURE", "Natur og dyr"),
                                ("MOVEMENT", "Bevægelse og idræt"),
                                ("MUSIC", "Musik og sang"),
                                ("CREATIVE", "Kunst og håndværk"),
                                ("FOOD", "Mad og måltider"),
                                ("COMPANY", "Samvær og snak"),
                                ("GAMES", "Spil"),
                                ("LEARNING", "At lære noget"),
                                ("HELPING", "At gøre noget for andre"),
                                ("FAITH", "Tro"),
                                ("PEERS", "At møde andre, der har prøvet det samme"),
                            ],
                            max_length=20,
                        ),
                        verbose_name="Hvad er det om?",
                    ),
                ),
                (
                    "about",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="Sådan er der",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="Sted")),
                (
                    "district",
                    models.CharField(blank=True, max_length=80, verbose_name="Bydel eller by"),
                ),
                ("open_when", models.CharField(blank=True, max_length=200, verbose_name="Hvornår")),
                (
                    "threshold",
                    models.CharField(
                        choices=[
                            ("OPEN", "Bare kom"),
                            ("CALL_FIRST", "Ring først"),
                            ("SIGN_UP", "Man skal melde sig ind"),
                            ("REFERRAL", "Kræver henvisning"),
                        ],
                        default="OPEN",
                        max_length=20,
                        verbose_name="Første gang",
                    ),
                ),
                (
                    "barrier",
                    models.CharField(blank=True, max_length=300, verbose_name="Det kan være svært"),
                ),
                (
                    "contact_person",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="Hvem kan man spørge?"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="Telefon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="E-mail")),
                ("checked_on", models.DateField(verbose_name="Sidst set efter")),
                ("is_closed", models.BooleanField(default=False, verbose_name="Findes ikke mere")),
                (
                    "is_demo",
                    models.BooleanField(default=False, editable=False, verbose_name="Demo"),
                ),
                ("recorded_at", models.DateTimeField(editable=False)),
                (
                    "municipality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="teams.municipality",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "name"), name="community_offer_in_municipality"
                    )
                ],
            },
        ),
        migrations.RunSQL(FUNCTIONS, BACK),
        GuardTable(
            "partners_collaborationagreement",
            Guard(
                read=READ,
                write=f"organisation_id IN ({PARTNERS}) OR guard.is_operations()",
                grants=NO_DELETE,
            ),
        ),
        GuardTable(
            "partners_communityoffer",
            Guard(
                read=READ,
                write=f"municipality_id IN ({MUNICIPALITIES}) OR guard.is_operations()",
                grants=NO_DELETE,
            ),
        ),
    ]
