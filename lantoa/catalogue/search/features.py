"""What the ranking looks at.

For each candidate how far question and entry say the same, and of what kind it is.
"""

from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search.channels import FIRST_FACTORS, Reading, signals
from lantoa.catalogue.search.documents import folded_words, pairs
from lantoa.catalogue.search.index import Index
from lantoa.catalogue.search.postings import Floats, Ints

CANDIDATES = 80

# Words by which a question says at which level, or that foreign matters are meant.
_LEVEL_CUES = (
    frozenset({"xa", "phuong", "thi tran", "ap", "thon"}),
    frozenset({"tinh", "so", "thanh pho"}),
    frozenset({"bo", "cuc", "trung uong", "tong cuc"}),
    frozenset({"nuoc ngoai", "lanh su", "dai su quan", "co quan dai dien", "bien gioi"}),
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The entries worth ranking.

    Their places, the rows of features, and the first selection's scores.
    """

    places: Ints
    rows: Floats
    first: Floats


class Actions:
    """Which of the model's action phrases entries and questions say.

    Such as "cấp lại", "gia hạn", "thu hồi". A sister procedure differs from the everyday one by
    such a phrase; what the question does not ask for speaks against an entry.
    """

    def __init__(self, phrases: tuple[str, ...], index: Index) -> None:
        self._padded = tuple(f" {phrase} " for phrase in phrases)
        names = [" ".join(folded_words(each.name)) for each in index.documents]
        self.entries = np.array([self.said(name) for name in names], dtype=bool)
        self.entries = self.entries.reshape(len(names), len(phrases))

    def said(self, folded: str) -> np.ndarray:
        """Which phrases a folded text says."""
        padded = f" {folded} "
        return np.array([phrase in padded for phrase in self._padded], dtype=bool)


def candidates(reading: Reading, index: Index, actions: Actions) -> Candidates:
    """The CANDIDATES best entries of the first selection with their features."""
    scores = signals(reading, index)
    first = FIRST_FACTORS @ scores
    wanted = min(CANDIDATES, len(first))
    selected = np.argpartition(-first, wanted - 1)[:wanted]
    order = np.argsort(-first[selected], kind="stable")
    places: Ints = selected[order].astype(np.int32)
    rows = np.column_stack(
        [
            *_strengths(scores[:, places].T, _with_marks(reading, index, places)),
            *_shares(reading, index, places),
            *_levels(reading, index, places),
            *_actions(reading, actions, places),
            first[places] / (first[places[0]] + 1e-6),
            np.full(wanted, len(reading.question.words) / 20),
        ]
    )
    return Candidates(places, rows.astype(np.float32), first[places])


def _strengths(scores: Floats, marked: Floats) -> list[Floats]:
    """Each signal as a share of its best, and dampened; how far the towers see an entry behind."""
    scores = np.column_stack([marked, scores])
    best = scores.max(axis=0, keepdims=True) + 1e-6
    towers = scores[:, -1:]
    return [scores / best, np.log1p(np.maximum(scores, 0)), towers, towers - towers.max()]


def _with_marks(reading: Reading, index: Index, places: Ints) -> Floats:
    """Matches of words and pairs with their marks.

    Where the question has none, those of bare words.
    """
    toned, fields = reading.question.toned, index.fields
    if not toned:
        single = fields["name"].scores_of(places, reading.words)
        return np.column_stack([single, fields["name_pairs"].scores_of(places, reading.pairs)])
    words = [(word, 1.0) for word in dict.fromkeys(toned)]
    joined = [(pair, 1.0) for pair in dict.fromkeys(pairs(list(toned)))]
    single = fields["toned"].scores_of(places, words)
    return np.column_stack([single, fields["toned_pairs"].scores_of(places, joined)])


def _shares(reading: Reading, index: Index, places: Ints) -> list[Floats]:
    """How much of the question a name says, and of the name the question; the same for its core.

    The core of a name ends before its first restriction.
    """
    columns: list[Floats] = []
    for field, queries in (
        ("name", (reading.words, reading.wide_words)),
        ("name_pairs", (reading.pairs, reading.wide_pairs)),
        ("core", (reading.words, reading.wide_words)),
        ("core_pairs", (reading.pairs, reading.wide_pairs)),
    ):
        posting = index.fields[field]
        for matched, total in posting.matched(places, *queries):
            columns += [matched / posting.mass[places], matched / np.float32(total)]
    return columns


def _levels(reading: Reading, index: Index, places: Ints) -> list[Floats]:
    """Facts of the entry, its place among siblings.

    And both against the level that is spoken of.
    """
    spoken = f" {' '.join(reading.question.spoken)} "
    asked = np.array(
        [any(f" {cue} " in spoken for cue in cues) for cues in _LEVEL_CUES], dtype=np.float32
    )
    facts, siblings = index.facts[places], index.siblings[places]
    crossed = facts[:, [0, 1, 2, 4], None] * asked[None, None, :]
    return [facts, siblings, crossed.reshape(len(places), -1), siblings * asked[0]]


def _actions(reading: Reading, actions: Actions, places: Ints) -> list[Floats]:
    """Action phrases that both say, that only the entry says, that only the question says."""
    asked = actions.said(" ".join([*reading.question.spoken, "|", *reading.official]))
    said = actions.entries[places]
    both, only_entry, only_question = said & asked, said & ~asked, ~said & asked
    sums = [part.sum(axis=1, keepdims=True) for part in (both, only_entry, only_question)]
    return [*sums, both, only_entry, only_question]
