"""Practice: where in the practice model a course is now. Any move may be made, and unmade.

Nouns:  Placement
Reads:  courses, method
"""
