"""The login."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.privacy import classify


class User(AbstractUser):
    """A login. Everything about what the person may see hangs on who they are in the rooms."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    full_name = models.CharField("Navn", max_length=120)
    is_demo = models.BooleanField("Demokonto", default=False)

    privacy = classify(
        personal="username first_name last_name full_name email",
        sealed="password",
        plain="id is_demo is_active is_staff is_superuser date_joined last_login groups"
        " user_permissions",
    )

    def __str__(self) -> str:
        return self.full_name or self.username

    @property
    def actor(self) -> Actor:
        return Actor.person(self.pk)
