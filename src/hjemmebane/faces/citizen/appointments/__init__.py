"""Mine aftaler: who comes, where and when."""
