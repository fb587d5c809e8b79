"""Hours, caseload, coverage and intensity: arithmetic on plain data."""
