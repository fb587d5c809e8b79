"""How the citizen and the team keep in touch, and what happened in the citizen's life."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.courses.choices import Place, WhenWithdrawn
from hjemmebane.domain.courses.models import ContactAgreement, LifeEvent
from hjemmebane.foundation.forms import RecordForm

ROWS = {"rows": 3}
A_NUMBER = {"invalid": "Skriv et helt antal – for eksempel 5."}


class ContactAgreementForm(RecordForm):
    """What was agreed on contact; it replaces the former agreement."""

    channels = forms.MultipleChoiceField(
        label="Helst sådan",
        choices=Channel.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg mindst én måde at holde kontakt på."},
    )
    places = forms.MultipleChoiceField(
        label="Helst her",
        choices=[(place.value, place.label) for place in Place if place != Place.REMOTE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Hvor vil borgeren helst ses? Vælg intet, hvis det er lige meget.",
    )
    times = taken(ContactAgreement, "times")
    most_people = taken(
        ContactAgreement,
        "most_people",
        help_text="Så mange forskellige fra teamet.",
        error_messages={"invalid": "Skriv et helt tal – for eksempel 3."},
    )
    when_withdrawn = forms.MultipleChoiceField(
        label="Når borgeren trækker sig",
        choices=WhenWithdrawn.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    withdrawn_how = taken(
        ContactAgreement,
        "withdrawn_how",
        help_text="Hvor længe venter I, hvem gør hvad, og hvornår bliver det alvor?",
        widget=forms.Textarea(attrs=ROWS),
    )
    days_between = taken(
        ContactAgreement,
        "days_between",
        help_text="Tomt: som I har aftalt intensiteten.",
        error_messages=A_NUMBER,
    )
    tries_alone = taken(
        ContactAgreement,
        "tries_alone",
        help_text="Tomt: som metoden siger.",
        error_messages=A_NUMBER,
    )
    sign_of_life_days = taken(
        ContactAgreement,
        "sign_of_life_days",
        help_text="Tomt: som metoden siger.",
        error_messages=A_NUMBER,
    )
    partners_tell = taken(
        ContactAgreement,
        "partners_tell",
        help_text="For eksempel: Værestedet ringer til teamet. Det har borgeren sagt ja til.",
        widget=forms.Textarea(attrs=ROWS),
    )
    away_how = taken(
        ContactAgreement,
        "away_how",
        help_text="Hvem ringer eller besøger, og hvem tager sig af regninger?",
        widget=forms.Textarea(attrs=ROWS),
    )
    citizen_expects = taken(ContactAgreement, "citizen_expects", widget=forms.Textarea(attrs=ROWS))
    team_expects = taken(ContactAgreement, "team_expects", widget=forms.Textarea(attrs=ROWS))
    talked_on = taken(ContactAgreement, "talked_on")


class LifeEventForm(RecordForm):
    """Something that happened; its end may be written later."""

    kind = taken(LifeEvent, "kind")
    from_on = taken(LifeEvent, "from_on")
    until_on = taken(LifeEvent, "until_on", help_text="Tomt: det varer ved, eller I ved det ikke.")
    note = taken(LifeEvent, "note", widget=forms.Textarea(attrs=ROWS))
