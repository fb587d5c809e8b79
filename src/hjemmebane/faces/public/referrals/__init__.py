"""Somebody points out a citizen, without a login, and follows it with nothing but a code."""
