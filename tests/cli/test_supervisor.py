"""Several commands as one: they stop together, and nobody is left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from lantoa.cli import supervisor
from lantoa.cli.supervisor import SUPERVISOR, Group

DEADLINE = 15
SLEEP = "import time; time.sleep(60)"
DEAF = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path({ready!r}).touch()
time.sleep(60)
"""
PARENT = """
import subprocess, sys
subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"])
"""


def group(**scripts: str) -> Group:
    commands = {name: [sys.executable, "-c", script] for name, script in scripts.items()}
    return Group(commands, dict(os.environ))


def living(session: int) -> list[int]:
    """The processes of a session that still run, from the kernel's own list."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended while we looked
            state, _, _, leader = path.read_text().rpartition(") ")[2].split()[:4]
            if int(leader) == session and state != "Z":
                found.append(int(path.parent.name))
    return found


def alive(session: int) -> bool:
    return bool(living(session))


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        threading.Event().wait(0.05)


def stopping(number: signal.Signals) -> Callable[[], bool]:
    """An announcement that, once all started, sends this process a signal."""

    def announce() -> bool:
        os.kill(os.getpid(), number)
        return True

    return announce


def test_when_one_ends_the_others_are_stopped_and_it_is_named() -> None:
    both = group(ends="raise SystemExit(7)", stays=SLEEP)
    assert both.run() == {"ends": 7}
    assert not any(alive(child.pid) for child in both.children.values())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all_and_nobody_is_blamed(number: signal.Signals) -> None:
    both = group(a=SLEEP, b=SLEEP)
    assert both.run(stopping(number)) == {}
    assert [child.returncode for child in both.children.values()] == [-15, -15]


def test_handlers_of_signals_are_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    group(a="pass").run()
    assert signal.getsignal(signal.SIGINT) == before


def test_who_does_not_stop_when_asked_is_made_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(supervisor, "GRACE_SECONDS", 0.3)
    ready = tmp_path / "ready"
    deaf = group(deaf=DEAF.format(ready=str(ready)))
    assert deaf.run(lambda: ready.exists() and stopping(signal.SIGINT)()) == {}
    assert deaf.children["deaf"].returncode == -9


def test_children_of_children_are_stopped_too() -> None:
    family = group(parent=PARENT)

    def announce() -> bool:
        both = living(family.children["parent"].pid)
        return len(both) == 2 and stopping(signal.SIGTERM)()

    family.run(announce)
    wait_until(lambda: not alive(family.children["parent"].pid))


def test_a_command_that_cannot_start_leaves_no_other_running() -> None:
    mixed = group(a=SLEEP)
    mixed.commands["b"] = ["/no/such/program"]
    with pytest.raises(FileNotFoundError):
        mixed.run()
    assert not alive(mixed.children["a"].pid)


def test_an_announcement_is_repeated_until_it_has_been_made() -> None:
    calls: list[int] = []

    def announce() -> bool:
        calls.append(1)
        return len(calls) == 3 and stopping(signal.SIGTERM)()

    group(a=SLEEP).run(announce)
    assert len(calls) == 3


def test_children_follow_a_supervisor_that_was_killed(tmp_path: Path) -> None:
    child = f"from lantoa.cli.supervisor import *; follow_supervisor(); {SLEEP}"
    script = (
        "import os, sys; from lantoa.cli.supervisor import Group\n"
        f"group = Group({{'a': [sys.executable, '-c', {child!r}]}}, dict(os.environ))\n"
        "group.run(lambda: print(group.children['a'].pid, flush=True) or True)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    wait_until(lambda: not alive(pid))


def test_a_supervisor_already_dead_stops_the_child_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[tuple[int, int]] = []
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    monkeypatch.setenv(SUPERVISOR, str(gone.pid))
    monkeypatch.setattr(supervisor.os, "kill", lambda *call: sent.append(call))
    supervisor.follow_supervisor()
    assert sent == [(os.getpid(), signal.SIGTERM)]


def test_without_a_supervisor_nothing_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SUPERVISOR, raising=False)
    before = threading.active_count()
    supervisor.follow_supervisor()
    assert threading.active_count() == before
