"""Citizens: who the person is, how they live, and who is around them.

Nouns:  Citizen, CitizenLogin, Representative, LifeSituation, NetworkPerson
Reads:  method
"""
