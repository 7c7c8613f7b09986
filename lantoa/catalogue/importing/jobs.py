"""Imports in the background."""

import logging

from django.utils import timezone

from lantoa.catalogue.importing import actions
from lantoa.catalogue.procedures.errors import CatalogueChangedError
from lantoa.core.jobs.registry import job

log = logging.getLogger(__name__)


@job("catalogue.importing.read")
def read(run_id: int) -> None:
    """Read an uploaded file and propose what it would do."""
    try:
        actions.propose(run_id=run_id, now=timezone.now())
    except Exception:
        actions.mark_unreadable(run_id=run_id, now=timezone.now())
        raise


@job("catalogue.importing.apply")
def apply(import_id: int, by: str) -> None:
    """Apply a proposed import. One that has to be read again first is no failure of the job."""
    try:
        actions.apply_import(import_id=import_id, by=by, now=timezone.now())
    except CatalogueChangedError:
        log.info("import waits to be read again", extra={"import_id": import_id})
    except Exception:
        actions.mark_unapplied(import_id=import_id)
        raise
