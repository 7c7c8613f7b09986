"""The signals of one question.

A score of every entry on each of several independent ways of matching.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search import phrases
from lantoa.catalogue.search.documents import folded_words, pairs
from lantoa.catalogue.search.index import Index
from lantoa.catalogue.search.merged import MergedScores
from lantoa.catalogue.search.phrases import Found
from lantoa.catalogue.search.postings import Floats, Weighted
from lantoa.catalogue.search.question import Question

# Factor of each signal in the first selection of candidates.
FIRST = {
    "name": 1.0,
    "name_pairs": 1.0,
    "strongest_term": 6.0,
    "all_terms": 6.0,
    "alias": 0.4,
    "alias_pairs": 0.6,
    "body": 0.2,
    "body_pairs": 0.3,
    "field": 0.1,
    "tower": 0.6,
}
# Factors of the two senses of a question: of its own words, and with the official ones.
SENSES = {"semantic": 8.0, "semantic_wide": 6.0}
ALTERNATIVES_SPOKEN = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """A question broken down for matching.

    `words`, `pairs`: tokens with how much each usually tells; `wide_words`, `wide_pairs`: the same
    and the official words that the lexicon's terms stand for; `toned`, `toned_pairs`: tokens with
    marks, none where the question has none; `found`: those terms; `official`: first official phrase
    of each, folded.
    """

    question: Question
    words: Weighted
    pairs: Weighted
    wide_words: Weighted
    wide_pairs: Weighted
    toned: Weighted
    toned_pairs: Weighted
    found: Sequence[Found]
    official: Sequence[str]


def break_down(question: Question, index: Index, tells: dict[str, float]) -> Reading:
    """Break a question down.

    `tells`: learned factor of a folded word (1 where nothing is known).
    """
    single = _weighted(question.words, tells)
    joined = [(pair, 1.0) for pair in dict.fromkeys(pairs(list(question.words)))]
    found = phrases.find(question.words, index.term_numbers)
    spoken = [index.lexicon.officials[each.term][:ALTERNATIVES_SPOKEN] for each in found]
    official = [folded_words(phrase) for alternatives in spoken for phrase in alternatives]
    extra = dict.fromkeys(word for phrase in official for word in phrase)
    extra_pairs = dict.fromkeys(pair for phrase in official for pair in pairs(phrase))
    return Reading(
        question=question,
        words=single,
        pairs=joined,
        wide_words=_with(single, extra),
        wide_pairs=_with(joined, extra_pairs),
        toned=[(word, 1.0) for word in dict.fromkeys(question.toned)],
        toned_pairs=[(pair, 1.0) for pair in dict.fromkeys(pairs(list(question.toned)))],
        found=found,
        official=[" ".join(folded_words(alternatives[0])) for alternatives in spoken],
    )


def _weighted(tokens: Iterable[str], tells: dict[str, float]) -> list[tuple[str, float]]:
    return [(token, tells.get(token, 1.0)) for token in dict.fromkeys(tokens)]


def _with(query: Weighted, extra: Iterable[str]) -> Weighted:
    """The query with further tokens at full weight."""
    merged = dict(query) | dict.fromkeys(extra, 1.0)
    return list(merged.items())


SCORED = (
    *("name", "name_pairs", "alias", "alias_pairs", "body", "body_pairs", "field"),
    *("toned", "toned_pairs"),
)


def signals(reading: Reading, index: Index, merged: MergedScores) -> tuple[Floats, Floats]:
    """Scores (signals x entries) in the order of FIRST, and of words with marks (2 x entries).

    Where a question has no marks, those of bare words stand in. `merged`: the fields SCORED.
    """
    words, joined = reading.words, reading.pairs
    asked = (words, joined, words, joined, words, joined, reading.wide_words)
    texts = merged.scores([*asked, reading.toned, reading.toned_pairs])
    scores = np.vstack(
        [
            texts[:2],
            *index.concepts.scores(reading.found, len(index.documents)),
            texts[2:7],
            index.tower.scores(reading.question.words),
        ]
    )
    return scores, texts[7:] if reading.toned else texts[:2]


def senses(reading: Reading, index: Index) -> Floats:
    """The vectors of the question's senses (senses x dimensions) in the order of SENSES."""
    own = [*reading.words, *reading.pairs]
    wide = [*reading.wide_words, *reading.pairs]
    return np.stack([index.semantics.vector(own), index.semantics.vector(wide)])


FIRST_FACTORS = np.array(list(FIRST.values()), dtype=np.float32)
SENSE_FACTORS = np.array(list(SENSES.values()), dtype=np.float32)
