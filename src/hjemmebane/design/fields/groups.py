"""One field with its label, hint and error, and what its widget needs to be drawn well."""

import re
from collections.abc import Mapping

from django.forms import BoundField, FloatField, IntegerField, Widget, widgets

from hjemmebane.design.fields.scale import Scale

type Attributes = dict[str, str | bool]

# The browser's date fields take only ISO values and empty themselves of anything else.
NATIVE_MOMENTS = (
    (widgets.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (widgets.DateInput, "date", "%Y-%m-%d"),
    (widgets.TimeInput, "time", "%H:%M"),
)
NATIVE_VALUE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?|\d\d:\d\d(:\d\d)?")
SHORT = (widgets.NumberInput, widgets.DateTimeBaseInput)
KINDS = (
    (widgets.HiddenInput, "hidden"),
    (Scale, "scale"),
    (widgets.RadioSelect, "choices"),
    (widgets.CheckboxSelectMultiple, "choices"),
    (widgets.CheckboxInput, "checkbox"),
    (widgets.FileInput, "file"),
    (widgets.Select, "select"),
    (widgets.Textarea, "textarea"),
)
CLASSES = {"select": "form-select", "textarea": "form-input", "input": "form-input"}


class FieldGroup(BoundField):
    """A bound field that keeps whatever was typed and is checked by the server in Danish.

    `required` and `maxlength` are not given to the browser: its own bubbles speak the browser's
    language, and a length limit cuts a pasted text without a word.
    """

    @property
    def kind(self) -> str:
        """Which shape the template draws."""
        widget = self.field.widget
        return next((kind for family, kind in KINDS if isinstance(widget, family)), "input")

    @property
    def limit(self) -> int | None:
        """The most characters a long text may have."""
        length = getattr(self.field, "max_length", None)
        return length if self.kind == "textarea" and isinstance(length, int) else None

    @property
    def typed_date(self) -> bool:
        """A date in another form than the picker's is shown as typed, in a text field."""
        if not self.form.is_bound or not isinstance(self.data, str) or not self.data:
            return False
        return NATIVE_VALUE.fullmatch(self.data) is None

    def build_widget_attrs(
        self, attrs: Mapping[str, str | bool], widget: Widget | None = None
    ) -> Attributes:
        widget = widget or self.field.widget
        self.choose_input_type(widget)
        built: Attributes = dict(super().build_widget_attrs(dict(attrs), widget))
        if built.pop("required", False) and self.kind not in {
            "scale",
            "choices",
            "checkbox",
            "file",
        }:
            built["aria-required"] = "true"
        widget.attrs.pop("maxlength", None)
        if self.kind in CLASSES:
            own = widget.attrs.get("class", "")
            short = "hb-short" if isinstance(widget, SHORT) else ""
            built["class"] = " ".join(filter(None, (CLASSES[self.kind], short, own)))
        if self.limit is not None:
            built["data-hjemmebane-limit"] = str(self.limit)
        return built

    @property
    def aria_describedby(self) -> str:
        """Hint, error and count, in the order they stand."""
        parts = (super().aria_describedby or "").split()
        if self.auto_id and self.limit is not None:
            parts.append(f"{self.auto_id}_count")
        return " ".join(parts)

    def choose_input_type(self, widget: Widget) -> None:
        """Dates and times get the browser's picker while it can show the value.

        Numbers are text with a number keyboard: type=number empties itself of “tyve”.
        """
        if isinstance(widget, widgets.NumberInput):
            widget.input_type = "text"
            whole = isinstance(self.field, IntegerField) and not isinstance(self.field, FloatField)
            widget.attrs.setdefault("inputmode", "numeric" if whole else "decimal")
            return
        for family, input_type, format_ in NATIVE_MOMENTS:
            if isinstance(widget, family):
                widget.format = format_
                widget.input_type = "text" if self.typed_date else input_type
                return
