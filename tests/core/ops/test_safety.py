"""What `lantoa check` finds unsafe."""

import os
from collections import namedtuple
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import checks
from django.db import connection

from lantoa.core.ops import health, safety

Usage = namedtuple("Usage", "total used free")


def codes(look: Callable[[], Iterator[safety.Finding]]) -> list[str]:
    return [finding.code for finding in look()]


@pytest.fixture
def safe(settings: LazySettings, tmp_path: Path) -> LazySettings:
    """Settings of an installation that is safe."""
    tmp_path.chmod(0o700)
    settings.VAR_DIR = tmp_path
    settings.DEBUG, settings.PRODUCTION = False, True
    settings.ALLOWED_HOSTS = ["dichvu.example.vn"]
    return settings


def test_settings_for_production_are_not_complained_of(safe: LazySettings) -> None:
    assert codes(safety.of_settings) == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("DEBUG", True, "debug"),
        ("PRODUCTION", False, "not_production"),
        ("ALLOWED_HOSTS", ["*"], "hosts"),
        ("ALLOWED_HOSTS", ["localhost", "127.0.0.1"], "hosts"),
        ("ALLOWED_HOSTS", [], "hosts"),
    ],
)
def test_a_setting_for_the_workplace_is_found(
    safe: LazySettings, name: str, value: object, code: str
) -> None:
    setattr(safe, name, value)
    assert codes(safety.of_settings) == [code]


@pytest.mark.parametrize(("mode", "found"), [(0o600, False), (0o640, True), (0o604, True)])
def test_a_secret_that_others_can_read_is_found(safe: LazySettings, mode: int, found: bool) -> None:
    key = safe.VAR_DIR / "secret_key"
    key.touch()
    key.chmod(mode)
    assert ("secret_key_readable" in codes(safety.of_files)) is found


def test_a_data_folder_that_others_can_read_is_found(safe: LazySettings) -> None:
    safe.VAR_DIR.chmod(0o755)
    assert "data_folder_readable" in codes(safety.of_files)


@pytest.mark.usefixtures("safe")
def test_a_database_outside_the_data_folder_is_looked_at_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("elsewhere") / "db.sqlite3"
    file.touch(0o644)
    monkeypatch.setattr(connection, "vendor", "sqlite")
    monkeypatch.setitem(connection.settings_dict, "NAME", str(file))
    assert "database_file_readable" in codes(safety.of_files)


@pytest.mark.parametrize(("uid", "found"), [(0, True), (1000, False)])
def test_running_as_root_is_found(
    safe: LazySettings, monkeypatch: pytest.MonkeyPatch, uid: int, found: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    assert ("root" in codes(safety.of_files)) is found


@pytest.mark.parametrize(("free", "found"), [(10**8, ["disk"]), (4 * 10**10, [])])
def test_a_disk_nearly_full_is_found(
    safe: LazySettings, monkeypatch: pytest.MonkeyPatch, free: int, found: list[str]
) -> None:
    monkeypatch.setattr(safety.shutil, "disk_usage", lambda path: Usage(10**11, 0, free))
    assert codes(safety.of_disk) == found


def test_what_keeps_readyz_from_200_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_conditions", {"index": lambda: "missing"})
    [finding] = safety.of_health()
    assert finding.code == "unready_index"
    assert "missing" in finding.what


def test_djangos_warnings_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    warning = checks.Warning("A model is odd.", hint="Mend it.", id="x.W001")
    remark = checks.Info("By the way.", id="x.I001")
    monkeypatch.setattr(checks, "run_checks", lambda **kwargs: [warning, remark])
    assert list(safety.of_django()) == [safety.Finding("x.W001", "A model is odd.", "Mend it.")]


@pytest.mark.parametrize("production", [True, False])
def test_djangos_deployment_checks_run_where_https_is_on(
    safe: LazySettings, monkeypatch: pytest.MonkeyPatch, production: bool
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(
        checks,
        "run_checks",
        lambda include_deployment_checks: asked.append(include_deployment_checks) or [],
    )
    safe.PRODUCTION = production
    assert list(safety.of_django()) == []
    assert asked == [production]


@pytest.mark.django_db
def test_each_finding_says_what_to_do() -> None:
    assert all(finding.what and finding.do for finding in safety.findings())
