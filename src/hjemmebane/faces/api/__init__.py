"""How other programs meet the service: a calendar on a phone."""
