"""An inverted index of one field with its weights worked out beforehand, as flat arrays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Weighted = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Bm25:
    """Saturation `k1` and length correction `b` of BM25 (Robertson & Zaragoza 2009).

    Tokens in more than the share `most` of entries or in fewer than `least` entries are left out.
    """

    k1: float
    b: float
    most: float = 1.0
    least: int = 1


@dataclass(frozen=True)
class Postings:
    """For each token the entries that hold it and how much it weighs there.

    `starts[i]:starts[i+1]` is the stretch of `entries` and `weights` of token i; `idf[i]` says how
    telling the token is; `mass[e]` is the idf of all distinct tokens of entry e.
    """

    vocabulary: Mapping[str, int]
    starts: Ints
    entries: Ints
    weights: Floats
    idf: Floats
    mass: Floats

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.mass)

    @cached_property
    def by_entry(self) -> tuple[Ints, Ints, Floats]:
        """The same the other way round: for each entry its stretch of tokens and of weights."""
        tokens = np.repeat(np.arange(len(self.idf), dtype=np.int32), np.diff(self.starts))
        order = np.argsort(self.entries, kind="stable")
        cuts = np.searchsorted(self.entries[order], np.arange(self.count + 1)).astype(np.int32)
        return cuts, tokens[order], self.weights[order]

    def scores(self, query: Weighted) -> Floats:
        """BM25 of every entry for (token, factor) pairs; unknown tokens add nothing."""
        found = self._stretches(query)
        if not found:
            return np.zeros(self.count, dtype=np.float32)
        entries = np.concatenate([self.entries[a:b] for a, b, _ in found])
        factors = np.repeat([factor for _, _, factor in found], [b - a for a, b, _ in found])
        values = np.concatenate([self.weights[a:b] for a, b, _ in found]) * factors
        return np.bincount(entries, values, self.count).astype(np.float32)

    def shared(self, query: Weighted) -> Floats:
        """For every entry the idf of the query's tokens that it holds, each times its factor."""
        found = self._stretches(query)
        if not found:
            return np.zeros(self.count, dtype=np.float32)
        entries = np.concatenate([self.entries[a:b] for a, b, _ in found])
        telling = [self.idf_of(token) * f for token, f in query if token in self.vocabulary]
        values = np.repeat(telling, [b - a for a, b, _ in found])
        return np.bincount(entries, values, self.count).astype(np.float32)

    def idf_of(self, token: str) -> float:
        """How telling a token is; a token no entry holds would be the most telling of all."""
        at = self.vocabulary.get(token)
        return float(np.log(1 + (self.count + 0.5) / 0.5)) if at is None else float(self.idf[at])

    def _stretches(self, query: Weighted) -> list[tuple[int, int, float]]:
        lookup, starts = self.vocabulary.get, self.starts
        found = ((lookup(token), factor) for token, factor in query)
        return [(starts[at], starts[at + 1], f) for at, f in found if at is not None]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Texts as numbers of tokens: little memory, however long. `cuts[i]:cuts[i+1]` is text i."""

    tokens: Sequence[str]
    flat: NDArray[np.int64]
    cuts: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each text."""
        return np.diff(self.cuts)

    def text(self, at: int, most: int) -> list[str]:
        """The first `most` tokens of one text."""
        stretch = self.flat[self.cuts[at] : min(self.cuts[at] + most, self.cuts[at + 1])]
        return [self.tokens[number] for number in stretch]


def numbered(texts: Iterable[Sequence[str]]) -> Numbered:
    """Number the tokens of texts, which may come one by one."""
    tokens: dict[str, int] = {}
    rows = [
        np.fromiter((tokens.setdefault(token, len(tokens)) for token in text), np.int32)
        for text in texts
    ]
    cuts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=cuts[1:])
    flat = np.concatenate(rows) if rows else np.zeros(0, np.int32)
    return Numbered(list(tokens), flat.astype(np.int64), cuts)


def build(texts: Iterable[Sequence[str]], how: Bm25) -> Postings:
    """The postings of `texts`, the tokens of each entry."""
    ready = numbered(texts)
    return _build(ready.flat, ready.lengths, lambda key: ready.tokens[key], how)


def build_numbered(ready: Numbered, how: Bm25) -> Postings:
    """The postings of texts that are numbered already."""
    return _build(ready.flat, ready.lengths, lambda key: ready.tokens[key], how)


def build_pairs(ready: Numbered, how: Bm25) -> Postings:
    """The postings of neighbouring tokens of numbered texts."""
    size = len(ready.tokens)
    keys = ready.flat[:-1] * size + ready.flat[1:]
    within = np.ones(len(ready.flat), dtype=bool)
    lasts = ready.cuts[1:-1] - 1
    within[lasts[lasts >= 0]] = False  # the last token of a text has no neighbour in it
    lengths = np.maximum(ready.lengths - 1, 0)
    name = ready.tokens
    return _build(
        keys[within[: len(keys)]],
        lengths,
        lambda key: f"{name[key // size]}_{name[key % size]}",
        how,
    )


def _build(
    keys: NDArray[np.int64], lengths: NDArray[np.int64], name: Callable[[int], str], how: Bm25
) -> Postings:
    """The postings of all tokens, as `keys` end to end; `name` gives the token of a key."""
    count = max(len(lengths), 1)
    entries = np.repeat(np.arange(len(lengths)), lengths)
    lines, occurrences = np.unique(keys * count + entries, return_counts=True)
    found, place = np.unique(lines // count, return_inverse=True)
    frequency = np.bincount(place, minlength=len(found))
    kept = (frequency >= how.least) & (frequency <= how.most * len(lengths))
    wanted = kept[place]
    tokens = (np.cumsum(kept) - 1)[place[wanted]]
    df = frequency[kept].astype(np.float32)
    idf = np.log(1 + (len(lengths) - df + 0.5) / (df + 0.5)).astype(np.float32)
    norm = _norm(lengths, how)
    entry, tf = lines[wanted] % count, occurrences[wanted].astype(np.float32)
    weights = (idf[tokens] * tf * (how.k1 + 1) / (tf + norm[entry])).astype(np.float32)
    starts = np.searchsorted(tokens, np.arange(len(df) + 1)).astype(np.int32)
    mass = np.bincount(entry, idf[tokens], len(lengths)).astype(np.float32) + np.float32(1e-6)
    vocabulary = {name(int(key)): at for at, key in enumerate(found[kept])}
    return Postings(vocabulary, starts, entry.astype(np.int32), weights, idf, mass)


def _norm(lengths: NDArray[np.int64], how: Bm25) -> Floats:
    """What the length of each entry adds below the fraction of BM25."""
    mean = max(float(lengths.mean()) if len(lengths) else 1.0, 1e-9)
    return (how.k1 * (1 - how.b + how.b * lengths / mean)).astype(np.float32)
