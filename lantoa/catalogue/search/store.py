"""The index on disk: flat arrays in one file per index, and a pointer to the one in use.

A new index is written beside the old one and the pointer changed last, in one step, so that a
process which is serving never sees half of one.
"""

import fcntl
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from lantoa.catalogue.search.concepts import Concepts, Lexicon
from lantoa.catalogue.search.documents import Document
from lantoa.catalogue.search.errors import IndexDamagedError, IndexMissingError
from lantoa.catalogue.search.index import Index, positions
from lantoa.catalogue.search.postings import Postings
from lantoa.catalogue.search.semantics import Semantics
from lantoa.catalogue.search.tower import Tower

FORMAT = 1
POINTER = "current.json"
LOCK = "building.lock"
_ARRAYS = ("starts", "entries", "weights", "idf", "mass")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index on disk was built from, when, and in how many seconds."""

    folder: str
    fingerprint: str
    built_at: str
    entries: int
    seconds: float

    @property
    def moment(self) -> datetime:
        """When it was built."""
        return datetime.fromisoformat(self.built_at)


def stamp(folder: Path) -> Stamp | None:
    """The stamp of the index in use; None where there is none."""
    try:
        return Stamp(**json.loads((folder / POINTER).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise IndexDamagedError(folder) from error


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Hold `folder` for one build; a second process waits here until the first is done.

    Without it the one that ends first would sweep away what the other is still writing. The system
    lets go of it even when the process dies.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def save(
    index: Index, folder: Path, *, fingerprint: str, now: datetime, seconds: float = 0.0
) -> Stamp:
    """Write an index and make it the one in use; older ones are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="index-", dir=folder))
    np.savez(fresh / "arrays.npz", **_arrays(index))
    (fresh / "facts.json").write_text(json.dumps(_facts(index), ensure_ascii=False), "utf-8")
    made = Stamp(fresh.name, fingerprint, now.isoformat(), len(index.documents), round(seconds, 2))
    pointer = fresh / POINTER
    pointer.write_text(json.dumps(asdict(made)), encoding="utf-8")
    pointer.replace(folder / POINTER)
    for other in folder.glob("index-*"):
        if other != fresh:
            shutil.rmtree(other, ignore_errors=True)
    return made


def load(folder: Path) -> Index:
    """Read the index in use.

    Raises IndexMissingError, or IndexDamagedError where it cannot be read.
    """
    current = stamp(folder)
    if current is None:
        raise IndexMissingError(folder)
    try:
        facts = json.loads((folder / current.folder / "facts.json").read_bytes())
        with np.load(folder / current.folder / "arrays.npz", allow_pickle=False) as file:
            return _index(facts, {name: file[name] for name in file.files})
    except (OSError, ValueError, KeyError, TypeError) as error:
        if stamp(folder) != current:  # another one was put in use while we read
            return load(folder)
        raise IndexDamagedError(folder) from error


def _arrays(index: Index) -> dict[str, Any]:
    arrays: dict[str, Any] = {
        f"{field}.{name}": getattr(posting, name)
        for field, posting in index.fields.items()
        for name in _ARRAYS
    }
    arrays |= {f"concepts.{name}": getattr(index.concepts, name) for name in Concepts.__slots__}
    arrays["semantics.tokens"] = index.semantics.tokens
    arrays["semantics.entries"] = index.semantics.entries
    arrays["tower.tokens"], arrays["tower.entries"] = index.tower.tokens, index.tower.entries
    arrays["facts"], arrays["siblings"] = index.facts, index.siblings
    return arrays


def _facts(index: Index) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "documents": [asdict(each) | {"papers": "", "body": ""} for each in index.documents],
        "lexicon": [index.lexicon.folded, index.lexicon.written, index.lexicon.officials],
        "fields": {field: list(posting.vocabulary) for field, posting in index.fields.items()},
        "semantics": list(index.semantics.vocabulary),
        "tower": list(index.tower.vocabulary),
        "vocabulary": index.vocabulary,
    }


def _index(facts: dict[str, Any], arrays: dict[str, Any]) -> Index:
    documents = tuple(_document(row) for row in facts["documents"])
    folded, written, officials = facts["lexicon"]
    lexicon = Lexicon(tuple(folded), tuple(written), tuple(map(tuple, officials)))
    fields = {
        field: Postings(_numbered(tokens), *(arrays[f"{field}.{name}"] for name in _ARRAYS))
        for field, tokens in facts["fields"].items()
    }
    return Index(
        documents=documents,
        lexicon=lexicon,
        concepts=Concepts(*(arrays[f"concepts.{name}"] for name in Concepts.__slots__)),
        fields=fields,
        semantics=Semantics(
            _numbered(facts["semantics"]), arrays["semantics.tokens"], arrays["semantics.entries"]
        ),
        tower=Tower(_numbered(facts["tower"]), arrays["tower.tokens"], arrays["tower.entries"]),
        facts=arrays["facts"],
        siblings=arrays["siblings"],
        vocabulary=facts["vocabulary"],
        term_numbers=_numbered(folded),
        positions=positions(documents),
    )


def _numbered(tokens: list[str]) -> dict[str, int]:
    return {token: at for at, token in enumerate(tokens)}


def _document(row: dict[str, Any]) -> Document:
    lists = ("levels", "audiences", "variants", "publishers")
    values: dict[str, Any] = {
        key: tuple(value) if key in lists else value for key, value in row.items()
    }
    return Document(**values)
