"""Building the search index."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from lantoa.catalogue.procedures import queries as procedures
from lantoa.catalogue.search import index as indexing
from lantoa.catalogue.search import practice, queries, sources, store
from lantoa.catalogue.search.errors import IndexDamagedError
from lantoa.catalogue.search.store import Stamp


def ensure_index(*, now: datetime, tell: Callable[[str], None] = lambda _: None) -> bool:
    """Build the index where there is none, it is behind or cannot be read.

    True where one was built. Only one process builds at a time; the others wait and then find the
    work done.
    """
    if not _behind(tell):
        return False
    with store.building(Path(settings.INDEX_DIR)):
        if not _behind(tell):
            return False
        _build(now, tell)
    return True


def _behind(tell: Callable[[str], None]) -> bool:
    try:
        return queries.index_state().stale
    except IndexDamagedError:
        tell("damaged")
        return True


def rebuild_index(*, now: datetime, tell: Callable[[str], None] = lambda _: None) -> Stamp:
    """Build the index whatever its state and put it in use."""
    with store.building(Path(settings.INDEX_DIR)):
        return _build(now, tell)


def _build(now: datetime, tell: Callable[[str], None]) -> Stamp:
    """Build the index from catalogue and lexicon as they stand and put it in use in one step.

    The fingerprint is taken first: a change that comes while building leaves the index stale, not
    wrong.
    """
    started = time.perf_counter()
    fingerprint = sources.fingerprint()
    tell("reading")
    documents = sources.documents(procedures.current_versions())
    questions = practice.questions(documents)
    built = indexing.build(documents, sources.terms(), questions, tell)
    tell("writing")
    seconds = time.perf_counter() - started
    folder = Path(settings.INDEX_DIR)
    return store.save(built, folder, fingerprint=fingerprint, now=now, seconds=seconds)
