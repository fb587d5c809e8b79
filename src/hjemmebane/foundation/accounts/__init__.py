"""Accounts: logins. A login is a person's key to the house, whatever face they meet it through."""
