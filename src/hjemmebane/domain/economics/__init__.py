"""Economics: what a team costs, what it takes to pay for itself, and how many a place needs.

Nouns:  SavedAmount, SavedConsequence, SavedCosting, SavedPost, SavedScenario; worked out:
        Costing, Scenario, TeamKind
Reads:  teams, workload
"""
