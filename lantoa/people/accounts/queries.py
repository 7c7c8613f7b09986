"""Reading accounts."""

import unicodedata

from django.db.models import QuerySet

from lantoa.people.accounts.errors import UnknownAccount
from lantoa.people.accounts.models import User


def normalise_username(typed: str) -> str:
    """The one form of a sign-in name: compatible signs joined, no spaces around, lower case."""
    return unicodedata.normalize("NFKC", typed).strip().lower()


def staff() -> QuerySet[User]:
    """All accounts, by sign-in name."""
    return User.objects.order_by("username")


def account(username: str) -> User:
    """The account of this sign-in name, whatever its case. Raises UnknownAccount."""
    try:
        return User.objects.get(username=normalise_username(username))
    except User.DoesNotExist:
        raise UnknownAccount from None
