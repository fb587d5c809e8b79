"""Forms that keep what was typed: whatever an action refuses comes back beside its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.differences import Difference, differing
from hjemmebane.foundation.http import CONFLICT, UNPROCESSABLE
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.plain_text import plain_text
from hjemmebane.foundation.plain_words import RELOAD, PlainWords
from hjemmebane.foundation.records import AlreadySaved, EditConflict, Record, RecordRefusal

logger = log(__name__)

DONE = 200
ID_LOST = "Noget gik tabt på vejen. Gem igen, så kommer det med."
# One less than the column holds: the next save counts one up.
HIGHEST_VERSION = 2**31 - 2
OVERTAKEN = (
    "En anden har rettet det imens. Se, hvordan det står nu, og tryk igen, hvis det stadig skal"
    " gøres."
)


class RecordForm(PlainWords, forms.Form):
    """A form for one record. It is new and carries the row's id, or edits `record` and carries the
    version that was opened: a double submit is one row, and a stale save is noticed.

    first: what a field shows before anybody has written.
    around: what `fit` needs to know the choices.
    status: what the answer's status must be.
    result: what the action gave back; after a double submit the row that was there.
    """

    id = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": ID_LOST, "invalid": ID_LOST}
    )
    version = forms.IntegerField(
        widget=forms.HiddenInput,
        required=False,
        min_value=1,
        max_value=HIGHEST_VERSION,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), RELOAD),
    )

    status = DONE
    differences: tuple[Difference, ...] = ()
    result: object = None

    def __init__(
        self,
        posted: Mapping[str, object] | None = None,
        *,
        record: Record | None = None,
        first: Mapping[str, object] | None = None,
        prefix: str | None = None,
        **around: object,
    ) -> None:
        super().__init__(posted, prefix=prefix)
        self.record = record
        self.fields["id"].required = record is None
        self.fit(**around)
        self.initial = {**self._begun(), **(first or {})}

    def fit(self, **around: object) -> None:
        """Offer the choices there are, and what `self.record` has already chosen."""

    def stored(self, record: Record) -> dict[str, object]:
        """The values of a record as this form's fields hold them."""
        return {name: getattr(record, name) for name in self.fields if hasattr(record, name)}

    def _begun(self) -> dict[str, object]:
        if self.record is None:
            return {"id": new_id()}
        return {**self.stored(self.record), "version": self.record.version}

    @property
    def row_id(self) -> UUID:
        """The key of the new row."""
        key: UUID = self.cleaned_data["id"]
        return key

    @property
    def version_seen(self) -> int:
        """The version that was opened. Zero, which no record has, when the form lacks it."""
        return self.cleaned_data["version"] or 0

    def values(self) -> dict[str, object]:
        """What was typed, without the hidden fields."""
        return {k: v for k, v in self.cleaned_data.items() if k not in {"id", "version"}}

    def is_sent(self) -> bool:
        """Whether the form was sent and can be read."""
        if not self.is_bound or self.is_valid():
            return self.is_bound
        self.status = UNPROCESSABLE
        if "id" in self.errors:
            self.renew()
        return False

    def does(self, action: Callable[..., object], **arguments: object) -> bool:
        """Whether the action was done (or had been, by the same form); else the form says why."""
        try:
            self.result = action(**arguments)
        except AlreadySaved as already:
            self.result = already.record
        except EditConflict as conflict:
            self.meet(conflict.current)
        except Refused as refused:
            self._refuse(refused)
            logger.info("refused", reason=str(refused.reason.value), action=action.__name__)
        except ValidationError as invalid:
            self._tell(invalid)
            logger.info("refused", reason="INVALID", action=action.__name__)
        return self.status == DONE

    def meet(self, current: Record) -> None:
        """Show what somebody else saved beside what was typed; sending again saves the typed.

        Where none of it stands in this form, a sentence says that something was changed.
        """
        self.status = CONFLICT
        stored = self.stored(current)
        self.differences = tuple(differing(self.visible_fields(), stored, self.cleaned_data))
        if not self.differences:
            self.add_error(None, OVERTAKEN)
        self.put("version", current.version)

    @property
    def told(self) -> str:
        """Why it was not done, for a page that shows a button of the form and nothing more."""
        reasons = [str(error) for errors in self.errors.values() for error in errors]
        return " ".join(reasons) or OVERTAKEN

    def put(self, name: str, value: object) -> None:
        """Exchange one value of what was sent, for the next time it is."""
        self.data = _replaced(self.data, self.add_prefix(name), str(value))

    def renew(self) -> None:
        """Let what was typed become a record of its own when it is sent again."""
        self.put("id", new_id())

    def full_clean(self) -> None:
        """Line breaks count once: a browser sends two characters for each. What is unseen goes."""
        if self.is_bound:
            self.data = _with_plain_text(_posted(self.data))
        super().full_clean()

    def _refuse(self, refused: Refused) -> None:
        self.status = UNPROCESSABLE
        self.add_error(refused.field if refused.field in self.fields else None, refused.sentence)
        if isinstance(refused.reason, RecordRefusal):
            self.renew()  # that key will never do, and what was typed shall

    def _tell(self, invalid: ValidationError) -> None:
        self.status = UNPROCESSABLE
        told = invalid.message_dict if hasattr(invalid, "error_dict") else {"": invalid.messages}
        for name, messages in told.items():
            for message in messages:
                self.add_error(name if name in self.fields else None, message)


class WarnedForm(RecordForm):
    """A form that may have something to say before it is done; sent once more, it is.

    warnings: what the person should know and has not read.
    read: the warnings that the page they sent it from has told. Others are told anew.
    """

    read = forms.CharField(widget=forms.HiddenInput, required=False)

    warnings: Sequence[str] = ()

    def heeds(self, warnings: Sequence[str]) -> bool:
        """Whether there is nothing to say, or it was read and the form sent all the same."""
        told = " ".join(warnings)
        if not told or told == self.cleaned_data["read"]:
            return True
        self.warnings, self.status = warnings, UNPROCESSABLE
        self.put("read", told)
        return False

    def values(self) -> dict[str, object]:
        return {name: value for name, value in super().values().items() if name != "read"}


def is_for_a_new_one(posted: Mapping[str, object]) -> bool:
    """Whether a form was opened before its record was there; perhaps it is sent twice.

    One that was opened on a record carries its version.
    """
    return bool(posted) and not posted.get("version")


class DraftForm(RecordForm):
    """A form that may be kept half filled.

    needed: what must be answered before it is done. That says so on the page and is still read
    where it is missing; whether the form is done is for the action to say.
    """

    needed: Sequence[str] = ()

    def full_clean(self) -> None:
        for name in self.needed:
            self.fields[name].required = False
        super().full_clean()
        for name in self.needed:
            self.fields[name].required = True


def _posted(data: Mapping[str, object]) -> MultiValueDict[str, object]:
    """What was posted, in the shape a request has it."""
    return (
        data if isinstance(data, MultiValueDict) else MultiValueDict({k: [data[k]] for k in data})
    )


def _with_plain_text(posted: MultiValueDict[str, object]) -> MultiValueDict[str, object]:
    plain = {
        name: [plain_text(v) if isinstance(v, str) else v for v in values]
        for name, values in posted.lists()
    }
    return MultiValueDict(plain)


def _replaced(data: Mapping[str, object], name: str, value: str) -> MultiValueDict[str, object]:
    """A copy of what was posted with one value exchanged."""
    return MultiValueDict({**dict(_posted(data).lists()), name: [value]})
