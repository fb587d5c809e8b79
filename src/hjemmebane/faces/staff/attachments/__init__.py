"""Lyd og billeder on a contact: added from a file or spoken here, heard, seen and put in words."""
