"""The runner of all checks counts right and never hides a failure."""

import os
import sys
from pathlib import Path

import pytest

from scripts import checks
from scripts.checks import Outcome, Step


def outcome(code: int = 0, **tally: int) -> Outcome:
    return Outcome(Step("Tests", []), code, 1.0, tally)


@pytest.mark.parametrize(
    ("line", "tally"),
    [
        ("12 passed in 3.20s\n", {"passed": 12}),
        (
            "=== 1 failed, 12 passed, 2 skipped in 63.20s (0:01:03) ===\n",
            {"failed": 1, "passed": 12, "skipped": 2},
        ),
        (
            "1 failed, 3 passed, 5 warnings, 2 errors in 0.1s\n",
            {"failed": 1, "passed": 3, "error": 2},
        ),
        ("12 passed things in a sentence\n", None),
        ("E   assert 3 failed in vain\n", None),
    ],
)
def test_pytests_last_line_is_counted_and_no_other(line: str, tally: dict[str, int] | None) -> None:
    found = checks.counted(line) if checks.LAST_LINE.match(line) else None
    assert found == tally


def test_a_step_gives_its_exit_code_and_tally() -> None:
    script = "print('2 failed, 5 passed in 1.00s'); raise SystemExit(1)"
    done = checks.run(Step("x", [sys.executable, "-c", script], tests=True), dict(os.environ))
    assert (done.code, done.tally) == (1, {"failed": 2, "passed": 5})


def test_the_last_line_sums_all_runs(capsys: pytest.CaptureFixture[str]) -> None:
    runs = [outcome(passed=10, skipped=1), outcome(1, passed=5, failed=2, error=1)]
    assert not checks.summarise(runs, [])
    assert capsys.readouterr().out.splitlines()[-1] == "15 passed, 3 failed, 1 skipped"


def test_a_step_that_fails_without_a_tally_fails_the_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not checks.summarise([outcome(2), outcome(passed=3)], [])
    assert "FAILED" in capsys.readouterr().out


def test_without_a_server_the_tests_on_postgresql_are_left_out() -> None:
    headings = [step.heading for step in checks.tests(browser=True, postgres="")]
    assert headings == ["Tests on SQLite", "Tests in a browser", "Coverage of branches"]


def test_with_a_server_the_same_tests_run_there() -> None:
    step = checks.tests(browser=False, postgres="postgres://x")[-1]
    assert (step.heading, step.environment["DATABASE_URL"]) == (
        "Tests on PostgreSQL",
        "postgres://x",
    )


@pytest.mark.parametrize(
    ("browser", "arguments", "code", "said"),
    [
        (None, [], 1, "Type: apt install chromium"),
        ("/usr/bin/chromium", [], 0, "skipped: tests on PostgreSQL"),
        (None, ["--quick"], 0, "0 passed, 0 failed"),
    ],
)
def test_a_missing_browser_fails_the_whole_but_not_the_quick_checks(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    browser: str | None,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr(sys, "argv", ["checks.py", *arguments])
    monkeypatch.setattr(checks.shutil, "which", lambda name: browser)
    monkeypatch.setattr(checks, "run", lambda step, environment: Outcome(step, 0, 0.0, {}))
    monkeypatch.delenv(checks.POSTGRES, raising=False)
    with pytest.raises(SystemExit) as ended:
        checks.main()
    assert ended.value.code == code
    assert said in capsys.readouterr().out


def test_tests_see_nothing_of_this_machines_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANTOA_ALLOWED_HOSTS", "example.org")
    monkeypatch.setenv("DATABASE_URL", "postgres://production")
    environment = checks.plain_environment("/x")
    assert "LANTOA_ALLOWED_HOSTS" not in environment
    assert environment["DATABASE_URL"] == "sqlite:////x/lantoa.sqlite3"
    assert environment["LANTOA_VAR"] == "/x"


def test_every_tool_of_the_linters_is_installed() -> None:
    commands = {Path(step.command[0]) for step in checks.linters()}
    assert all(command.exists() for command in commands)
