"""I dag: whom I meet, what I am to remember, and what happened since I was last here."""
