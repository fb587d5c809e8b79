"""A network meeting: the desk it is led from, and to whom its minutes were given."""
