"""The parts of `lantoa up`, one by one; the whole is in test_installation.py."""

import socket
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from click.testing import CliRunner

from lantoa.cli import main, prepare, serve, up
from lantoa.cli import progress as bars


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What each step of the preparation finds; every step but one has nothing to do."""
    found: dict[str, object] = {
        "pending_migrations": [],
        "give_back_interrupted": 0,
        "load_starter": 0,
        "ensure_index": False,
        "create_first_administrator": None,
    }

    def step(name: str) -> Callable[..., object]:
        return lambda **arguments: found[name]

    for name in found:
        monkeypatch.setattr(prepare, name, step(name))
    monkeypatch.setattr(prepare, "call_command", lambda *a, **k: None)
    monkeypatch.setattr(prepare.compileall, "compile_dir", lambda *a, **k: True)
    return found


@pytest.fixture
def listening() -> Iterator[int]:
    """A port where somebody answers."""
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        wire.listen()
        yield wire.getsockname()[1]


def test_web_and_worker_are_started() -> None:
    both = up.commands("0.0.0.0", 8123)
    assert both["web"][-5:] == ["serve", "--host", "0.0.0.0", "--port", "8123"]
    assert both["worker"][-1] == "worker"


def test_children_may_keep_their_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("KEPT", "x")
    environment = up.child_environment()
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert environment["KEPT"] == "x"


def test_who_ended_is_said_in_words() -> None:
    assert up.describe({"worker": -9, "web": 1}) == (
        "web ended with code 1 and worker ended with code -9"
    )


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_addresses_are_printed_once_somebody_answers(
    listening: int, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    assert up.announcer(host, listening)()
    assert f"http://127.0.0.1:{listening}/\n" in capsys.readouterr().out


def test_nothing_is_announced_while_nobody_answers(
    listening: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        silent = wire.getsockname()[1]
    assert not up.announcer("127.0.0.1", silent)()
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("done")
def test_where_all_is_done_nothing_is_said(
    now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare.prepare(now=now)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("step", "found", "said"),
    [
        ("pending_migrations", ["core.0002"], "Preparing the database ...\n"),
        ("load_starter", 60, "Loaded the starter catalogue: 60 procedures.\n"),
        ("ensure_index", True, "Built the search index.\n"),
        ("create_first_administrator", "abcd-efgh", "password      abcd-efgh\n"),
    ],
)
def test_a_step_that_was_needed_is_said(
    done: dict[str, object],
    now: datetime,
    capsys: pytest.CaptureFixture[str],
    step: str,
    found: object,
    said: str,
) -> None:
    done[step] = found
    prepare.prepare(now=now)
    assert said in capsys.readouterr().out


def test_ctrl_c_while_preparing_is_a_clean_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(up, "prepare", interrupt)
    monkeypatch.setattr(up, "refuse_taken_port", lambda host, port: None)
    done = CliRunner().invoke(main, ["up"])
    assert (done.exit_code, done.output) == (0, "Stopped.\n")


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_is_none_is_wrong_use(port: str) -> None:
    assert CliRunner().invoke(main, ["up", "--port", port]).exit_code == 2


def test_the_servers_own_lines_go_through_our_log() -> None:
    configuration = serve.log_configuration()
    assert configuration["root"]["handlers"] == ["stderr"]
    assert "handlers" not in configuration["loggers"]["_granian"]


def test_asking_for_the_log_configuration_changes_no_setting() -> None:
    serve.log_configuration()["loggers"].clear()
    assert serve.log_configuration()["loggers"]


@pytest.mark.parametrize("terminal", [True, False])
def test_a_bar_shows_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    monkeypatch.setattr(bars.sys.stderr, "isatty", lambda: terminal, raising=False)
    with bars.progress("Writing") as tell:
        tell(5, 10)
        tell(5, 10)
    assert ("Writing" in capsys.readouterr().err) is terminal
