"""The sections of the report, each made of a frozen set of cases."""
