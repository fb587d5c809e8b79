"""Form fields: dkfds' anatomy, words for screen readers, and nothing typed is ever lost."""

import datetime as dt
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django import forms

from hjemmebane.design.fields.moments import AROUND_NOW, DateField, MomentField
from hjemmebane.design.samples import GalleryForm, SearchForm, form_with_errors
from hjemmebane.foundation.clock import today

HALF_PAST_TWO = dt.datetime(2026, 12, 24, 14, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))


class Elements(HTMLParser):
    """Every element's tag and attributes, in order."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def one(self, tag, **wanted):
        [found] = [a for t, a in self.found if t == tag and wanted.items() <= a.items()]
        return found


def group(form, name):
    return form[name].as_field_group()


def test_field_group_names_its_parts():
    field = group(form_with_errors(), "words")
    elements = Elements(field)

    area = elements.one("textarea")
    assert elements.one("label")["for"] == area["id"]
    assert area["aria-invalid"] == "true"
    assert area["aria-required"] == "true"
    for part in area["aria-describedby"].split():
        elements.one("span", id=part)
    assert area["aria-describedby"].split() == [
        "id_fejl-words_helptext",
        "id_fejl-words_error",
        "id_fejl-words_count",
    ]
    assert '<span class="sr-only">Fejl: </span>' in field
    assert "Skriv det, som det blev sagt." in field


def test_field_without_hint_or_error_describes_nothing():
    assert "aria-describedby" not in group(SearchForm(), "words")


def test_browser_neither_cuts_nor_checks():
    html = str(GalleryForm())

    assert " required" not in html
    assert "maxlength" not in html
    assert 'type="number"' not in html


def test_long_text_says_its_limit():
    field = group(GalleryForm(), "words")

    assert Elements(field).one("textarea")["data-hjemmebane-limit"] == "200"
    assert "Højst 200 tegn" in field


@pytest.mark.parametrize("name", ["agreed", "ways", "moment"])
def test_only_optional_fields_say_so(name):
    expected = 0 if name == "agreed" else 1  # a tick that may be left out explains itself
    assert group(GalleryForm(), name).count("(valgfrit)") == expected
    assert "(valgfrit)" not in group(GalleryForm(), "words")


def test_choices_are_a_fieldset_with_whole_rows_to_hit():
    field = group(form_with_errors(), "place")
    elements = Elements(field)

    assert elements.one("fieldset")["aria-describedby"] == "id_fejl-place_error"
    assert elements.one("legend")
    rows = [a for t, a in elements.found if t == "label"]
    inputs = [a for t, a in elements.found if t == "input"]
    assert [row["for"] for row in rows] == [one["id"] for one in inputs]
    assert {row["class"] for row in rows} == {"hb-choice"}
    assert len(inputs) == 3


def test_hidden_field_is_only_its_input():
    assert group(GalleryForm(), "secret").startswith('<input type="hidden"')
    assert "<div" not in group(GalleryForm(), "secret")


def test_number_keeps_words_and_asks_for_the_number_keyboard():
    number = Elements(group(form_with_errors(), "minutes")).one("input")

    assert (number["type"], number["inputmode"], number["value"]) == ("text", "numeric", "tyve")


def test_decimal_number_asks_for_a_keyboard_with_a_comma():
    class Weight(forms.Form):
        share = forms.FloatField()

    assert Elements(group(Weight(), "share")).one("input")["inputmode"] == "decimal"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("2026-05-03", "date"), ("3.5.2026", "text"), ("31-02-2026", "text"), ("", "date")],
)
def test_date_is_shown_as_it_was_typed(typed, kind):
    day = Elements(group(GalleryForm(data={"day": typed}), "day")).one("input")

    assert day["type"] == kind
    assert day.get("value", "") == typed


def test_stored_moments_reach_the_picker_in_its_own_form():
    form = GalleryForm(initial={"day": dt.date(2026, 12, 24), "moment": HALF_PAST_TWO})

    day = Elements(group(form, "day")).one("input")
    moment = Elements(group(form, "moment")).one("input")
    assert (day["type"], day["value"]) == ("date", "2026-12-24")
    assert (moment["type"], moment["value"]) == ("datetime-local", "2026-12-24T14:30")


@pytest.mark.parametrize("typed", ["2026-12-24", "24-12-2026", "24.12.2026", "24/12/2026"])
def test_dates_are_read_as_danes_write_them(typed):
    assert DateField().clean(typed) == dt.date(2026, 12, 24)


@pytest.mark.parametrize("typed", ["31-02-2026", "i morgen", "2026-13-01"])
def test_date_that_does_not_exist_is_refused_in_danish(typed):
    with pytest.raises(forms.ValidationError, match="Skriv en dato, der findes"):
        DateField().clean(typed)


@pytest.mark.parametrize("typed", ["2026-12-24T14:30", "24-12-2026 14:30", "24-12-2026 14.30"])
def test_moments_are_read_as_danes_write_them(typed):
    assert MomentField().clean(typed) == HALF_PAST_TWO


def test_moment_that_cannot_be_read_is_refused_in_danish():
    with pytest.raises(forms.ValidationError, match="Skriv dato og klokkeslæt"):
        MomentField().clean("i eftermiddag")


def test_hour_that_is_skipped_in_march_is_named():
    with pytest.raises(forms.ValidationError) as refused:
        MomentField().clean("2025-03-30T02:30")

    [sentence] = refused.value.messages
    assert sentence.startswith("Timen fra kl.\N{NO-BREAK SPACE}2 til 3 findes ikke den nat")


@pytest.mark.parametrize(
    ("typed", "hour"), [("2025-03-30T01:59", 0), ("2025-03-30T03:00", 1), ("2025-10-26T02:30", 0)]
)
def test_nights_of_change_are_read_and_a_doubled_hour_is_the_first(typed, hour):
    assert MomentField().clean(typed).astimezone(dt.UTC).hour == hour


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (DateField, "31-12-9999"),
        (DateField, "0026-12-24"),
        (MomentField, "9999-12-31T23:59"),
        (MomentField, "0001-01-01T00:00"),
        (MomentField, "0001-01-01T00:00+02:00"),
    ],
)
def test_year_that_nobody_can_mean_is_refused(field, typed):
    with pytest.raises(forms.ValidationError, match="Skriv et årstal mellem 1850 og 2199"):
        field().clean(typed)


@pytest.mark.parametrize("years", [-11, 11])
def test_day_of_the_work_itself_is_within_ten_years(years):
    year = today().year
    told = f"Skriv et årstal mellem {year - 10} og {year + 10}."

    for field, typed in ((DateField, "{}-05-01"), (MomentField, "{}-05-01T10:00")):
        near = field(validators=AROUND_NOW)
        assert near.clean(typed.format(year + years // 2))
        with pytest.raises(forms.ValidationError, match=told):
            near.clean(typed.format(year + years))


def test_whole_form_lists_its_errors_with_links_that_hit():
    html = str(form_with_errors())
    elements = Elements(html)

    ids = {a["id"] for _, a in elements.found if "id" in a}
    targets = {a["href"].removeprefix("#") for t, a in elements.found if t == "a"}
    assert targets == {
        "id_fejl-name",
        "id_fejl-words",
        "id_fejl-part",
        "id_fejl-place_0",
        "id_fejl-day",
        "id_fejl-minutes",
    }
    assert targets <= ids


def test_errors_about_the_whole_form_and_hidden_fields_are_shown():
    form = GalleryForm(data={"secret": "ikke en nøgle"})
    form.add_error(None, "Planen er afsluttet.")

    summary = str(form).split('<div class="form-group')[0]

    assert "<li>Planen er afsluttet.</li>" in summary
    assert len(form["secret"].errors) == 1
    assert summary.count("<li>") == len(form.errors)


def test_typed_markup_comes_back_as_text():
    html = str(GalleryForm(data={"name": "<script>", "words": "</textarea><script>"}))

    assert "<script" not in html
    assert "&lt;/textarea&gt;&lt;script&gt;" in html


def test_own_class_and_description_are_kept():
    class Styled(forms.Form):
        code = forms.CharField(
            widget=forms.TextInput(attrs={"class": "own", "aria-describedby": "elsewhere"})
        )

    field = Elements(group(Styled(), "code")).one("input")
    assert field["class"] == "form-input own"
    assert field["aria-describedby"] == "elsewhere"


def test_files_and_selects_are_drawn():
    class Both(forms.Form):
        paper = forms.FileField(label="Fil")
        several = forms.MultipleChoiceField(choices=[("a", "A")])

    assert Elements(group(Both(), "paper")).one("input")["type"] == "file"
    assert Elements(group(Both(), "several")).one("select")["class"] == "form-select"


def test_scale_is_a_row_of_steps_that_are_read_aloud_whole():
    field = group(GalleryForm({"rating": "1"}), "rating")

    chosen = Elements(field).one("input", value="1")
    assert (chosen["type"], "checked" in chosen) == ("radio", True)
    assert '<span aria-hidden="true">1</span><span class="hb-spoken">1 svært</span>' in field
    assert "(valgfrit)" not in field


def test_scale_begins_with_what_was_not_rated():
    assert "checked" in Elements(group(GalleryForm(), "rating")).one("input", value="")
