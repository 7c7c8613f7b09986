"""`lantoa check` speaks to people and to scripts."""

import json
from datetime import datetime

import pytest
from click.testing import CliRunner

from lantoa.cli import check, main
from lantoa.core.ops.safety import Finding
from lantoa.people.accounts.actions import create_staff
from lantoa.people.roles.models import Role


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What is unsafe, as the test says."""
    findings: list[Finding] = []
    monkeypatch.setattr(check.safety, "findings", lambda: findings)
    return findings


@pytest.mark.django_db
@pytest.mark.usefixtures("found")
def test_nothing_unsafe_is_exit_code_0() -> None:
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, done.output) == (0, "Nothing unsafe was found.\n")


@pytest.mark.django_db
def test_a_finding_says_what_and_what_to_do_with_exit_code_3(found: list[Finding]) -> None:
    found.append(Finding("debug", "Pages show source.", "Turn it off."))
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 3
    assert done.output == "- Pages show source.\n  Turn it off.  [debug]\n1 findings.\n"


@pytest.mark.django_db
def test_scripts_get_json(found: list[Finding]) -> None:
    found.append(Finding("debug", "Pages show source.", "Turn it off."))
    done = CliRunner().invoke(main, ["check", "--json"])
    row = {"code": "debug", "what": "Pages show source.", "do": "Turn it off."}
    assert json.loads(done.output) == {"safe": False, "findings": [row]}


@pytest.mark.django_db
@pytest.mark.usefixtures("found")
def test_an_account_with_a_one_time_password_is_found(now: datetime) -> None:
    create_staff(by="operator", username="lan", full_name="", role=Role.EDITOR, now=now)
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 3
    assert "lantoa staff reset lan" in done.output
