"""The doors that partners and citizens come in by."""
