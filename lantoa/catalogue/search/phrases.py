"""Finding the terms of the lexicon in a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LONGEST = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A term of the lexicon in a question: its number and its first and last-but-one place."""

    term: int
    start: int
    stop: int

    @property
    def size(self) -> int:
        """How many words it spans."""
        return self.stop - self.start


def find(words: Sequence[str], terms: Mapping[str, int]) -> list[Found]:
    """The terms in `words` from left to right, the longest first, none overlapping another."""
    found: list[Found] = []
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            term = terms.get(" ".join(words[at : at + size]))
            if term is not None:
                found.append(Found(term, at, at + size))
                at += size
                break
        else:
            at += 1
    return found
