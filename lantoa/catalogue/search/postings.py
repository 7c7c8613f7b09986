"""An inverted index of one field with BM25 weights worked out beforehand, as flat arrays."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """For each token the entries that hold it and how much it weighs there.

    `starts[i]:starts[i+1]` is the stretch of `entries` and `weights` that belongs to token i; `idf[i]` says
    how telling the token is. `count` is the number of entries.
    """

    vocabulary: Mapping[str, int]
    starts: Ints
    entries: Ints
    weights: Floats
    idf: Floats
    count: int

    def scores(self, query: Iterable[tuple[str, float]]) -> Floats:
        """Sum of weights per entry for (token, factor) pairs; unknown tokens add nothing."""
        stretches = [
            (self.starts[at], self.starts[at + 1], factor)
            for token, factor in query
            if (at := self.vocabulary.get(token)) is not None
        ]
        if not stretches:
            return np.zeros(self.count, dtype=np.float32)
        entries = np.concatenate([self.entries[a:b] for a, b, _ in stretches])
        weights = np.concatenate([self.weights[a:b] * factor for a, b, factor in stretches])
        return np.bincount(entries, weights, self.count).astype(np.float32)

    def idf_of(self, token: str) -> float:
        """How telling a token is; 0 for one no entry holds."""
        at = self.vocabulary.get(token)
        return 0.0 if at is None else float(self.idf[at])


def build(
    texts: Sequence[Sequence[str]], *, k1: float, b: float, most: float = 1.0, least: int = 1
) -> Postings:
    """The postings of `texts` (tokens of each entry) under BM25 (Robertson & Zaragoza 2009).

    Tokens in more than the share `most` of entries or in fewer than `least` entries are left out.
    """
    counts = [Counter(tokens) for tokens in texts]
    frequency = Counter(token for entry in counts for token in entry)
    limit = most * len(texts)
    kept = sorted(token for token, n in frequency.items() if least <= n <= limit)
    vocabulary = {token: at for at, token in enumerate(kept)}
    df = np.array([frequency[token] for token in kept], dtype=np.float32)
    idf = np.log(1 + (len(texts) - df + 0.5) / (df + 0.5)).astype(np.float32)
    lengths = np.array([len(tokens) for tokens in texts], dtype=np.float32)
    norm = k1 * (1 - b + b * lengths / max(float(lengths.mean()), 1e-9))
    rows = [
        (vocabulary[token], entry, n)
        for entry, bag in enumerate(counts)
        for token, n in bag.items()
        if token in vocabulary
    ]
    return _flatten(rows, vocabulary, idf, norm, k1)


def _flatten(
    rows: list[tuple[int, int, int]], vocabulary: dict[str, int], idf: Floats, norm: Floats, k1: float
) -> Postings:
    table = np.array(rows, dtype=np.int32).reshape(-1, 3)
    table = table[np.argsort(table[:, 0], kind="stable")]
    tokens, entries, tf = table[:, 0], table[:, 1], table[:, 2].astype(np.float32)
    weights = idf[tokens] * tf * (k1 + 1) / (tf + norm[entries])
    starts = np.searchsorted(tokens, np.arange(len(vocabulary) + 1)).astype(np.int32)
    return Postings(vocabulary, starts, entries.copy(), weights.astype(np.float32), idf, len(norm))
