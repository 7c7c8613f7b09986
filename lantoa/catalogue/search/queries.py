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
    """The engine over the index in use; read again when another has taken its place.

    While one thread reads the newer index the others go on with the one they have.
    """
    folder = Path(settings.INDEX_DIR)
    held, mark = _engines.get(folder), _mark(folder)
    if held is not None:
        if held[0] == mark or not _loading.acquire(blocking=False):
            return held[1]
    else:
        _loading.acquire()
    try:
        return _newest(folder, mark)
    finally:
        _loading.release()


def _newest(folder: Path, mark: tuple[int, int]) -> Engine:
    """The engine over the index at `mark`, read unless another thread has done so meanwhile."""
    held = _engines.get(folder)
    if held is None or held[0] != mark:
        held = _engines[folder] = (mark, Engine(store.load(folder)))
        gc.collect()
        gc.freeze()  # a million objects that never change need no looking through
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
