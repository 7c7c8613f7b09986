"""Writing an archive."""

import json
import stat
import tarfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.db.models import AutoField, ForeignKey, IntegerField, OneToOneField, UUIDField

from lantoa.core.audit.models import AuditRow
from lantoa.core.backup import actions, tables
from lantoa.core.backup.actions import back_up
from lantoa.core.backup.errors import BackupError
from lantoa.core.backup.manifest import Manifest

HANOI = timezone(timedelta(hours=7))
pytestmark = pytest.mark.django_db(transaction=True)


def members(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]


def test_an_archive_is_readable_by_its_owner_only(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_an_archive_says_what_it_holds(archive: Path, now: datetime) -> None:
    manifest = Manifest.from_bytes(members(archive)["manifest.json"])
    assert manifest.tables["core.auditrow"].rows == 3
    assert (manifest.engine, manifest.made_at) == (connection.vendor, now.isoformat())
    assert "core.0001_initial" in manifest.migrations
    assert manifest.files.keys() == {"empty", "imports/Danh mục.xlsx"}


def test_rows_are_lines_of_json_in_the_order_of_their_keys(archive: Path) -> None:
    lines = members(archive)["tables/core.auditrow.jsonl"].splitlines()
    columns = tables.columns_of(AuditRow)
    rows = [dict(zip(columns, json.loads(line), strict=True)) for line in lines]
    assert [row["subject"] for row in rows] == ["thing 0", "thing 1", "thing 2"]
    assert rows[0]["at"] == "2026-11-20T02:00:00.000007+00:00"


def test_open_sign_ins_are_left_out(archive: Path) -> None:
    assert Session.objects.exists()
    assert not any("session" in name for name in members(archive))


def test_of_the_queue_only_waiting_jobs_are_kept(archive: Path) -> None:
    [line] = members(archive)["tables/django_tasks_database.dbtaskresult.jsonl"].splitlines()
    assert b"waits" in line


def test_a_backup_is_noted_in_the_audit_log(archive: Path) -> None:
    row = AuditRow.objects.get(action="core.backup.make")
    assert (row.subject, row.details["files"]) == ("archive copy.tar.gz", 2)


def test_progress_ends_at_the_total(rows: None, tmp_path: Path, now: datetime) -> None:
    heard: list[tuple[int, int]] = []
    manifest = back_up(
        target=tmp_path / "c", now=now, tell=lambda done, total: heard.append((done, total))
    )
    assert sum(done for done, _ in heard) == manifest.row_total == heard[0][1]


def test_a_backup_that_fails_leaves_no_file(
    rows: None, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(actions.archive, "add_files", fail)
    with pytest.raises(OSError, match="No space"):
        back_up(target=tmp_path / "copy.tar.gz", now=now)
    assert [path.name for path in tmp_path.iterdir()] == ["var"]


def test_a_failed_backup_leaves_the_one_before(
    archive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = archive.read_bytes()
    monkeypatch.setattr(actions.tables, "models_kept", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        back_up(target=archive, now=now)
    assert archive.read_bytes() == before


def test_a_link_among_the_files_is_refused(installation: Path, rows: None, now: datetime) -> None:
    (installation / "files" / "passwd").symlink_to("/etc/passwd")
    with pytest.raises(BackupError, match="is a link"):
        back_up(target=installation / "copy.tar.gz", now=now)


def test_the_next_transaction_is_an_ordinary_one(archive: Path) -> None:
    AuditRow.objects.all().delete()
    assert getattr(connection, "transaction_mode", "IMMEDIATE") == "IMMEDIATE"


def test_a_snapshot_cannot_write_on_postgresql_and_need_not_lock_on_sqlite(rows: None) -> None:
    with tables.snapshot():
        modes: dict[str, Callable[[], object]] = {
            "sqlite": lambda: connection.transaction_mode,  # type: ignore[attr-defined]
            "postgresql": lambda: _shown("transaction_isolation"),
        }
        assert modes[connection.vendor]() in ("DEFERRED", "repeatable read")


def _shown(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        return cursor.fetchone()[0]


def test_every_table_kept_has_a_key_that_all_engines_sort_alike() -> None:
    alike = (AutoField, IntegerField, UUIDField, OneToOneField)
    odd = [model for model in tables.models_kept() if not isinstance(model._meta.pk, alike)]
    assert not odd


def test_no_row_kept_points_to_one_left_out() -> None:
    kept = set(tables.models_kept())
    dangling = [
        f"{model._meta.label}.{field.name}"
        for model in kept
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model not in kept
    ]
    assert not dangling
    assert len(kept) < len(apps.get_models(include_auto_created=True))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (models.DateTimeField(), datetime(2026, 11, 20, 9, 0, 0, 7, tzinfo=HANOI)),
        (models.DateField(), date(2026, 2, 28)),
        (models.TimeField(), time(23, 59, 59, 999999)),
        (models.DurationField(), timedelta(days=-1, microseconds=3)),
        (models.DecimalField(max_digits=9, decimal_places=3), Decimal("1.250")),
        (models.UUIDField(), UUID(int=7)),
        (models.BinaryField(), b"\0\xff"),
    ],
    ids=lambda part: type(part).__name__,
)
def test_a_value_that_json_lacks_comes_back_the_same(
    field: models.Field[object, object], value: object
) -> None:
    text = json.loads(json.dumps(value, default=tables._plain))
    assert field.to_python(text) == value
