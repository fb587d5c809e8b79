"""Målinger: what is due, answering with the citizen or from paper, rating, and how it goes."""
