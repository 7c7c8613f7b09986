"""Setting up: redone when interrupted, one clear line when it cannot be."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bootstrap


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A project folder of its own, where installing only notes that it was called."""
    noted: list[str] = []
    python = tmp_path / ".venv" / "bin" / "python"
    (tmp_path / "requirements.lock").write_text("a==1")
    (tmp_path / "pyproject.toml").write_text("[project]\nname='a'\n[tool.pytest]\nx=1\n")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / ".venv" / "lock.sha256")
    monkeypatch.setattr(bootstrap, "PYTHON", python)

    def create() -> None:
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(bootstrap, "create_environment", create)
    monkeypatch.setattr(bootstrap, "install", lambda: noted.append("installed"))
    return noted


def test_a_second_setup_does_nothing(installs: list[str]) -> None:
    bootstrap.main()
    bootstrap.main()
    assert installs == ["installed"]


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_anew(installs: list[str], name: str) -> None:
    bootstrap.main()
    path = bootstrap.ROOT / name
    path.write_text("changed\n" + path.read_text())
    bootstrap.main()
    assert installs == ["installed"] * 2


def test_a_change_to_a_tools_settings_installs_nothing(installs: list[str]) -> None:
    bootstrap.main()
    path = bootstrap.ROOT / "pyproject.toml"
    path.write_text(path.read_text() + "y=2\n")
    bootstrap.main()
    assert installs == ["installed"]


def test_an_interrupted_install_is_redone(
    installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(SystemExit, match="interrupted"):
        patched.setattr(bootstrap, "install", interrupt)
        bootstrap.main()
    bootstrap.main()
    assert installs == ["installed"]


@pytest.mark.usefixtures("installs")
def test_a_full_disk_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device", "/x")

    monkeypatch.setattr(bootstrap, "install", fail)
    with pytest.raises(SystemExit, match="setup: No space left on device: /x"):
        bootstrap.main()


def test_an_old_python_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed, this is 3\.9\.2"):
        bootstrap.ensure_python()


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap.os, "execv", lambda path, arguments: called.append(path))
    monkeypatch.setattr(bootstrap, "fail", lambda message: None)
    bootstrap.ensure_python()
    assert called[0] == "/usr/bin/python3.13"


def test_a_package_that_cannot_be_installed_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(bootstrap, "pip_command", lambda: ["pip"])
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *a, **k: failed)
    with pytest.raises(SystemExit, match="could not be installed"):
        bootstrap.install()


def test_a_python_without_pip_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *a, **k: failed)
    monkeypatch.setattr(bootstrap, "DEBIAN_PIP_WHEELS", tmp_path)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        bootstrap.pip_command()


@pytest.mark.parametrize(
    ("working", "expected"),
    [
        ("--python", [sys.executable, "-m", "pip", "--python"]),
        ("ensurepip", [str(bootstrap.PYTHON), "-m", "pip"]),
    ],
)
def test_the_first_pip_that_works_is_used(
    monkeypatch: pytest.MonkeyPatch, working: str, expected: list[str]
) -> None:
    monkeypatch.setattr(bootstrap, "works", lambda command: working in command)
    assert bootstrap.pip_command()[: len(expected)] == expected


def test_debians_wheel_serves_where_there_is_no_other_pip(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pip-23.0-py3-none-any.whl").touch()
    monkeypatch.setattr(bootstrap, "works", lambda command: False)
    monkeypatch.setattr(bootstrap, "DEBIAN_PIP_WHEELS", tmp_path)
    assert bootstrap.pip_command()[1] == f"{tmp_path}/pip-23.0-py3-none-any.whl/pip"
