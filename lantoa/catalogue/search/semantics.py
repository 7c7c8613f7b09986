"""Latent semantics: words that keep company with the same procedures point the same way.

Latent semantic indexing (Deerwester et al. 1990) over names, lexicon terms, fields and texts by
randomised SVD (Halko, Martinsson & Tropp 2011); only numpy, rows taken one by one so that no dense
matrix of entries by words is ever held.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search.postings import Floats, Numbered, numbered

DIMENSIONS = 96
OVERSAMPLING = 16
POWER_STEPS = 3
MOST_SHARE = 0.3
LEAST_ENTRIES = 2

Row = tuple[np.ndarray, Floats]


@dataclass(frozen=True, slots=True)
class Semantics:
    """Vectors of words and entries.

    `tokens` (words x d), already times their idf, and unit vectors of `entries` (entries x d).
    """

    vocabulary: Mapping[str, int]
    tokens: Floats
    entries: Floats

    def vector(self, query: Sequence[tuple[str, float]]) -> Floats:
        """Unit vector of (token, factor) pairs; zeros where no token is known."""
        found = [(at, f) for token, f in query if (at := self.vocabulary.get(token)) is not None]
        if not found:
            return np.zeros(self.tokens.shape[1], dtype=np.float32)
        places, factors = zip(*found, strict=True)
        vector = np.array(factors, dtype=np.float32) @ self.tokens[list(places)]
        return vector / (np.linalg.norm(vector) + 1e-9)


def learn(texts: Iterable[Sequence[str]], seed: int = 0) -> Semantics:
    """Learn from the tokens of each entry, as often as they should count. Texts come one by one."""
    ready = numbered(texts)
    vocabulary, idf = _vocabulary(ready)
    rows = list(_rows(ready, vocabulary, idf))
    if len(rows) < 2 or not vocabulary:
        return Semantics({}, np.zeros((0, 1), np.float32), np.zeros((len(rows), 1), np.float32))
    wanted = max(1, min(DIMENSIONS, len(rows) - 1, len(vocabulary) - 1))
    rng = np.random.default_rng(seed)
    basis = rng.standard_normal((len(vocabulary), wanted + OVERSAMPLING)).astype(np.float32)
    for _ in range(POWER_STEPS):
        orthogonal, _ = np.linalg.qr(_times(rows, basis))
        basis = _transposed_times(rows, orthogonal, len(vocabulary))
    _, _, directions = np.linalg.svd(basis.T, full_matrices=False)
    tokens = np.ascontiguousarray(directions[:wanted].T, dtype=np.float32)
    entries = _times(rows, tokens)
    entries /= np.linalg.norm(entries, axis=1, keepdims=True) + 1e-9
    return Semantics(vocabulary, tokens * idf[:, None], entries)


def _vocabulary(texts: Numbered) -> tuple[dict[str, int], Floats]:
    count = len(texts.lengths)
    entries = np.repeat(np.arange(count), texts.lengths)
    lines = np.unique(texts.flat * max(count, 1) + entries)
    frequency = np.bincount(lines // max(count, 1), minlength=len(texts.tokens))
    most = max(MOST_SHARE * count, LEAST_ENTRIES)
    kept = np.flatnonzero((frequency >= LEAST_ENTRIES) & (frequency <= most))
    idf = np.log(count / frequency[kept]).astype(np.float32)
    return {texts.tokens[int(number)]: at for at, number in enumerate(kept)}, idf


def _rows(texts: Numbered, vocabulary: Mapping[str, int], idf: Floats) -> Iterator[Row]:
    """Unit vectors of dampened counts times idf, one sparse row per entry."""
    numbers = np.array([vocabulary.get(token, -1) for token in texts.tokens], dtype=np.int64)
    for start, stop in zip(texts.cuts, texts.cuts[1:], strict=False):
        found = numbers[texts.flat[start:stop]]
        places, counts = np.unique(found[found >= 0], return_counts=True)
        weights = (1 + np.log(counts)) * idf[places]
        yield places, (weights / (np.linalg.norm(weights) + 1e-9)).astype(np.float32)


def _times(rows: Sequence[Row], matrix: Floats) -> Floats:
    return np.stack([weights @ matrix[places] for places, weights in rows]).astype(np.float32)


def _transposed_times(rows: Sequence[Row], matrix: Floats, height: int) -> Floats:
    product = np.zeros((height, matrix.shape[1]), dtype=np.float32)
    for (places, weights), line in zip(rows, matrix, strict=True):
        product[places] += weights[:, None] * line
    return product
