"""Starting and stopping a whole installation as an operator does."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest

START_DEADLINE = 240


def free_port() -> int:
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        return int(wire.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 - our own
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def children_of(pid: int) -> list[int]:
    """All processes below one, from the kernel's own list."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    direct = [int(child) for child in path.read_text().split()] if path.exists() else []
    return direct + [lower for child in direct for lower in children_of(child)]


def named(pid: int, word: str) -> int:
    """The process below `pid` that has `word` on its command line."""
    for child in children_of(pid):
        if word in Path(f"/proc/{child}/cmdline").read_text().split("\0"):
            return child
    pytest.fail(f"no {word} runs")


@dataclass
class Installation:
    """A folder, a port, and what starts so far have printed."""

    var: Path
    port: int = field(default_factory=free_port)

    @property
    def environment(self) -> dict[str, str]:
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith("LANTOA_") and key != "DATABASE_URL"
        }
        return {**kept, "LANTOA_VAR": str(self.var)}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "lantoa", *arguments],
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=START_DEADLINE,
        )

    def start(self) -> subprocess.Popen[str]:
        """`lantoa up`, as soon as it is ready."""
        process = subprocess.Popen(
            [sys.executable, "-m", "lantoa", "up", "--port", str(self.port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
        )
        deadline = time.monotonic() + START_DEADLINE
        while not answers(f"http://127.0.0.1:{self.port}/readyz"):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                pytest.fail(f"lantoa up did not get ready: {process.communicate()}")
            Event().wait(0.1)
        return process


@dataclass(frozen=True)
class Ended:
    """A start that was stopped again."""

    code: int
    stdout: str
    stderr: str
    left_behind: list[int]


def stop(process: subprocess.Popen[str], number: signal.Signals) -> Ended:
    """Send a signal, wait for the end, look for who is still there."""
    family = children_of(process.pid)
    process.send_signal(number)
    stdout, stderr = process.communicate(timeout=START_DEADLINE)
    left = [pid for pid in family if Path(f"/proc/{pid}").exists()]
    return Ended(process.returncode, stdout, stderr, left)
