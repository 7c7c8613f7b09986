"""Searching, as pages, the API and the command line do it."""

import gc
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from django.conf import settings

from lantoa.catalogue.search import sources, store
from lantoa.catalogue.search.answer import Answer, Filters
from lantoa.catalogue.search.engine import Engine
from lantoa.catalogue.search.index import Index
from lantoa.catalogue.search.store import Stamp

_loading = Lock()
_engines: dict[Path, tuple[tuple[int, int], Engine]] = {}


@dataclass(frozen=True, slots=True)
class IndexState:
    """The search index as the desk shows it. `stale`: catalogue or lexicon have changed since."""

    built_at: datetime | None
    entries: int
    stale: bool


def search(text: str, *, limit: int = 20, filters: Filters | None = None) -> Answer:
    """The entries that answer `text`, best first, at most `limit`.

    Raises IndexMissingError, IndexDamagedError.
    """
    return engine().search(text, limit=limit, filters=filters)


def engine() -> Engine:
    """The engine over the index in use; read again when another has taken its place."""
    folder = Path(settings.INDEX_DIR)
    held = _engines.get(folder)
    if held is None or held[0] != _mark(folder):
        with _loading:
            held = _engines.get(folder)
            mark = _mark(folder)
            if held is None or held[0] != mark:
                held = (mark, Engine(store.load(folder)))
                _engines[folder] = held
                gc.collect()
                gc.freeze()  # a million objects that never change need not be looked through again
    return held[1]


def index() -> Index:
    """The index in use, by itself, as training needs it.

    Raises IndexMissingError, IndexDamagedError.
    """
    return store.load(Path(settings.INDEX_DIR))


def index_state() -> IndexState:
    """Whether there is an index, of how many entries, and whether it is behind."""
    current = stamp()
    if current is None:
        return IndexState(None, 0, stale=True)
    return IndexState(
        current.moment, current.entries, stale=current.fingerprint != sources.fingerprint()
    )


def stamp() -> Stamp | None:
    """What the index in use was built from; None where there is none."""
    return store.stamp(Path(settings.INDEX_DIR))


def _mark(folder: Path) -> tuple[int, int]:
    """Changes when another index is put in use; cheap enough to ask at every search."""
    try:
        status = (folder / store.POINTER).stat()
    except FileNotFoundError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_ino)
