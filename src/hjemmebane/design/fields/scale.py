"""A rating on a few steps, drawn as one narrow row: many of them make a table that fits a phone."""

from django import forms


class Scale(forms.RadioSelect):
    """Of each choice's label the first character is seen, and all of it is read aloud.

    An empty choice of its own says that nothing was rated.
    """
