"""Design: how Hjemmebane looks. Components, layouts and form fields; knows no room.

Nouns:  component, layout, field group, icon
Reads:  nothing but Django
"""
