"""Changes to accounts. `by` is the sign-in name of who acts, or "operator" for the command line.

No password, and nothing from which one could be guessed, goes into audit rows or logs.
"""

import re
from datetime import datetime

from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest

from lantoa.core.audit.actions import record
from lantoa.people.accounts.addresses import client_address
from lantoa.people.accounts.errors import (
    AccountError,
    SignInLocked,
    SignInRefused,
    UsernameTaken,
    UsernameUnfit,
    WrongPassword,
)
from lantoa.people.accounts.models import User
from lantoa.people.accounts.passwords import one_time_password
from lantoa.people.accounts.queries import account, normalise_username
from lantoa.people.roles.models import Role

FIRST_ADMINISTRATOR = "quantri"
REFUSALS = {  # what a refusal is called in audit rows
    SignInRefused.code: "people.accounts.sign_in_refused",
    SignInLocked.code: "people.accounts.sign_in_locked",
    WrongPassword.code: "people.accounts.wrong_password",
}
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,149}")


@transaction.atomic
def create_first_administrator(*, now: datetime) -> str | None:
    """Make the account "quantri" on an installation that has no staff yet.

    Returns its one-time password, to be shown once; None when there is any account already.
    """
    if User.objects.exists():
        return None
    return create_staff(
        by="system", username=FIRST_ADMINISTRATOR, full_name="", role=Role.ADMINISTRATOR, now=now
    )


@transaction.atomic
def create_staff(*, by: str, username: str, full_name: str, role: Role, now: datetime) -> str:
    """Make an account and return its one-time password, which is kept nowhere in the clear.

    Raises UsernameUnfit, UsernameTaken.
    """
    name = normalise_username(username)
    if not USERNAME.fullmatch(name):
        raise UsernameUnfit
    if User.objects.filter(username=name).exists():
        raise UsernameTaken
    user = User(username=name, full_name=full_name.strip(), role=role, created_at=now)
    password = _give_one_time_password(user)
    record(
        actor=by,
        action="people.accounts.create",
        subject=subject(user),
        now=now,
        details={"role": role.value},
    )
    return password


@transaction.atomic
def reset_password(*, by: str, username: str, now: datetime) -> str:
    """Give an account a new one-time password and return it; its open sessions end.

    Raises UnknownAccount.
    """
    user = account(username)
    password = _give_one_time_password(user)
    record(actor=by, action="people.accounts.reset_password", subject=subject(user), now=now)
    return password


def change_password(
    *, request: HttpRequest, user: User, current: str, new: str, now: datetime
) -> None:
    """Set the password a person chose; the account is free to work from here on.

    The caller has checked `new` against the validators and keeps the person's own session alive;
    all other sessions of the account end. Raises WrongPassword when `current` is not the password;
    such guesses count with those at the door, and SignInLocked ends them.
    """
    _proven(request=request, name=user.username, password=current, refusal=WrongPassword(), now=now)
    with transaction.atomic():
        user.set_password(new)
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])
        record(
            actor=user.username,
            action="people.accounts.change_password",
            subject=subject(user),
            now=now,
        )


def sign_in(*, request: HttpRequest, username: str, password: str, now: datetime) -> User:
    """Begin a session of the account under a new session key (an old one may be known to others).

    Raises SignInLocked after too many failures and SignInRefused otherwise; an unknown name costs
    the same time as a wrong password.
    """
    name = normalise_username(username)
    user = _proven(request=request, name=name, password=password, refusal=SignInRefused(), now=now)
    with transaction.atomic():
        auth.login(request, user)
        record(
            actor=user.username,
            action="people.accounts.sign_in",
            subject=subject(user),
            now=now,
            details={"address": client_address(request)},
        )
    return user


@transaction.atomic
def sign_out(*, request: HttpRequest, now: datetime) -> None:
    """End the session of the request; nothing happens where nobody is signed in."""
    if isinstance(request.user, User):
        record(
            actor=request.user.username,
            action="people.accounts.sign_out",
            subject=subject(request.user),
            now=now,
        )
    auth.logout(request)


def subject(user: User) -> str:
    """How audit rows name an account."""
    return f"account {user.username}"


def _proven(
    *, request: HttpRequest, name: str, password: str, refusal: AccountError, now: datetime
) -> User:
    """The account whose name and password these are.

    Raises SignInLocked after too many failures, else `refusal`. Not inside a transaction: the
    count of failures must outlive the error.
    """
    user = auth.authenticate(request, username=name, password=password)
    if user is None:
        error = SignInLocked() if getattr(request, "axes_locked_out", False) else refusal
        _record_failure(request=request, name=name, error=error, now=now)
        raise error
    return user


def _record_failure(*, request: HttpRequest, name: str, error: AccountError, now: datetime) -> None:
    """Tell of a failure. Names that nobody has are left out: people type passwords there.

    Attempts on a lock that stands already leave no row, or a guesser could fill the database.
    """
    if getattr(request, "axes_failures_since_start", None) is None:
        return
    known = User.objects.filter(username=name).exists()
    record(
        actor=name if known else "unknown",
        action=REFUSALS[error.code],
        subject=f"account {name}" if known else "account unknown",
        now=now,
        details={"address": client_address(request)},
    )


def _give_one_time_password(user: User) -> str:
    """Set, save and return a password that must be changed at the first sign-in."""
    password = one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save()
    return password
