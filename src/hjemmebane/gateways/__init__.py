"""One folder per outside system: a client and its verified fake."""
