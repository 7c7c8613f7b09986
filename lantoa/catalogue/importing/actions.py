"""Bringing a file in: receive, propose, apply or discard."""

import hashlib
import secrets
from datetime import datetime
from typing import IO, Any, BinaryIO, cast

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from lantoa.catalogue.importing import queries
from lantoa.catalogue.importing.errors import FileRefusedError, WrongStateError
from lantoa.catalogue.importing.keeping import BATCH, import_row, publications, read_days
from lantoa.catalogue.importing.models import ImportRow, ImportRun, Outcome, RunStatus
from lantoa.catalogue.importing.readers import KINDS, reader
from lantoa.catalogue.procedures.actions import publish
from lantoa.catalogue.procedures.errors import CatalogueChangedError
from lantoa.core.audit.actions import record
from lantoa.core.jobs.actions import enqueue

FOLDER = "imports"
PIECE = 1024 * 1024


@transaction.atomic
def receive_file(
    *, by: str, name: str, stream: BinaryIO, complete: bool, now: datetime
) -> ImportRun:
    """Keep an uploaded file and have it read in the background.

    `complete`: the file is the whole list. Raises FileRefusedError where kind or size will not do.
    """
    run = _keep(by=by, name=name, stream=stream, complete=complete, now=now)
    enqueue("catalogue.importing.read", run_id=run.id)
    return run


@transaction.atomic
def keep_proposal(
    *,
    by: str,
    name: str,
    stream: BinaryIO,
    complete: bool,
    found: queries.Proposal,
    now: datetime,
) -> ImportRun:
    """Keep a file with what `queries.preview` found in it, ready to be applied at once.

    Raises FileRefusedError where kind or size will not do.
    """
    run = _keep(by=by, name=name, stream=stream, complete=complete, now=now)
    _keep_found(run, found, now)
    return run


def _keep(*, by: str, name: str, stream: BinaryIO, complete: bool, now: datetime) -> ImportRun:
    reader(stream, name)
    digest = _digest(stream)
    suffix = next(kind for kind in KINDS if name.lower().endswith(kind))
    path = default_storage.save(
        f"{FOLDER}/{now:%Y%m%d}-{secrets.token_hex(8)}{suffix}", File(cast(IO[bytes], stream))
    )
    run = ImportRun.objects.create(
        file_name=name[-255:],
        file_path=path,
        file_digest=digest,
        complete=complete,
        uploaded_by=by,
        created_at=now,
    )
    _tell(run, "receive", by, now, {"file": run.file_name, "sha256": digest, "complete": complete})
    return run


def _digest(stream: BinaryIO) -> str:
    """SHA-256 of the file, read in pieces; refuses one larger than an upload may be."""
    whole, size = hashlib.sha256(), 0
    while piece := stream.read(PIECE):
        size += len(piece)
        if size > settings.MAX_UPLOAD_MB * PIECE:
            raise FileRefusedError("too_big")
        whole.update(piece)
    stream.seek(0)
    return whole.hexdigest()


def _tell(run: ImportRun, act: str, by: str, now: datetime, details: dict[str, Any]) -> None:
    subject = f"import {run.id}"
    record(actor=by, action=f"catalogue.importing.{act}", subject=subject, now=now, details=details)


def propose(*, run_id: int, now: datetime) -> None:
    """Read a received file and keep what each line would do, or why the file is refused.

    Reading takes seconds and SQLite lets one writer in at a time, so it stands in no transaction.
    Raises WrongStateError.
    """
    run = queries.run(run_id)
    if run is None or run.status != RunStatus.RECEIVED:
        raise WrongStateError
    found: queries.Proposal | FileRefusedError
    try:
        with default_storage.open(run.file_path) as stream:
            found = queries.preview(cast(BinaryIO, stream), run.file_name, complete=run.complete)
    except FileRefusedError as error:
        found = error
    with transaction.atomic():
        run = _locked(run_id, RunStatus.RECEIVED)
        if isinstance(found, FileRefusedError):
            _fail(run, found.code, now)
        else:
            _keep_found(run, found, now)


