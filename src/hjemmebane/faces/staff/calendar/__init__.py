"""The calendar of a person, a team and a citizen, and agreeing on times."""
