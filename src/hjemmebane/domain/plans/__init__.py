"""Plans: what the citizen wishes for, and what everybody does about it.

Nouns:  Plan, Wish, Goal, SubGoal, PlanActivity, Resource, Reflection, OtherPlan, OtherEffort,
        Assessment, PlanMeeting, ProfessionalContribution, Agreement, PlanVersion, Overlap
Reads:  courses, citizens, partners, teams, method
"""
