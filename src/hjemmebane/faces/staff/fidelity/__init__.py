"""Forudsætninger and Efterlevelse: what was measured, beside what is said."""
