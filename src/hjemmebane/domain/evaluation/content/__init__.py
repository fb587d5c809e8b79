"""Files with cases that somebody brings, and the ones that are written for others."""
