"""Make `.venv` and install exactly what `requirements.lock` names. Standard library only.

Runs before anything is installed, so it must work on a bare Debian Python without ensurepip.
Does nothing when the environment already matches the lock. An install that was interrupted has left
no stamp and is made anew.
"""

# An old Python must get as far as the message that it is too old.
from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "lock.sha256"
LOCK = ROOT / "requirements.lock"
MINIMUM = (3, 11)
DEBIAN_PIP_WHEELS = Path("/usr/share/python-wheels")


def fail(message: str) -> NoReturn:
    """End with one line that says what to do."""
    sys.exit(f"setup: {message}")


def ensure_python() -> None:
    """Go on under a newer interpreter where this one is too old and another is on PATH."""
    if sys.version_info >= MINIMUM:
        return
    for name in ("python3.13", "python3.12", "python3.11"):
        found = shutil.which(name)
        if found:
            os.execv(found, [found, *sys.argv])  # noqa: S606
    have = ".".join(map(str, sys.version_info[:3]))
    fail(f"Python 3.11 or newer is needed, this is {have}. On Debian: apt install python3.11")


def lock_digest() -> str:
    """Changes with the lock, the Python and what the editable install is made from."""
    project = (ROOT / "pyproject.toml").read_bytes().partition(b"[tool.pytest")[0]
    parts = (LOCK.read_bytes(), sys.version.encode(), project, str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def works(command: list[str]) -> bool:
    """True where the command can be run and ends well."""
    return subprocess.run(command, capture_output=True).returncode == 0


def pip_command() -> list[str]:
    """A pip that installs into `.venv`: this Python's own (no copy of it is made, which saves six
    seconds), one that ensurepip brings, or Debian's wheel."""
    ours = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if works([*ours, "--version"]):
        return ours
    if works([str(PYTHON), "-m", "ensurepip"]):
        return [str(PYTHON), "-m", "pip"]
    for wheel in sorted(DEBIAN_PIP_WHEELS.glob("pip-*.whl")):
        return [str(PYTHON), f"{wheel}/pip"]
    fail("pip was not found. On Debian: apt install python3-venv")


def create_environment() -> None:
    """An empty `.venv`, whatever stood there."""
    venv.create(ENVIRONMENT, with_pip=False, clear=True)


def install() -> None:
    """Put the locked packages and this project into `.venv`."""
    quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
    base = [*pip_command(), "install", *quiet, "--no-deps"]
    steps = (
        [*base, "--require-hashes", "--requirement", str(LOCK)],
        [*base, "--no-build-isolation", "--editable", str(ROOT)],
    )
    for step in steps:
        if subprocess.run(step, cwd=ROOT).returncode:
            fail("the packages could not be installed; the lines above say why")


def main() -> None:
    """Bring `.venv` up to the lock, or say in one line why not."""
    ensure_python()
    digest = lock_digest()
    if STAMP.exists() and PYTHON.exists() and STAMP.read_text().strip() == digest:
        return
    print("setup: installing the locked packages into .venv (about a minute)", flush=True)
    try:
        create_environment()
        install()
        STAMP.write_text(digest + "\n")
    except OSError as error:
        fail(f"{error.strerror or error}: {error.filename or ENVIRONMENT}")
    except KeyboardInterrupt:
        fail("interrupted; run it again")


if __name__ == "__main__":
    main()
