"""The root of every record: a key made in advance and a version for optimistic locking."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import ClassVar, Self

from django.db import DatabaseError, IntegrityError, ProgrammingError, models

from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.privacy import Privacy, classify


class EditConflict(Exception):
    """Somebody saved the record in between. `current` is the record as it now stands."""

    def __init__(self, current: Record) -> None:
        super().__init__(f"{current._meta.label} {current.pk} is at version {current.version}")
        self.current = current


class AlreadySaved(Exception):
    """The same form was sent twice: what it asks for stands already. `record` is the row."""

    def __init__(self, record: Record) -> None:
        super().__init__(f"{record._meta.label} {record.pk}")
        self.record = record


class NotInserted(Exception):
    """The database did not take a new row. `reason()` asks it why, once that is undone."""

    def __init__(self, record: Record, error: DatabaseError) -> None:
        super().__init__(f"{record._meta.label} {record.pk}: {error}")
        self.record = record
        self.error = error

    def reason(self) -> Exception:
        """What to tell the person who sent the form; the database's own error when no reason fits.

        A second insert of a row is AlreadySaved or SAVED_OTHERWISE.
        """
        record, said = self.record, str(self.error)
        if isinstance(self.error, ProgrammingError):
            return Refused(RecordRefusal.NOT_YOURS) if "row-level security" in said else self.error
        if sent := record.sent_before():
            return sent
        if f"{record._meta.db_table}_pkey" in said:
            return Refused(RecordRefusal.ID_TAKEN)
        return self.error


class RecordRefusal(models.TextChoices):
    """Why a row is not inserted."""

    ID_TAKEN = "ID_TAKEN", "Det kunne ikke gemmes. Genindlæs siden, og prøv igen."
    SAVED_OTHERWISE = (
        "SAVED_OTHERWISE",
        "Der er allerede gemt noget andet herfra. Gem igen, hvis det her også skal med.",
    )
    NOT_YOURS = "NOT_YOURS", "Det kunne ikke gemmes. Genindlæs siden, og prøv igen."


class Record(models.Model):
    """Something stored under a UUIDv7, whose edits are counted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    privacy: ClassVar[Privacy] = classify(plain="id version")
    # What a row is about where no form fills it in: the same words about something else are others.
    says: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def check_unsent(self) -> None:
        """Raise what `sent_before` says, before rules that would refuse the second of a double."""
        if sent := self.sent_before():
            raise sent

    def sent_before(self) -> Exception | None:
        """AlreadySaved when the row is there and says the same; a refusal when it says else."""
        there = type(self)._default_manager.filter(pk=self.pk).first()
        if there is None:
            return None
        if self.says_the_same_as(there):
            return AlreadySaved(there)
        return Refused(RecordRefusal.SAVED_OTHERWISE)

    def insert(self) -> Self:
        """Validate and store a new row (ValidationError names the fields).

        Raises NotInserted, which the action around it turns into its reason: AlreadySaved when the
        row is there already, as after a double click, so that nothing happens twice. When the row
        there says something else (a form sent, changed and sent again) that is refused, so that no
        words are dropped. A row that row-level security does not let through is refused like an id
        that is somebody else's.
        """
        self.validate_fields()
        try:
            self.save(force_insert=True)
        except (IntegrityError, ProgrammingError) as error:
            raise NotInserted(self, error) from error
        return self

    def says_the_same_as(self, other: Self) -> bool:
        """Whether all that a person writes is alike, and what it is about.

        Sealed values never are, and do not count.
        """
        return all(
            field.value_from_object(self) == field.value_from_object(other)
            for field in self._meta.concrete_fields
            if (field.editable or field.name in self.says) and field.name not in self.privacy.sealed
        )

    def validate_fields(self) -> None:
        """Django's field validation, without a query for each foreign key.

        The related rows were read under row-level security before they came here; the foreign key
        itself is PostgreSQL's to check.
        """
        self.clean_fields(exclude={f.name for f in self._meta.fields if f.is_relation})

    def save_changes(self, changes: Mapping[str, object], *, version: int) -> Self:
        """Set the fields and save, if the record is still at `version`.

        Validates first (ValidationError names the fields). Raises EditConflict when somebody else
        saved in between. What is refused is neither written nor set: a page that shows the record
        beside the refused form shows what is stored.
        """
        changed = copy(self)
        for name, value in changes.items():
            setattr(changed, name, value)
        changed.version = version + 1
        changed.validate_fields()
        values = {name: getattr(changed, name) for name in (*changes, "version")}
        rows = type(self)._default_manager.filter(pk=self.pk, version=version)
        if not rows.update(**values):
            raise EditConflict(type(self)._default_manager.get(pk=self.pk))
        for name, value in values.items():
            setattr(self, name, value)
        return self

    def remove(self, *, version: int) -> None:
        """Delete the row, if it is still at `version`; the change history keeps it.

        Raises EditConflict when somebody else saved in between, and ProtectedError while something
        hangs from it: the action has the words for that.
        """
        deleted, _ = type(self)._default_manager.filter(pk=self.pk, version=version).delete()
        if not deleted:
            raise EditConflict(type(self)._default_manager.get(pk=self.pk))
