"""Two towers: a question and an entry each become the sum of their words' vectors.

The two are near where they belong together. Trained when the index is built, on the catalogue's
names, the lexicon, and our own questions: a term or a question is drawn to its entries and away
from the others in the batch (in-batch softmax; Huang et al. 2013, DSSM). Only numpy; the same seed
gives the same vectors.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lantoa.catalogue.search.documents import Document, folded_words, pairs
from lantoa.catalogue.search.postings import Floats

DIMENSIONS = 64
STEPS = 350
LEAST_STEPS = 40
BATCH = 256
RATE = 0.15
DROPOUT = 0.2
START = 0.1
LEAST_SEEN = 2
FEW = 24

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Folded words that somebody says, the entries they mean, and how often to practise them."""

    words: Sequence[str]
    entries: Places
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Tower:
    """`tokens` (words x d) for questions and ready vectors of `entries` (entries x d)."""

    vocabulary: Mapping[str, int]
    tokens: Floats
    entries: Floats

    def scores(self, words: Sequence[str]) -> Floats:
        """How near each entry is to a question; 0 everywhere where no word is known."""
        places = _places(spoken_tokens(words), self.vocabulary)
        if not len(places):
            return np.zeros(len(self.entries), dtype=np.float32)
        vector = self.tokens[places].sum(axis=0) / np.float32(len(places) ** 0.5)
        nearness: Floats = self.entries @ vector
        return nearness


def spoken_tokens(words: Sequence[str]) -> list[str]:
    """Words and pairs of words of a question."""
    return [*words, *pairs(list(words))]


def entry_tokens(document: Document) -> list[str]:
    """What stands for an entry: words and pairs of its name, its field, its levels."""
    title, field = folded_words(document.title), folded_words(document.field)
    tokens = [*title, *pairs(title)]
    tokens += [f"field:{token}" for token in (*field, *pairs(field))]
    tokens += [f"level:{level}" for level in document.levels]
    return list(dict.fromkeys(tokens))


def train(documents: Sequence[Document], practice: Sequence[Pair], seed: int = 0) -> Tower:
    """Train on `practice` and on the entries' own names."""
    named = [Pair(folded_words(each.title), np.array([at])) for at, each in enumerate(documents)]
    pairs_ = [*practice, *named]
    held = [entry_tokens(each) for each in documents]
    vocabulary = _vocabulary(pairs_, held)
    ready = [(_places(spoken_tokens(each.words), vocabulary), each) for each in pairs_]
    ready = [(places, each) for places, each in ready if len(places) and len(each.entries)]
    learner = _Learner(len(vocabulary), [_places(tokens, vocabulary) for tokens in held], seed)
    if len(ready) > 1:
        learner.practise(ready)
    return Tower(vocabulary, learner.spoken, learner.all_entries())


def _vocabulary(practice: Sequence[Pair], held: Sequence[Sequence[str]]) -> dict[str, int]:
    counts = Counter(token for each in practice for token in spoken_tokens(each.words))
    counts.update(token for tokens in held for token in tokens)
    kept = sorted(token for token, n in counts.items() if n >= LEAST_SEEN)
    return {token: at for at, token in enumerate(kept)}


def _places(tokens: Sequence[str], vocabulary: Mapping[str, int]) -> Places:
    found = [at for token in tokens if (at := vocabulary.get(token)) is not None]
    return np.array(found, dtype=np.int64)


