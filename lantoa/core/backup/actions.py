"""Making a backup and bringing one back."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tarfile import TarFile
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO, cast

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

import lantoa
from lantoa.core.audit.actions import record
from lantoa.core.backup import archive, tables
from lantoa.core.backup.errors import BackupError, TargetNotEmpty, WrongSchema
from lantoa.core.backup.manifest import MANIFEST, Manifest, Table, table_member
from lantoa.core.backup.queries import (
    applied_migrations,
    first_data,
    row_total,
    schema_difference,
)

Tell = Callable[[int, int], None]  # rows done since last time, rows in all


def nobody(rows: int, total: int) -> None:
    """Who wants no progress."""


def back_up(*, target: Path, now: datetime, tell: Tell = nobody) -> Manifest:
    """Write database and files to `target`; the database as it is at one moment, stopping nobody.

    `tell` hears of rows as they are written. Raises BackupError, OSError.
    """
    with archive.new_archive(target) as tar:
        with tables.snapshot():
            total = row_total()
            migrations = applied_migrations()
            kept = {
                model._meta.label_lower: _add_table(tar, model, lambda rows: tell(rows, total))
                for model in tables.models_kept()
            }
        manifest = Manifest(
            lantoa=lantoa.__version__,
            engine=connection.vendor,
            made_at=now.astimezone(UTC).isoformat(),
            migrations=migrations,
            tables=kept,
            files=archive.add_files(tar, settings.FILES_DIR),
        )
        _add_bytes(tar, MANIFEST, manifest.as_bytes())
    _note("core.backup.make", target, manifest, now)
    return manifest


def _add_table(tar: TarFile, model: type[Model], tell: tables.Tell) -> Table:
    """Add one table, by way of a nameless file: an archive wants the size first."""
    with TemporaryFile(dir=settings.VAR_DIR) as lines:

        def take(line: bytes) -> None:
            lines.write(line)
            tell(1)

        table = tables.described(model, tables.read_lines(model), take)
        archive.add_stream(tar, table_member(model._meta.label_lower), cast(BinaryIO, lines))
    return table


def _add_bytes(tar: TarFile, name: str, data: bytes) -> None:
    with TemporaryFile(dir=settings.VAR_DIR) as stream:
        stream.write(data)
        archive.add_stream(tar, name, cast(BinaryIO, stream))


def restore(*, source: Path, force: bool, now: datetime, tell: Tell = nobody) -> Manifest:
    """Put what `source` holds in place of database and files, and prove that it reads back equal.

    All or nothing: the archive is proven against its manifest before anything is touched, rows go
    in in one transaction, files change places at its end. Open sign-ins end. `tell` hears of rows
    written. Raises DamagedArchive, WrongSchema, TargetNotEmpty (unless `force`), BackupError.
    """
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=settings.VAR_DIR, prefix="restore-") as name:
        staging = Path(name)
        manifest = archive.unpack(source, staging)
        _prepare_target(manifest, force=force)
        with ExitStack() as at_the_end, transaction.atomic(durable=True):
            _replace_rows(manifest, staging, tell)
            _note("core.backup.restore", source, manifest, now)
            at_the_end.enter_context(_files_replaced(staging))
    return manifest


def _prepare_target(manifest: Manifest, *, force: bool) -> None:
    difference = schema_difference(manifest)
    if difference:
        raise WrongSchema(
            f"the archive was made by Lan Tỏa {manifest.lantoa} with other tables ({difference}). "
            "Restore it with that version, then bring it up to this one"
        )
    held = first_data() or ("files" if _has_files(settings.FILES_DIR) else "")
    if held and not force:
        raise TargetNotEmpty(f"there is data already ({held}); --force replaces all of it")
    call_command("migrate", verbosity=0, interactive=False)


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*"))


def _replace_rows(manifest: Manifest, staging: Path, tell: Tell) -> None:
    tables.delete_rows()
    for model in tables.models_kept():
        with (staging / table_member(model._meta.label_lower)).open("rb") as lines:
            tables.write_lines(model, lines, lambda rows: tell(rows, manifest.row_total))
    tables.reset_sequences()
    connection.check_constraints()
    for model in tables.models_kept():
        label = model._meta.label_lower
        if tables.described(model, tables.read_lines(model), len) != manifest.tables[label]:
            raise BackupError(f"{label} does not read back equal on {connection.vendor}")


@contextmanager
def _files_replaced(staging: Path) -> Iterator[None]:
    """Files of the archive in place of ours; ours come back when the block fails."""
    arriving, leaving = staging / "files", staging / "before"
    arriving.mkdir(exist_ok=True)
    had_any = settings.FILES_DIR.exists()
    if had_any:
        settings.FILES_DIR.rename(leaving)
    arriving.rename(settings.FILES_DIR)
    try:
        yield
    except BaseException:
        rmtree(settings.FILES_DIR)
        if had_any:
            leaving.rename(settings.FILES_DIR)
        raise


def _note(action: str, path: Path, manifest: Manifest, now: datetime) -> None:
    details = {"rows": manifest.row_total, "files": len(manifest.files), "made": manifest.made_at}
    subject = f"archive {path.name}"[:200]
    record(actor="operator", action=action, subject=subject, now=now, details=details)
