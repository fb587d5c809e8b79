"""Form fields: labels, hints and errors as dkfds draws them, for every Django form.

Nouns:  FormRenderer, FieldGroup, DateField, MomentField
Reads:  nothing but Django
"""
