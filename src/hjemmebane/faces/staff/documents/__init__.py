"""Paper: the plan as PDF, whole and on one page."""