class _Learner:
    """The vectors of both towers while they are being trained (Adagrad, one rate per word)."""

    def __init__(self, size: int, held: Sequence[Places], seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        start = self._rng.standard_normal((size + 1, DIMENSIONS)) * START
        self.spoken: Floats = start.astype(np.float32)
        self.named = self.spoken.copy()
        self._seen = {
            "spoken": np.zeros(size + 1, np.float32),
            "named": np.zeros(size + 1, np.float32),
        }
        blank = np.array([size])  # an entry whose words are all unknown still needs one row
        self._held = [places if len(places) else blank for places in held]

    def practise(self, ready: Sequence[tuple[Places, Pair]]) -> None:
        """Train for STEPS batches, drawn by weight.

        Fewer where there are few entries to tell apart.
        """
        weights = np.cumsum([each.weight for _, each in ready])
        steps = min(STEPS, LEAST_STEPS + len(self._held) // 5)
        batch = min(BATCH, len(ready))
        for _ in range(steps):
            drawn = np.searchsorted(weights, self._rng.random(batch) * weights[-1])
            chosen = [ready[min(at, len(ready) - 1)] for at in drawn]
            entries = np.array(
                [each.entries[self._rng.integers(len(each.entries))] for _, each in chosen]
            )
            self._step([self._thinned(places) for places, _ in chosen], entries)

    def all_entries(self) -> Floats:
        """The vectors of all entries."""
        if not self._held:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        return _bags(self.named, *_flat(self._held))[0]

    def _thinned(self, places: Places) -> Places:
        """Leave out a word now and then, so that none is leant on alone."""
        if len(places) < 3:
            return places
        kept = places[self._rng.random(len(places)) > DROPOUT]
        return kept if len(kept) else places

    def _step(self, asked: Sequence[Places], entries: Places) -> None:
        spoken_flat, spoken_cuts = _flat(asked)
        named_flat, named_cuts = _flat([self._held[entry] for entry in entries])
        questions, question_norm = _bags(self.spoken, spoken_flat, spoken_cuts)
        answers, answer_norm = _bags(self.named, named_flat, named_cuts)
        scores = questions @ answers.T
        same = entries[:, None] == entries[None, :]
        np.fill_diagonal(same, val=False)
        scores[same] = -1e9
        error = np.exp(scores - scores.max(axis=1, keepdims=True))
        error /= error.sum(axis=1, keepdims=True)
        error[np.diag_indices(len(entries))] -= 1
        back_spoken = (error @ answers) / question_norm[:, None]
        back_named = (error.T @ questions) / answer_norm[:, None]
        self._move("spoken", spoken_flat, np.repeat(back_spoken, np.diff(spoken_cuts), axis=0))
        self._move("named", named_flat, np.repeat(back_named, np.diff(named_cuts), axis=0))

    def _move(self, name: str, places: Places, gradient: Floats) -> None:
        """One step of Adagrad for the words at `places`, which may repeat."""
        vectors: Floats = getattr(self, name)
        seen = self._seen[name]
        moved, total = _summed(places, gradient)
        seen[moved] += (total**2).mean(axis=1)
        vectors[moved] -= RATE * total / (np.sqrt(seen[moved])[:, None] + np.float32(1e-4))


def _summed(places: Places, rows: Floats) -> tuple[Places, Floats]:
    """The distinct places, and the sum of the rows of each.

    Most places stand once or a few times: those are summed occurrence by occurrence, the few that
    stand often one by one. (`np.add.reduceat` and `np.add.at` take three times as long.)
    """
    order = np.argsort(places, kind="stable")
    ordered, rows = places[order], rows[order]
    firsts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    sizes = np.diff(np.r_[firsts, len(ordered)])
    total, turn = rows[firsts], 1
    many = np.flatnonzero(sizes > 1)
    while len(many) > FEW:
        total[many] += rows[firsts[many] + turn]
        turn += 1
        many = many[sizes[many] > turn]
    for at in many:
        total[at] += rows[firsts[at] + turn : firsts[at] + sizes[at]].sum(axis=0)
    return ordered[firsts], total


def _flat(rows: Sequence[Places]) -> tuple[Places, Places]:
    """Rows end to end, and where each begins and the last ends."""
    cuts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=cuts[1:])
    return np.concatenate(rows), cuts


def _bags(vectors: Floats, flat: Places, cuts: Places) -> tuple[Floats, Floats]:
    """The sum of each row's vectors over the root of their number, and those roots."""
    roots = np.sqrt(np.diff(cuts)).astype(np.float32)
    rows = vectors[flat]
    sums = np.empty((len(roots), vectors.shape[1]), dtype=np.float32)
    for at, (start, stop) in enumerate(pairwise(cuts.tolist())):
        rows[start:stop].sum(axis=0, out=sums[at])
    return sums / roots[:, None], roots
