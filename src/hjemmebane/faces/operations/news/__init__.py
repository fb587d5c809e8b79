"""Letters to partners that there is news."""
