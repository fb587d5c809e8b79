from django.db.models import TextChoices


class Operation(TextChoices):
    """What a change did to its row."""

    INSERT = "INSERT", "Oprettet"
    UPDATE = "UPDATE", "Ændret"
    DELETE = "DELETE", "Fjernet"
