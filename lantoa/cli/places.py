"""Is there a place to run: a free port, a folder that can be written, room on the disk?"""

import errno
import fcntl
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

NEEDED_BYTES = 200_000_000  # database, index and files of a full catalogue, with room for a WAL
HIGHEST_UNSAFE_PORT = 1023


def refuse_taken_port(host: str, port: int) -> None:
    """Raise ClickException where nobody could listen on `host`:`port` now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as error:
            raise click.ClickException(_why_not(host, port, error)) from None


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} is taken by another program. Stop that one, or choose another port: "
            f"LANTOA_PORT={port + 1} make run"
        )
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights; choose one above {HIGHEST_UNSAFE_PORT}"
    return f"cannot listen on {host}:{port}: {error.strerror or error}"


def refuse_bad_folder(folder: Path, needed: int = NEEDED_BYTES) -> None:
    """Raise ClickException where `folder` is not writable or its disk lacks `needed` bytes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"\0")
            probe.flush()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(
            f"cannot write in {folder}: {reason}. Make it writable, or name another folder in "
            "LANTOA_VAR"
        ) from None
    if free < needed:
        raise click.ClickException(
            f"the disk of {folder} has {free // 1_000_000} MB left, {needed // 1_000_000} MB are "
            "needed. Make room, or name another folder in LANTOA_VAR"
        )


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold `folder` for this process. Raises ClickException where another one holds it."""
    with (folder / "up.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"another `lantoa up` runs in {folder}. Stop it, or set LANTOA_VAR"
            raise click.ClickException(message) from None
        yield
