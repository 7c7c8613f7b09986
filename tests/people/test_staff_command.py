"""`lantoa staff`: what an operator does with accounts."""

import json
from datetime import datetime

import pytest
from click.testing import CliRunner, Result

from lantoa.cli.staff import staff
from lantoa.core.audit.models import AuditRow
from lantoa.people.accounts.models import User
from lantoa.people.accounts.queries import account

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> Result:
    return CliRunner().invoke(staff, arguments)


def test_create_prints_a_one_time_password_that_works() -> None:
    result = run("create", "Binh", "--name", "Trần Bình", "--role", "administrator", "--json")
    shown = json.loads(result.stdout)
    user = account("binh")
    assert (shown["username"], user.full_name, user.role) == ("binh", "Trần Bình", "administrator")
    assert user.check_password(shown["one_time_password"])
    assert AuditRow.objects.get().actor == "operator"


def test_create_says_in_words_what_to_do_with_the_password() -> None:
    result = run("create", "binh")
    assert "must be changed at the first sign-in" in result.stdout
    assert account("binh").role == "editor"


@pytest.mark.parametrize("name", ["lan", "LAN", "nguyễn"])
def test_create_refuses_with_one_line_and_code_1(lan: User, name: str) -> None:
    result = run("create", name)
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 1


def test_reset_prints_a_new_one_time_password(an: User) -> None:
    result = run("reset", "an")
    password = result.stdout.splitlines()[1].split()[-1]
    assert account("an").check_password(password)
    assert account("an").must_change_password


def test_reset_of_an_unknown_account_fails() -> None:
    result = run("reset", "nobody", "--json")
    assert (result.exit_code, result.stdout) == (1, "")


def test_list_shows_the_state_of_each_account(an: User, lan: User) -> None:
    User.objects.filter(pk=an.pk).update(is_active=False)
    lines = run("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["an", "lan"]
    assert "inactive" in lines[0]
    assert "one-time password" in lines[1]


def test_list_as_json_holds_no_password(an: User, now: datetime) -> None:
    User.objects.filter(pk=an.pk).update(last_login=now)
    (shown,) = json.loads(run("list", "--json").stdout)
    assert shown == {
        "username": "an",
        "full_name": "Vũ An",
        "role": "editor",
        "state": "active",
        "last_sign_in": now.isoformat(),
    }
