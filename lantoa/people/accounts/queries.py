"""Reading accounts."""

import unicodedata
from datetime import datetime, timedelta
from math import ceil

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.db.models import Max, Q, QuerySet

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


def minutes_locked(*, username: str, address: str, now: datetime) -> int:
    """For how many minutes at most sign-in stays locked for this name or address; at least 1."""
    attempts = AccessAttempt.objects.filter(Q(username=username) | Q(ip_address=address))
    last = attempts.aggregate(last=Max("attempt_time"))["last"] or now
    left: timedelta = last + get_cool_off() - now
    return max(1, ceil(left / timedelta(minutes=1)))
