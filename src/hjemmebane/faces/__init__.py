"""How people and systems meet the service: one folder per audience."""
