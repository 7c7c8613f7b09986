"""Several commands run as one: all stop when one stops, when asked to, when this process dies.

Children get sessions of their own, so that Ctrl-C on the terminal reaches them only through here
and each is asked to stop exactly once. Their output goes where ours goes, line by line, untouched.
"""

import os
import select
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

POLL_SECONDS = 0.1
GRACE_SECONDS = 10.0
SUPERVISOR = "LANTOA_SUPERVISOR"
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass
class Group:
    """A group of named commands."""

    commands: dict[str, list[str]]
    environment: dict[str, str]
    asked_to_stop: bool = False
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def run(self, announce: Callable[[], bool] = lambda: True) -> dict[str, int]:
        """Start all, wait, stop all. Gives the exit codes of those that ended by themselves.

        Empty when somebody asked for the stop (SIGINT, SIGTERM or SIGHUP). `announce` is called
        now and again until it returns True.
        """
        before = {number: signal.signal(number, self._ask_to_stop) for number in STOPPING}
        announced = False
        try:
            self._start()
            while not self.asked_to_stop and not self._ended():
                announced = announced or announce()
                time.sleep(POLL_SECONDS)
            return {} if self.asked_to_stop else self._ended()
        finally:
            self._stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.asked_to_stop = True

    def _start(self) -> None:
        environment = {**self.environment, SUPERVISOR: str(os.getpid())}
        for name, command in self.commands.items():
            if not self.asked_to_stop:
                self.children[name] = subprocess.Popen(  # noqa: S603 - our own commands
                    command, env=environment, start_new_session=True
                )

    def _ended(self) -> dict[str, int]:
        codes = {name: child.poll() for name, child in self.children.items()}
        return {name: code for name, code in codes.items() if code is not None}

    def _stop(self) -> None:
        """Ask every child's whole session to stop; after the time of grace, make it."""
        for child in self.children.values():
            _signal_session(child, signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        for child in self.children.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
            _signal_session(child, signal.SIGKILL)  # also what a child may have left behind
            child.wait()


def _signal_session(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, number)


def follow_supervisor() -> None:
    """Stop this process when the supervisor that started it dies without being able to say so."""
    supervisor = os.environ.pop(SUPERVISOR, "")
    if not supervisor or not hasattr(os, "pidfd_open"):
        return
    try:
        handle = os.pidfd_open(int(supervisor))
    except (ProcessLookupError, ValueError):
        os.kill(os.getpid(), signal.SIGTERM)
        return

    def wait() -> None:
        select.select([handle], [], [])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True, name="follow-supervisor").start()
