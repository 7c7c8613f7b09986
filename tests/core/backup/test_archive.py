"""An archive that nobody vouches for is unpacked only when it is whole and ours."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lantoa.core.backup import archive
from lantoa.core.backup.errors import BackupError, DamagedArchive
from lantoa.core.backup.manifest import File, Manifest, Table

Members = dict[str, bytes]
LINE = b'[1,"an"]\n'
MANIFEST = Manifest(
    lantoa="0.1.0",
    engine="sqlite",
    made_at="2026-11-20T02:00:00+00:00",
    migrations=("core.0001_initial",),
    tables={"core.x": Table(("id", "actor"), 1, hashlib.sha256(LINE).hexdigest())},
    files={"a/b.txt": File(1, hashlib.sha256(b"b").hexdigest())},
)


def whole() -> Members:
    return {
        "tables/core.x.jsonl": LINE,
        "files/a/b.txt": b"b",
        "manifest.json": MANIFEST.as_bytes(),
    }


@pytest.fixture
def packed(tmp_path: Path) -> Callable[[Members], Path]:
    """A function that packs members into a file."""

    def pack(members: Members) -> Path:
        path = tmp_path / "x.tar.gz"
        with tarfile.open(path, "w:gz") as tar:
            for name, data in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
        return path

    return pack


def manifest_with(**values: object) -> bytes:
    return json.dumps({**json.loads(MANIFEST.as_bytes()), **values}).encode()


def test_a_whole_archive_is_unpacked(packed: Callable[[Members], Path], tmp_path: Path) -> None:
    assert archive.unpack(packed(whole()), tmp_path / "out") == MANIFEST
    assert (tmp_path / "out/files/a/b.txt").read_bytes() == b"b"
    assert (tmp_path / "out/tables/core.x.jsonl").read_bytes() == LINE


@pytest.mark.parametrize("name", sorted(whole()))
def test_a_member_that_is_missing_is_noticed(
    packed: Callable[[Members], Path], tmp_path: Path, name: str
) -> None:
    members = whole()
    del members[name]
    with pytest.raises(DamagedArchive):
        archive.unpack(packed(members), tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("files/a/b.txt", b"c"),
        ("tables/core.x.jsonl", b""),
        ("files/unheard-of", b"x"),
        ("manifest.json", b"{"),
        ("manifest.json", b"[]"),
        ("manifest.json", b"\xff"),
        ("manifest.json", manifest_with(format=2)),
        ("manifest.json", manifest_with(more=1)),
        ("manifest.json", manifest_with(tables={"core.x": {}})),
        ("manifest.json", manifest_with(files=None)),
    ],
)
def test_a_member_that_is_not_what_it_should_be_is_noticed(
    packed: Callable[[Members], Path], tmp_path: Path, name: str, data: bytes
) -> None:
    with pytest.raises(DamagedArchive):
        archive.unpack(packed({**whole(), name: data}), tmp_path / "out")


@pytest.mark.parametrize(
    "name",
    ["../evil", "/etc/evil", "files/../../evil", "files//evil", "./files/x", "other/x", "files"],
)
def test_a_member_that_does_not_belong_is_refused(
    packed: Callable[[Members], Path], tmp_path: Path, name: str
) -> None:
    with pytest.raises(DamagedArchive, match="does not belong"):
        archive.unpack(packed({name: b"x"}), tmp_path / "deep" / "out")
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE]
)
def test_what_is_no_file_is_refused(tmp_path: Path, kind: bytes) -> None:
    with tarfile.open(tmp_path / "x", "w:gz") as tar:
        info = tarfile.TarInfo("files/link")
        info.type, info.linkname = kind, "/etc/passwd"
        tar.addfile(info)
    with pytest.raises(DamagedArchive, match="does not belong"):
        archive.unpack(tmp_path / "x", tmp_path / "out")


def test_a_member_that_comes_twice_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x", "w:gz") as tar:
        for _ in range(2):
            tar.addfile(tarfile.TarInfo("files/twice"))
    with pytest.raises(DamagedArchive, match="does not belong"):
        archive.unpack(tmp_path / "x", tmp_path / "out")


@pytest.mark.parametrize("share", [0.0, 0.05, 0.5, 0.9])
def test_an_archive_cut_short_is_refused(
    packed: Callable[[Members], Path], tmp_path: Path, share: float
) -> None:
    path = packed(whole())
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(DamagedArchive):
        archive.unpack(path, tmp_path / "out")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8\xff" * 1000)
    with pytest.raises(DamagedArchive, match=r"holiday\.jpg is no whole archive"):
        archive.unpack(tmp_path / "holiday.jpg", tmp_path / "out")


def test_a_disk_without_room_is_noticed_before_it_is_full(
    packed: Callable[[Members], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "KEPT_FREE", 1 << 60)
    with pytest.raises(BackupError, match="no room"):
        archive.unpack(packed(whole()), tmp_path / "out")


def test_a_huge_manifest_is_not_read(
    packed: Callable[[Members], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_OF_A_MANIFEST", 10)
    with pytest.raises(DamagedArchive, match="too large"):
        archive.unpack(packed(whole()), tmp_path / "out")
