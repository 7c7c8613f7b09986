"""People in the stories: Lan looks after the system, An edits, a stranger has no account."""

from datetime import datetime

import pytest
from pytest_django import Settings

from lantoa.people.accounts import actions
from lantoa.people.accounts.models import User
from lantoa.people.accounts.queries import account
from lantoa.people.roles.models import Role

PASSWORD = "mưa rào trên phố huyện"


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """Argon2 is slow on purpose, and these tests hash a hundred passwords."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def lan(db: None, now: datetime) -> User:
    """An administrator who still has the one-time password; it is on `lan.one_time`."""
    one_time = actions.create_staff(
        by="operator", username="lan", full_name="Lê Lan", role=Role.ADMINISTRATOR, now=now
    )
    user = account("lan")
    user.one_time = one_time  # type: ignore[attr-defined]
    return user


@pytest.fixture
def an(db: None, now: datetime) -> User:
    """An editor with a password of her own."""
    user = User(username="an", full_name="Vũ An", role=Role.EDITOR, created_at=now)
    user.set_password(PASSWORD)
    user.save()
    return user
