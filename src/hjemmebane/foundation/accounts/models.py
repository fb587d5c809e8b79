"""The login."""

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import AbstractUser
from django.db import models

from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.guards import Guard
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.privacy import classify


class User(AbstractUser):
    """A login. Everything about what the person may see hangs on who they are in the rooms."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    full_name = models.CharField("Navn", max_length=120)
    is_demo = models.BooleanField("Demokonto", default=False)
    face = models.CharField(
        max_length=10, choices=Face, default=Face.STAFF, db_default=Face.STAFF, editable=False
    )
    last_login = None  # logging in writes nothing

    privacy = classify(
        personal="username first_name last_name full_name email",
        sealed="password",
        plain="id is_demo face is_active is_staff is_superuser date_joined groups user_permissions",
    )
    guard = Guard(
        read="true",  # a login is looked up before anybody acts
        write="(SELECT guard.is_operations())",
        update="id = (SELECT guard.user_id()) AND is_active",
        grants="SELECT, INSERT, UPDATE",
        columns="password, is_active",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_staff=False, is_superuser=False),
                name="login_stands_above_no_rule",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    @property
    def actor(self) -> Actor:
        return Actor.person(self.pk)

    def check_password(self, raw_password: str | None) -> bool:
        """Whether the password is right. Renews an ageing hash of an open login, as its owner."""
        renew = self._renew_hash if self.is_active else None
        return check_password(raw_password, self.password, renew)

    def _renew_hash(self, raw_password: str) -> None:
        self.password = make_password(raw_password)
        with acting(self.actor):
            self.save(update_fields=["password"])
