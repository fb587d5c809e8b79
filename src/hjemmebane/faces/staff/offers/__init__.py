"""Tilbud og fællesskaber: places to belong, found for everybody and for one citizen."""
