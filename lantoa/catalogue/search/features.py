"""What the ranking looks at.

For each candidate how far question and entry say the same, and of what kind it is.
"""

from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search.channels import (
    FIRST_FACTORS,
    SCORED,
    SENSE_FACTORS,
    Reading,
    senses,
    signals,
)
from lantoa.catalogue.search.documents import folded_words
from lantoa.catalogue.search.index import Index
from lantoa.catalogue.search.merged import MergedMatches, MergedScores
from lantoa.catalogue.search.postings import Floats, Ints

CANDIDATES = 48

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


MATCHED = ("name", "name_pairs", "core", "core_pairs")


class Prepared:
    """What candidates are looked up in: the index, merged fields, and the model's action phrases.

    Action phrases are such as "cấp lại", "gia hạn", "thu hồi". A sister procedure differs from the
    everyday one by such a phrase; what the question does not ask for speaks against an entry.
    """

    def __init__(self, phrases: tuple[str, ...], index: Index) -> None:
        self.index = index
        self.scores = MergedScores([index.fields[name] for name in SCORED])
        self.matches = MergedMatches([index.fields[name] for name in MATCHED])
        self.masses = np.stack([index.fields[name].mass for name in MATCHED])
        self._padded = tuple(f" {phrase} " for phrase in phrases)
        names = [" ".join(folded_words(each.name)) for each in index.documents]
        said = np.array([self.said(name) for name in names], dtype=np.float32)
        self.said_by: Floats = said.reshape(len(names), len(phrases))

    def said(self, folded: str) -> Floats:
        """1 for each phrase that a folded text says, 0 for the others."""
        padded = f" {folded} "
        return np.array([phrase in padded for phrase in self._padded], dtype=np.float32)


def candidates(reading: Reading, prepared: Prepared) -> Candidates:
    """The CANDIDATES best entries of the first selection with their features."""
    index = prepared.index
    scores, marked = signals(reading, index, prepared.scores)
    meant = senses(reading, index)
    near = index.semantics.entries
    first = FIRST_FACTORS @ scores + near @ (SENSE_FACTORS @ meant)
    wanted = min(CANDIDATES, len(first))
    selected = np.argpartition(-first, wanted - 1)[:wanted]
    order = np.argsort(-first[selected], kind="stable")
    places: Ints = selected[order].astype(np.int32)
    own = scores[:, places].T
    strengths = np.column_stack(
        [marked[:, places].T, own[:, :-1], near[places] @ meant.T, own[:, -1]]
    )
    rows = np.column_stack(
        [
            *_strengths(strengths),
            _shares(reading, prepared, places),
            *_levels(reading, index, places),
            *_actions(reading, prepared, places),
            first[places] / (first[places[0]] + 1e-6),
            np.full(wanted, len(reading.question.words) / 20, dtype=np.float32),
        ]
    )
    return Candidates(places, rows.astype(np.float32, copy=False), first[places])


def _strengths(scores: Floats) -> list[Floats]:
    """Each signal as a share of its best, and dampened; how far the towers see an entry behind."""
    best = scores.max(axis=0, keepdims=True) + np.float32(1e-6)
    towers = scores[:, -1:]
    return [scores / best, np.log1p(np.maximum(scores, 0)), towers, towers - towers.max()]


def _shares(reading: Reading, prepared: Prepared, places: Ints) -> Floats:
    """How much of the question a name says, and of the name the question; the same for its core.

    The core of a name ends before its first restriction. Each time first for the question's own
    words, then with the official ones.
    """
    masses = prepared.masses[:, places]
    own, wide = (reading.words, reading.pairs), (reading.wide_words, reading.wide_pairs)
    columns = [
        np.stack([matched / masses, matched / (totals + np.float32(1e-6))[:, None]])
        for matched, totals in prepared.matches.matched(places, (*own, *own), (*wide, *wide))
    ]
    # (own or wide, share kind, field, place) -> one row per place, fields slowest
    return np.stack(columns).transpose(3, 2, 0, 1).reshape(len(places), -1)


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


def _actions(reading: Reading, prepared: Prepared, places: Ints) -> list[Floats]:
    """Action phrases that both say, that only the entry says, that only the question says."""
    asked = prepared.said(" ".join([*reading.question.spoken, "|", *reading.official]))
    said = prepared.said_by[places]
    both = said * asked
    only_entry, only_question = said - both, asked - both
    sums = [part.sum(axis=1, keepdims=True) for part in (both, only_entry, only_question)]
    return [*sums, both, only_entry, only_question]
