"""On paper: a page, a card to fold, a sheet for the fridge, and the way so far."""
