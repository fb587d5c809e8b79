"""Min plan: what I want, the steps towards it, and who comes next."""
