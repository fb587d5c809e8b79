"""Mine svar: one question at a time, with pauses, and what came of it as my own path."""
