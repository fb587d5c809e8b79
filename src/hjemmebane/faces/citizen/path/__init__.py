"""Min vej: the course in pictures, from the first day to now."""
