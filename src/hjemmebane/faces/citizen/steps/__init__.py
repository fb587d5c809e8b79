"""Mine skridt: what is reached, what comes, and what I say to it."""
