"""Field: telephones out of the house, what is packed for them, and what they send home.

Nouns:  FieldDevice, FieldReceipt, FieldConflict, FieldUpload, FieldUploadPart
Reads:  contacts, plans, courses, citizens, teams
"""