def _keep_found(run: ImportRun, found: queries.Proposal, now: datetime) -> None:
    _keep_rows(run, found)
    run.status, run.problem = RunStatus.PROPOSED, ""
    run.counts, run.proposal_digest = found.counts, found.digest
    run.problem_counts = found.problem_counts
    run.save()
    _tell(run, "propose", "system", now, found.counts)


def _locked(run_id: int, *states: str) -> ImportRun:
    """The import, locked until the transaction ends. Raises WrongStateError."""
    run = ImportRun.objects.select_for_update().filter(id=run_id, status__in=states).first()
    if run is None:
        raise WrongStateError
    return run


def _fail(run: ImportRun, code: str, now: datetime) -> None:
    run.status, run.problem = RunStatus.FAILED, code
    run.save()
    _tell(run, "fail", "system", now, {"problem": code})


def _keep_rows(run: ImportRun, found: queries.Proposal) -> None:
    run.rows.all().delete()
    for start in range(0, len(found.rows), BATCH):
        ImportRow.objects.bulk_create(
            import_row(run, row) for row in found.rows[start : start + BATCH]
        )


@transaction.atomic
def mark_unreadable(*, run_id: int, now: datetime) -> None:
    """Say that reading broke off for a reason nobody foresaw; the log has the details."""
    _fail(_locked(run_id, RunStatus.RECEIVED), "broken_file", now)


@transaction.atomic
def request_apply(*, import_id: int, by: str, now: datetime) -> None:
    """Have a proposed import applied in the background. Raises WrongStateError."""
    run = _locked(import_id, RunStatus.PROPOSED)
    run.status, run.problem = RunStatus.APPLYING, ""
    run.save()
    _tell(run, "request_apply", by, now, {})
    enqueue("catalogue.importing.apply", import_id=run.id, by=by)


def apply_import(*, import_id: int, by: str, now: datetime) -> None:
    """Publish what a proposed import holds, all or nothing, and have the search index rebuilt.

    Raises WrongStateError, and CatalogueChangedError where the catalogue is no longer the one the
    proposal was made for: the import then waits to be read again.
    """
    try:
        with transaction.atomic():
            _apply(import_id, by, now)
    except CatalogueChangedError as error:
        ImportRun.objects.filter(id=import_id).update(status=RunStatus.PROPOSED, problem=error.code)
        raise


def _apply(import_id: int, by: str, now: datetime) -> None:
    run = _locked(import_id, RunStatus.PROPOSED, RunStatus.APPLYING)
    rows = run.rows.all()
    publish(
        publications=publications(run),
        by=by,
        now=now,
        withdrawn=list(rows.filter(outcome=Outcome.WITHDRAWN).values_list("code", flat=True)),
        read_days=read_days(run),
        expected_digest=run.proposal_digest,
    )
    rows.exclude(body=None).update(body=None)
    run.status, run.applied_at, run.problem = RunStatus.APPLIED, now, ""
    run.save()
    _tell(run, "apply", by, now, run.counts)
    enqueue("catalogue.search.rebuild")


def mark_unapplied(*, import_id: int) -> None:
    """Say that applying broke off for a reason nobody foresaw; the log has the details."""
    ImportRun.objects.filter(id=import_id, status=RunStatus.APPLYING).update(
        status=RunStatus.PROPOSED, problem="apply_failed"
    )


@transaction.atomic
def read_again(*, import_id: int, by: str, now: datetime) -> None:
    """Make a new proposal from the same file, for the catalogue as it is now. Raises
    WrongStateError.
    """
    run = _locked(import_id, RunStatus.PROPOSED)
    run.status, run.problem = RunStatus.RECEIVED, ""
    run.save()
    _tell(run, "read_again", by, now, {})
    enqueue("catalogue.importing.read", run_id=run.id)


@transaction.atomic
def discard(*, import_id: int, by: str, now: datetime) -> None:
    """Give up an import that was not applied; its file is deleted. Raises WrongStateError."""
    run = _locked(import_id, RunStatus.PROPOSED, RunStatus.FAILED)
    run.status = RunStatus.DISCARDED
    run.save()
    run.rows.exclude(body=None).update(body=None)
    _tell(run, "discard", by, now, {})
    path = run.file_path
    transaction.on_commit(lambda: default_storage.delete(path))
