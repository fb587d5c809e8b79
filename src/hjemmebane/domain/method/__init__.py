"""Method: what M-ACT says, as content in versioned packs of TOML files.

Nouns:  MethodPack, Value, CoreElement, CoreFunction, PracticePart, MinimumActivity, Indicator,
        Criterion, LifeArea, GuidingPurpose, Contribution, Precondition, Agenda and their like
Reads:  no room
"""
