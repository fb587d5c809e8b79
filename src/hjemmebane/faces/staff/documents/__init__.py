"""Paper: the plan, the citizen's way, the team and the information sheets as PDF."""
