"""Mine borgere: those who opened something, and of each what is open."""
