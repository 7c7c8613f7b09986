"""Imports of the whole catalogue, and how soon a start serves, through the operator's command."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import Any

from benchmarks.data import CATALOGUE

LANTOA = [sys.executable, "-m", "lantoa"]
PATIENCE = 120


def imported() -> list[dict[str, Any]]:
    """Seconds and most memory of a first and of a second identical import.

    The index build included.
    """
    subprocess.run([*LANTOA, "manage", "migrate", "--verbosity", "0"], check=True)
    return [_import(name) for name in ("first import", "the same again")]


def _import(name: str) -> dict[str, Any]:
    program = (
        "import resource, subprocess, sys, time; t = time.perf_counter();"
        "out = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE); "
        "u = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(out.stdout.decode().strip().splitlines()[-1]); "
        "print(time.perf_counter() - t, u.ru_maxrss / 1024)"
    )
    command = [*LANTOA, "catalogue", "import", str(CATALOGUE), "--yes", "--json"]
    done = subprocess.run(
        [sys.executable, "-c", program, *command], capture_output=True, text=True, check=True
    )
    *_, figures, measured = done.stdout.strip().splitlines()
    spent, memory = map(float, measured.split())
    counts = json.loads(figures)
    return {"run": name, "seconds": spent, "memory_mb": memory, "new": counts.get("new")}


def starts() -> list[dict[str, Any]]:
    """Seconds from `lantoa up` to the first good answer, first and second start."""
    return [{"start": name, "seconds": _start()} for name in ("first start", "second start")]


def _start() -> float:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    process = subprocess.Popen(
        [*LANTOA, "up", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ},
    )
    try:
        while time.perf_counter() - started < PATIENCE and process.poll() is None:
            if _answers(f"http://127.0.0.1:{port}/"):
                return time.perf_counter() - started
            time.sleep(0.05)
        sys.exit("bench: the portal did not start")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 - our own server
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False
