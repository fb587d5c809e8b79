"""The project's FORM_RENDERER: `{{ form.reason.as_field_group }}` gives the whole field group."""

from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template

from hjemmebane.design.fields.groups import FieldGroup


class FormRenderer(DjangoTemplates):
    """Our templates for forms and fields; Django's own for the widgets inside them."""

    form_template_name = "design/fields/form.html"
    field_template_name = "design/fields/field.html"
    bound_field_class = FieldGroup

    def get_template(self, template_name: str) -> object:
        if template_name.startswith("django/"):
            return super().get_template(template_name)
        return get_template(template_name)
