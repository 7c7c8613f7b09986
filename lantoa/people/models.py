"""The nouns of people."""

from lantoa.people.accounts.models import User

__all__ = ["User"]
