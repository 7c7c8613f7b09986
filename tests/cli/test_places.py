"""Before anything starts: is there a port, a folder, room?"""

import errno
import socket
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from lantoa.cli import places

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        wire.listen()
        yield wire.getsockname()[1]


def test_a_taken_port_is_refused_with_another_to_try(taken: int) -> None:
    with pytest.raises(
        click.ClickException, match=f"port {taken} is taken.*LANTOA_PORT={taken + 1}"
    ):
        places.refuse_taken_port("127.0.0.1", taken)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::1", "[::1]"])
def test_a_free_port_is_fine(host: str) -> None:
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        free = wire.getsockname()[1]
    assert places.refuse_taken_port(host, free) is None


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EACCES, "Permission denied"), "port 80 needs more rights"),
        (OSError(errno.EADDRNOTAVAIL, "Cannot assign"), "cannot listen on 192.0.2.1:80: Cannot"),
    ],
)
def test_why_nobody_can_listen_is_said(error: OSError, said: str) -> None:
    assert places._why_not("192.0.2.1", 80, error).startswith(said)


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(click.ClickException, match=r"cannot write in .*not a directory"):
        places.refuse_bad_folder(tmp_path / "file" / "var")


def test_a_full_disk_is_refused_with_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places.shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 7_000_000))
    with pytest.raises(click.ClickException, match="has 7 MB left, 200 MB are needed"):
        places.refuse_bad_folder(tmp_path)


def test_a_good_folder_is_made_and_left_empty(tmp_path: Path) -> None:
    places.refuse_bad_folder(tmp_path / "a" / "b", needed=1)
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_only_one_may_hold_a_folder(tmp_path: Path) -> None:
    with (
        places.only_one(tmp_path),
        pytest.raises(click.ClickException, match="another `lantoa up` runs"),
        places.only_one(tmp_path),
    ):
        pytest.fail("two held it at once")


def test_a_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with places.only_one(tmp_path):
            assert (tmp_path / "up.lock").exists()
