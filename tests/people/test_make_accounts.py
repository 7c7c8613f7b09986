"""Accounts are made with one-time passwords that are kept nowhere in the clear."""

from datetime import datetime

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.db import IntegrityError
from pytest_django import Settings

from lantoa import settings as shipped
from lantoa.core.audit.models import AuditRow
from lantoa.people.accounts import actions
from lantoa.people.accounts.errors import UnknownAccount, UsernameTaken, UsernameUnfit
from lantoa.people.accounts.models import User
from lantoa.people.accounts.passwords import ALPHABET, GROUP_LENGTH, GROUPS, one_time_password
from lantoa.people.accounts.queries import account, staff
from lantoa.people.roles.models import Role
from lantoa.people.roles.queries import may


def create(username: str, now: datetime) -> str:
    return actions.create_staff(
        by="lan", username=username, full_name=" Trần Bình ", role=Role.EDITOR, now=now
    )


def test_a_one_time_password_holds_80_bits_and_no_signs_that_look_alike() -> None:
    password = one_time_password()
    assert [len(group) for group in password.split("-")] == [GROUP_LENGTH] * GROUPS
    assert len(ALPHABET) ** (GROUPS * GROUP_LENGTH) > 2**80
    assert not set("ilo01") & set(ALPHABET)
    assert one_time_password() != password


@pytest.mark.django_db
def test_a_new_installation_gets_one_administrator(now: datetime) -> None:
    password = actions.create_first_administrator(now=now)
    user = account("quantri")
    assert password
    assert user.check_password(password)
    assert (user.role, user.must_change_password) == (Role.ADMINISTRATOR, True)


@pytest.mark.django_db
def test_an_installation_with_staff_gets_no_further_administrator(an: User, now: datetime) -> None:
    assert actions.create_first_administrator(now=now) is None
    assert [user.username for user in staff()] == ["an"]


@pytest.mark.django_db
def test_passwords_are_hashed_with_argon2(lan: User, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = shipped.PASSWORD_HASHERS
    lan.set_password("một câu nào đó")
    assert identify_hasher(lan.password).algorithm == "argon2"


@pytest.mark.django_db
def test_nobody_may_do_anything_before_the_password_is_changed(lan: User) -> None:
    assert not may(lan, "desk.open")


@pytest.mark.django_db
def test_a_sign_in_name_is_one_whatever_its_case(lan: User, now: datetime) -> None:
    with pytest.raises(UsernameTaken):
        create("  LAN ", now)
    assert account("Lan") == lan


@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_spelling(lan: User, now: datetime) -> None:
    with pytest.raises(IntegrityError):
        User.objects.create(username="LAN", role=Role.EDITOR, created_at=now)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "an", "-an", "nguyễn", "a b c", "a" * 151])
def test_unfit_sign_in_names_are_refused(name: str, now: datetime) -> None:
    with pytest.raises(UsernameUnfit):
        create(name, now)


@pytest.mark.django_db
def test_a_new_account_works_under_its_role_and_name(now: datetime) -> None:
    password = create("Binh.Tran", now)
    user = account("binh.tran")
    assert user.check_password(password)
    assert (user.full_name, user.role) == ("Trần Bình", Role.EDITOR)


@pytest.mark.django_db
def test_a_reset_makes_a_new_one_time_password_and_ends_sessions(an: User, now: datetime) -> None:
    before = an.get_session_auth_hash()
    password = actions.reset_password(by="lan", username="AN", now=now)
    an.refresh_from_db()
    assert an.check_password(password)
    assert an.must_change_password
    assert an.get_session_auth_hash() != before


@pytest.mark.django_db
def test_an_unknown_account_cannot_be_reset(now: datetime) -> None:
    with pytest.raises(UnknownAccount):
        actions.reset_password(by="lan", username="nobody", now=now)


@pytest.mark.django_db
def test_audit_rows_tell_of_accounts_and_hold_no_password(lan: User, now: datetime) -> None:
    password = actions.reset_password(by="operator", username="lan", now=now)
    lan.refresh_from_db()
    rows = list(
        AuditRow.objects.order_by("id").values_list("actor", "action", "subject", "details")
    )
    assert rows == [
        ("operator", "people.accounts.create", "account lan", {"role": "administrator"}),
        ("operator", "people.accounts.reset_password", "account lan", {}),
    ]
    assert password not in str(rows)
    assert lan.password not in str(rows)
