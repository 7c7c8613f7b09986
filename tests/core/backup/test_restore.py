"""Bringing an archive back: equal, or nothing at all."""

import io
import json
import shutil
import tarfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection
from django_tasks_db.models import DBTaskResult

from lantoa.core.audit.actions import record
from lantoa.core.audit.models import AuditRow
from lantoa.core.backup import actions
from lantoa.core.backup.actions import back_up, restore
from lantoa.core.backup.errors import BackupError, DamagedArchive, TargetNotEmpty, WrongSchema

pytestmark = pytest.mark.django_db(transaction=True)

State = Callable[[], dict[str, object]]
Change = Callable[[dict[str, bytes]], object]


def rewritten(path: Path, change: Change) -> Path:
    """The archive with its members changed."""
    with tarfile.open(path) as tar:
        members = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]
    change(members)
    with tarfile.open(path, "w:gz") as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return path


def manifest_with(**values: object) -> Change:
    def change(members: dict[str, bytes]) -> None:
        manifest = json.loads(members["manifest.json"])
        members["manifest.json"] = json.dumps({**manifest, **values}).encode()

    return change


def test_a_restored_copy_is_equal_row_by_row(emptied: Path, now: datetime, state: State) -> None:
    manifest = restore(source=emptied, force=True, now=now)
    AuditRow.objects.filter(action="core.backup.restore").delete()
    assert state() == manifest.tables
    assert manifest.tables["core.auditrow"].rows == 3


def test_restored_files_are_equal(installation: Path, emptied: Path, now: datetime) -> None:
    shutil.rmtree(installation / "files")
    restore(source=emptied, force=False, now=now)
    assert (installation / "files/imports/Danh mục.xlsx").read_bytes() == b"\0\xff" * 5000
    assert (installation / "files/empty").read_bytes() == b""


def test_files_that_the_archive_lacks_go(installation: Path, emptied: Path, now: datetime) -> None:
    (installation / "files" / "later.txt").write_text("later")
    restore(source=emptied, force=True, now=now)
    assert not (installation / "files" / "later.txt").exists()


def test_nothing_is_left_lying_about(installation: Path, emptied: Path, now: datetime) -> None:
    restore(source=emptied, force=True, now=now)
    assert [path.name for path in installation.iterdir()] == ["files"]


def test_a_second_generation_is_equal_to_the_first(
    emptied: Path, tmp_path: Path, now: datetime
) -> None:
    first = restore(source=emptied, force=True, now=now)
    AuditRow.objects.filter(action="core.backup.restore").delete()
    second = back_up(target=tmp_path / "second.tar.gz", now=now)
    assert (second.tables, second.files) == (first.tables, first.files)


def test_the_next_key_follows_the_highest_restored(emptied: Path, now: datetime) -> None:
    restore(source=emptied, force=True, now=now)
    highest = AuditRow.objects.order_by("-id").values_list("id", flat=True)[0]
    assert record(actor="an", action="a.b.c", subject="x", now=now).id > highest


def test_open_sign_ins_and_other_jobs_end(archive: Path, now: datetime) -> None:
    restore(source=archive, force=True, now=now)
    assert not Session.objects.exists()
    assert [job.args_kwargs["args"][0] for job in DBTaskResult.objects.all()] == ["waits"]


def test_a_restore_is_noted_in_the_audit_log(emptied: Path, now: datetime) -> None:
    restore(source=emptied, force=True, now=now)
    row = AuditRow.objects.get(action="core.backup.restore")
    assert (row.actor, row.details["made"]) == ("operator", now.isoformat())


@pytest.mark.parametrize("left", ["rows", "files"])
def test_data_is_not_replaced_without_being_told_to(
    installation: Path, emptied: Path, now: datetime, left: str
) -> None:
    if left == "rows":
        shutil.rmtree(installation / "files")
        record(actor="an", action="a.b.c", subject="x", now=now)
    with pytest.raises(TargetNotEmpty, match="core.auditrow" if left == "rows" else "files"):
        restore(source=emptied, force=False, now=now)


def test_a_damaged_archive_changes_nothing(archive: Path, now: datetime, state: State) -> None:
    before = state()
    changed = rewritten(archive, lambda members: members.update({"files/empty": b"x"}))
    with pytest.raises(DamagedArchive, match="not what the manifest says"):
        restore(source=changed, force=True, now=now)
    assert state() == before


@pytest.mark.parametrize("migrations", [[], ["core.0999_from_the_future"]])
def test_an_archive_with_other_tables_is_refused(
    archive: Path, now: datetime, state: State, migrations: list[str]
) -> None:
    before = state()
    changed = rewritten(archive, manifest_with(migrations=migrations))
    with pytest.raises(WrongSchema, match="Restore it with that version"):
        restore(source=changed, force=True, now=now)
    assert state() == before


def test_rows_that_read_back_differently_undo_everything(
    installation: Path, archive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installation / "files" / "later.txt").write_text("later")
    monkeypatch.setattr(actions.tables, "write_lines", lambda *arguments: None)
    with pytest.raises(BackupError, match="does not read back equal"):
        restore(source=archive, force=True, now=now)
    assert AuditRow.objects.count() == 4
    assert (installation / "files" / "later.txt").exists()


def test_files_come_back_when_the_commit_fails(
    installation: Path, archive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installation / "files" / "later.txt").write_text("later")

    def fail() -> None:
        raise IntegrityError("at the commit")

    monkeypatch.setattr(connection, "commit", fail)
    monkeypatch.setattr(connection, "_commit", fail)
    with pytest.raises(IntegrityError, match="at the commit"):
        restore(source=archive, force=True, now=now)
    assert (installation / "files" / "later.txt").exists()
    assert (installation / "files" / "empty").exists()
