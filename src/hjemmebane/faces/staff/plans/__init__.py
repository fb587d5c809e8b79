"""The plan: read as the citizen's own, edited in place, with and without JavaScript.

Parts:  parts (the eleven kinds), desk (what each view needs), pages (what is shown), forms
"""
