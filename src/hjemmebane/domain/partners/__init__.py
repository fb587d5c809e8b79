"""Partners: the organisations and people outside the team whom citizens also depend on.

Nouns:  PartnerOrganisation, PartnerPerson
Reads:  teams
"""
