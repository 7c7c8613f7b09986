"""Several fields laid side by side, so that one pass over arrays serves them all.

A question touches a dozen fields; done one by one, most of the time goes into starting numpy, not
into sums. Built when the engine is made, not stored.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lantoa.catalogue.search.postings import Floats, Ints, Postings, Weighted


class MergedScores:
    """BM25 of several fields over all entries in one count."""

    def __init__(self, fields: Sequence[Postings]) -> None:
        self._vocabularies = [field.vocabulary for field in fields]
        self._count = fields[0].count
        before = np.cumsum([0, *(len(field.entries) for field in fields)])
        self._starts = [
            (field.starts.astype(np.int64) + start).tolist()
            for field, start in zip(fields, before, strict=False)
        ]
        self._entries = np.concatenate(
            [field.entries + at * self._count for at, field in enumerate(fields)]
        ).astype(np.int32)
        self._weights = np.concatenate([field.weights for field in fields])

    def scores(self, queries: Sequence[Weighted]) -> Floats:
        """Scores (fields x entries), each field against its own query."""
        entries, weights = self._entries, self._weights
        parts, factors, sizes = [], [], []
        for vocabulary, starts, query in zip(
            self._vocabularies, self._starts, queries, strict=True
        ):
            for token, factor in query:
                at = vocabulary.get(token)
                if at is not None:
                    start, stop = starts[at], starts[at + 1]
                    parts.append(slice(start, stop))
                    factors.append(factor)
                    sizes.append(stop - start)
        shape = (len(queries), self._count)
        if not parts:
            return np.zeros(shape, dtype=np.float32)
        values = np.concatenate([weights[part] for part in parts])
        values *= np.repeat(np.array(factors, dtype=np.float32), sizes)
        flat = np.bincount(
            np.concatenate([entries[part] for part in parts]), values, np.prod(shape)
        )
        return flat.reshape(shape).astype(np.float32)


class MergedMatches:
    """How much of a question several fields of some entries hold, in one pass."""

    def __init__(self, fields: Sequence[Postings]) -> None:
        self._vocabularies = [field.vocabulary for field in fields]
        self._idf = np.concatenate([field.idf for field in fields])
        self._first_token = np.cumsum([0, *(len(field.idf) for field in fields)]).tolist()
        self._count = fields[0].count
        cuts, tokens, held = [np.zeros(1, np.int64)], [], 0
        for field, first in zip(fields, self._first_token, strict=False):
            own_cuts, own_tokens, _ = field.by_entry
            cuts.append(own_cuts[1:].astype(np.int64) + held)
            tokens.append(own_tokens + first)
            held += len(own_tokens)
        self._cuts, self._tokens = np.concatenate(cuts), np.concatenate(tokens)

    def matched(self, places: Ints, *questions: Sequence[Weighted]) -> list[tuple[Floats, Floats]]:
        """For each question, given as one query per field, what entries hold of it.

        Per field the idf of its query's tokens that each entry holds (fields x places), and of all
        tokens of its query (fields).
        """
        fields = len(self._vocabularies)
        rows = (places[None, :] + np.arange(fields)[:, None] * self._count).ravel()
        begins = self._cuts[rows]
        sizes = self._cuts[rows + 1] - begins
        firsts = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum(sizes, out=firsts[1:])
        held = self._tokens[np.arange(firsts[-1]) + np.repeat(begins - firsts[:-1], sizes)]
        running = np.zeros(len(held) + 1)
        found = []
        for queries in questions:
            values, totals = self._values(queries)
            np.cumsum(values[held], out=running[1:])
            sums = running[firsts[1:]] - running[firsts[:-1]]
            found.append((sums.reshape(fields, len(places)).astype(np.float32), totals))
        return found

    def _values(self, queries: Sequence[Weighted]) -> tuple[Floats, Floats]:
        """The idf of each field's asked tokens times their factors, and the sum per field."""
        places, factors, owners = [], [], []
        for owner, (vocabulary, first, query) in enumerate(
            zip(self._vocabularies, self._first_token, queries, strict=False)
        ):
            for token, factor in query:
                at = vocabulary.get(token)
                if at is not None:
                    places.append(at + first)
                    factors.append(factor)
                    owners.append(owner)
        values: NDArray[np.float32] = np.zeros(len(self._idf), dtype=np.float32)
        if not places:
            return values, np.zeros(len(queries), dtype=np.float32)
        telling = self._idf[places] * np.array(factors, dtype=np.float32)
        values[places] = telling
        return values, np.bincount(owners, telling, len(queries)).astype(np.float32)
