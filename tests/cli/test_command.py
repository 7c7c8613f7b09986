"""The command: quick help, one-line errors, exit codes that scripts can use."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

from lantoa.cli import COMMANDS, main
from lantoa.cli.lazy import LazyGroup, explain

UNPREPARED = "the database is not prepared for this version: run `lantoa up` once"
NO_DATABASE = 'FATAL: database "lantoa" does not exist'


def failing_with(error: Exception) -> LazyGroup:
    """A group with one command that fails."""

    @click.group(cls=LazyGroup, table={}, invoke_without_command=True)
    def group() -> None:
        raise error

    return group


def test_help_lists_each_command_with_what_it_does() -> None:
    shown = CliRunner().invoke(main, ["--help"]).output
    assert all(
        f"  {name} " in shown and short in shown for name, (_, short) in COMMANDS.items() if short
    )
    assert "manage" not in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_the_short_help_is_the_commands_own_first_line(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    short = COMMANDS[name][1]
    assert not short or (command.help and command.name == name)


def test_help_does_not_load_django() -> None:
    script = (
        "import sys; sys.argv = ['lantoa', '--help']\n"
        "from lantoa.cli import main\n"
        "try: main()\n"
        "finally: assert 'lantoa.settings' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_command_that_does_not_exist_is_wrong_use() -> None:
    assert CliRunner().invoke(main, ["no-such-command"]).exit_code == 2


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(28, "No space left on device", "/var/x"), "No space left on device: /var/x"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (OSError(), "OSError"),
        (
            OperationalError("could not connect\n\tIs it running?"),
            "could not connect Is it running?",
        ),
        (OperationalError("no such table: people_user"), UNPREPARED),
        (ProgrammingError('relation "people_user" does not exist\nLINE 1: ...'), UNPREPARED),
        (OperationalError('FATAL: database "lantoa" does not exist'), NO_DATABASE),
        (ImproperlyConfigured("wrong"), "wrong"),
    ],
)
def test_what_operation_brings_with_it_is_one_line_and_code_1(error: Exception, line: str) -> None:
    done = CliRunner().invoke(failing_with(error))
    assert (done.exit_code, done.stderr) == (1, f"lantoa: {line}\n")
    assert explain(error) == line


def test_a_mistake_of_ours_is_not_hidden() -> None:
    done = CliRunner().invoke(failing_with(ZeroDivisionError()))
    assert isinstance(done.exception, ZeroDivisionError)


def test_manage_passes_everything_on_to_django() -> None:
    done = CliRunner().invoke(main, ["manage", "diffsettings", "--help"])
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("LANTOA_PORT", "99999", 'Environment variable "LANTOA_PORT" invalid'),
        ("LANTOA_LOG_LEVEL", "loud", 'Environment variable "LANTOA_LOG_LEVEL" invalid'),
        ("LANTOA_VAR", "/dev/null/x", "Make the folder writable, or name another in LANTOA_VAR"),
    ],
)
def test_a_setting_that_cannot_be_right_is_one_line(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    done = subprocess.run([sys.executable, "-m", "lantoa", "check"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert said in done.stderr
