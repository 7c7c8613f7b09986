"""What each term of the lexicon stands for in this catalogue, worked out when the index is built.

A term names official phrases; a phrase resembles the names of some entries. `Concepts` keeps for
each term the entries it leads to, and `aliases` gives each entry the terms that lead to it
foremost, so that a question which only half repeats a term still finds its way.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search.documents import folded_words, pairs
from lantoa.catalogue.search.phrases import Found
from lantoa.catalogue.search.postings import Floats, Ints, Postings

MOST_ENTRIES = 300
LATER_ALTERNATIVE = 0.92
LEAST_COVER = 0.6
NEAR_BEST = 0.8
FAR_FROM_BEST = 0.3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms by number: folded form, as written, and the folded words of their official phrases."""

    folded: tuple[str, ...]
    written: tuple[str, ...]
    officials: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, terms: Sequence[tuple[str, Sequence[str]]]) -> "Lexicon":
        """From pairs (term, official phrases); of terms that fold alike the first is kept."""
        kept: dict[str, tuple[str, tuple[str, ...]]] = {}
        for term, officials in terms:
            kept.setdefault(" ".join(folded_words(term)), (term, tuple(officials)))
        kept.pop("", None)
        rows = sorted(kept.items())
        return cls(
            tuple(folded for folded, _ in rows),
            tuple(written for _, (written, _) in rows),
            tuple(officials for _, (_, officials) in rows),
        )


@dataclass(frozen=True, slots=True)
class Concepts:
    """For each term the entries it leads to, and how surely.

    `starts[i]:starts[i+1]` is the stretch of `entries` and `weights` (0-1) of term i.
    """

    starts: Ints
    entries: Ints
    weights: Floats

    def scores(self, found: Sequence[Found], count: int) -> tuple[Floats, Floats]:
        """Per entry the strongest term and the sum of all; longer terms are surer."""
        strongest = np.zeros(count, dtype=np.float32)
        total = np.zeros(count, dtype=np.float32)
        for each in found:
            stretch = slice(self.starts[each.term], self.starts[each.term + 1])
            entries = self.entries[stretch]
            values = self.weights[stretch] * np.float32(0.5 + 0.5 * each.size)
            strongest[entries] = np.maximum(strongest[entries], values)
            total[entries] += values
        return strongest, total


@dataclass(frozen=True, slots=True)
class Names:
    """The two indexes of names that phrases are compared with."""

    words: Postings
    pairs: Postings

    def resemblance(self, phrase: str) -> Floats:
        """How well each entry's name says the phrase (0-1): all of it, and little else."""
        tokens = [(word, 1.0) for word in dict.fromkeys(folded_words(phrase))]
        joined = [(pair, 1.0) for pair in dict.fromkeys(pairs(folded_words(phrase)))]
        said = self.words.shared(tokens) + self.pairs.shared(joined)
        whole = sum(self.words.idf_of(token) for token, _ in tokens)
        whole += sum(self.pairs.idf_of(token) for token, _ in joined)
        cover, fill = said / np.float32(whole), said / (self.words.mass + self.pairs.mass)
        resembling = cover**2 * (0.6 + 0.4 * fill)
        return np.where(cover > LEAST_COVER, resembling, 0).astype(np.float32)


def resolve(lexicon: Lexicon, names: Names) -> Concepts:
    """Work out for every term which entries its official phrases lead to."""
    known: dict[str, Floats] = {}
    rows: list[tuple[Ints, Floats]] = []
    for officials in lexicon.officials:
        best = np.zeros(names.words.count, dtype=np.float32)
        for place, phrase in enumerate(officials):
            if phrase not in known:
                known[phrase] = names.resemblance(phrase).astype(np.float16)
            best = np.maximum(best, known[phrase].astype(np.float32) * LATER_ALTERNATIVE**place)
        rows.append(_strongest(best))
    starts = np.cumsum([0, *(len(entries) for entries, _ in rows)]).astype(np.int32)
    if not rows:
        return Concepts(starts, np.zeros(0, np.int32), np.zeros(0, np.float32))
    entries, weights = zip(*rows, strict=True)
    return Concepts(starts, np.concatenate(entries), np.concatenate(weights))


def _strongest(scores: Floats) -> tuple[Ints, Floats]:
    """The entries that come near the best, at most MOST_ENTRIES, and their scores."""
    entries = np.flatnonzero(scores > max(FAR_FROM_BEST * float(scores.max(initial=0)), 1e-6))
    if len(entries) > MOST_ENTRIES:
        entries = np.sort(entries[np.argsort(-scores[entries], kind="stable")[:MOST_ENTRIES]])
    return entries.astype(np.int32), scores[entries]


def aliases(lexicon: Lexicon, concepts: Concepts, count: int) -> list[list[str]]:
    """For each entry the folded terms that lead to it about as surely as to any other."""
    found: list[list[str]] = [[] for _ in range(count)]
    for term, folded in enumerate(lexicon.folded):
        stretch = slice(concepts.starts[term], concepts.starts[term + 1])
        weights = concepts.weights[stretch]
        if len(weights):
            near = concepts.entries[stretch][weights >= NEAR_BEST * weights.max()]
            for entry in near:
                found[entry].append(folded)
    return found
