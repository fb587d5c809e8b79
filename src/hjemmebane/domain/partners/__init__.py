"""Partners: the organisations and people outside the team whom citizens also depend on.

Nouns:  PartnerOrganisation, PartnerPerson, CollaborationAgreement, PartnerFunction,
        CommunityOffer
Reads:  teams, method
"""
