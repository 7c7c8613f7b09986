"""What the engine knows of a catalogue entry.

Its texts by field, and the facts that filters use.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lantoa.core.text.vietnamese import fold, toned

_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(r"^\s*thủ tục( hành chính)?\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"[\s.]*\((cấp|thực hiện tại cấp)\s+(xã|tỉnh|huyện|bộ|trung ương)\)[\s.]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Document:
    """One entry of the catalogue: a procedure, or the head of several provinces' variants of it."""

    code: str
    name: str
    field: str = ""
    levels: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    agency: str = ""
    online: bool = False
    publisher: str = ""
    papers: str = ""
    body: str = ""
    variants: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name without "Thủ tục" before and the level behind, which tell nothing apart."""
        return title_of(self.name)


@lru_cache(maxsize=65536)
def title_of(name: str) -> str:
    """A name without "Thủ tục" before and the level behind."""
    return _TAIL.sub("", _LEAD.sub("", name)).strip()


def words(text: str) -> list[str]:
    """The words of a text as they stand, in lower case, without signs."""
    return _WORD.findall(text.lower())


def folded_words(text: str) -> list[str]:
    """The words of a text without marks."""
    return fold(text).split()


def toned_words(text: str) -> list[str]:
    """The words of a text with their marks in canonical spelling."""
    return [toned(word) for word in words(text)]


def pairs(tokens: list[str]) -> list[str]:
    """Neighbouring tokens joined: Vietnamese words are mostly two syllables."""
    return [f"{left}_{right}" for left, right in pairwise(tokens)]
