"""Economics: what a team costs, what it takes to pay for itself, and how many a place needs.

Nouns:  Costing, Post, Scenario, Consequence, Municipality, TeamKind
Reads:  method
"""
