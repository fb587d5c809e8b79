"""Small tools with no domain words."""
