"""The lexicon that comes with the product: one CSV file, read once per process."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from lantoa.core.text.vietnamese import fold

FILE = Path(__file__).parent / "data" / "lexicon.csv"
HEADER = ("term", "official", "kind", "region")
BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Term:
    """What people type and what the catalogue calls it.

    `officials`: phrases of procedure names, likeliest first. `kind` and `region` are values of
    `models.Kind` and `models.Region`.
    """

    term: str
    officials: tuple[str, ...]
    kind: str
    region: str


def phrases(official: str) -> tuple[str, ...]:
    """The phrases of an `official` column: "a | b" -> ("a", "b")."""
    return tuple(part for part in map(str.strip, official.split("|")) if part)


@lru_cache(maxsize=8)
def shipped_terms(path: Path) -> dict[str, Term]:
    """The file's terms by folded form, in the order of the file; of two equals the first wins.

    Shared by all callers: not to be changed. Raises OSError where the file cannot be read.
    """
    found: dict[str, Term] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            term = Term(row["term"], phrases(row["official"]), row["kind"], row["region"])
            found.setdefault(fold(term.term), term)
    return found


@lru_cache(maxsize=8)
def shipped_digest(path: Path) -> str:
    """SHA-256 of the file, as hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()
