"""Citizens: who the person is, how they live, and who is around them.

Nouns:  Citizen, Representative, LifeSituation, NetworkPerson
Reads:  method
"""
