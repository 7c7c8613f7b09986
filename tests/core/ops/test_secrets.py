"""The installation's own secret."""

import stat
from pathlib import Path

from lantoa.core.ops.secrets import secret_key


def test_a_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "var")
    assert len(first) > 60
    assert secret_key(tmp_path / "var") == first


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_only_the_owner_can_read_secret_and_folder(tmp_path: Path) -> None:
    secret_key(tmp_path / "var")
    assert stat.S_IMODE((tmp_path / "var" / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700
