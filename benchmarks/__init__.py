"""How fast the service is, beside what its own SQL costs bare: `./run bench`.

Measures and compares; nothing here is a test, and no test asserts a time.
"""
