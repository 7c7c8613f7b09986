"""Answering a question from the index: read, select, rank, decide, explain.

No database, no clock but its own.
"""

import re
import time
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lantoa.catalogue.search import ranking, scope
from lantoa.catalogue.search.answer import Answer, Filters, Result
from lantoa.catalogue.search.channels import Reading, break_down
from lantoa.catalogue.search.documents import Document, folded_words, title_of, words
from lantoa.catalogue.search.features import Prepared, candidates
from lantoa.catalogue.search.index import Index
from lantoa.catalogue.search.postings import Floats, Ints
from lantoa.catalogue.search.question import read
from lantoa.catalogue.search.ranking import Model
from lantoa.core.text.vietnamese import fold

_CODE = re.compile(r"\b\d\.\d{6}(?:\.[A-Z]\d{2})?\b", re.IGNORECASE)
LEAST_PROBABILITY = 1e-4


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates of a question in order, with probabilities, and the probability that any fits."""

    reading: Reading
    places: Ints
    probabilities: Floats
    fits: float


class Engine:
    """A search engine over one index. Safe to share between threads: nothing in it changes."""

    def __init__(self, index: Index, model: Model | None = None) -> None:
        self.index = index
        self.model = model or ranking.load()
        self.prepared = Prepared(self.model.actions, index)

    def search(self, text: str, *, limit: int = 20, filters: Filters | None = None) -> Answer:
        """Answer a question. An empty one, or one with no word in it, has no results."""
        started = time.perf_counter()
        coded = self._by_code(text)
        ranked = None if coded else self.rank(text)
        results, total, in_scope = coded[:limit], len(coded), bool(coded)
        if ranked is not None:
            results, total = self._results(ranked, filters or Filters(), limit)
            in_scope = ranked.fits >= self.model.threshold
        took = (time.perf_counter() - started) * 1000
        return Answer(text, round(took, 3), in_scope, tuple(results), total)

    def rank(self, text: str) -> Ranked | None:
        """The candidates in order; None where the question holds no word or the index no entry."""
        question = read(text, self.index.vocabulary)
        if not question.words or not self.index.documents:
            return None
        reading = break_down(question, self.index, self.model.tells)
        found = candidates(reading, self.prepared)
        scores = self.model.network.scores(found.rows)
        dense = scope.fit(reading, found, scores)
        cue = scope.cue_weight(reading, self.model.scope_cues)
        order = np.argsort(-scores, kind="stable")
        return Ranked(
            reading=reading,
            places=found.places[order],
            probabilities=ranking.probabilities(scores[order]),
            fits=scope.decide(dense, cue, self.model.scope),
        )

    def _by_code(self, text: str) -> list[Result]:
        """The entries whose codes stand in the question."""
        places = [self.index.positions.get(code.upper()) for code in _CODE.findall(text)]
        found = dict.fromkeys(place for place in places if place is not None)
        return [_result(self.index.documents[place], 1.0) for place in found]

    def _results(self, ranked: Ranked, filters: Filters, limit: int) -> tuple[list[Result], int]:
        """The first `limit` candidates that pass the filters, explained, and how many pass."""
        passing = [
            (self.index.documents[place], float(probability))
            for place, probability in zip(ranked.places, ranked.probabilities, strict=True)
            if probability >= LEAST_PROBABILITY and fits(self.index.documents[place], filters)
        ]
        asked = {token for token, _ in ranked.reading.wide_words}
        shown = [self._explained(*each, ranked.reading, asked) for each in passing[:limit]]
        return shown, len(passing)

    def _explained(
        self, document: Document, probability: float, reading: Reading, asked: set[str]
    ) -> Result:
        return _result(
            document,
            probability,
            matched=_matched(document, asked),
            via=self._via(document, reading),
        )

    def _via(self, document: Document, reading: Reading) -> tuple[tuple[str, str], ...]:
        """Which typed words were taken for which official ones, where that led to this entry."""
        name = _folded_name(document.name)
        lexicon = self.index.lexicon
        terms = [
            (lexicon.written[each.term], phrase)
            for each in reading.found
            for phrase in lexicon.officials[each.term][:1]
            if _folded_name(phrase) <= name
        ]
        repairs = [pair for pair in reading.question.repairs if pair[1] in name]
        return tuple(dict.fromkeys([*terms, *repairs]))


def fits(document: Document, filters: Filters) -> bool:
    """True where an entry passes the filters. Nation-wide entries pass any province."""
    publishers = {document.publisher, *document.publishers}
    return (
        (not filters.level or filters.level in document.levels)
        and (not filters.audience or filters.audience in document.audiences)
        and (not filters.online or document.online)
        and (not filters.field or filters.field == document.field)
        and (not filters.province or "" in publishers or filters.province in publishers)
    )


@lru_cache(maxsize=16384)
def _folded_name(name: str) -> frozenset[str]:
    return frozenset(folded_words(name))


@lru_cache(maxsize=16384)
def _title_words(name: str) -> tuple[tuple[str, str], ...]:
    """The words of a name's title as written, each with its folded form, without repetition."""
    return tuple((word, fold(word)) for word in dict.fromkeys(words(title_of(name))))


def _matched(document: Document, asked: set[str]) -> tuple[str, ...]:
    """Words of the name, as written there, that the question led to."""
    return tuple(word for word, folded in _title_words(document.name) if folded in asked)


def _result(
    document: Document,
    score: float,
    matched: tuple[str, ...] = (),
    via: tuple[tuple[str, str], ...] = (),
) -> Result:
    return Result(
        code=document.code,
        name=document.name,
        score=round(score, 4),
        field=document.field,
        levels=document.levels,
        agency=document.agency,
        online=document.online,
        publisher=document.publisher,
        matched=matched,
        via=via,
        variants=document.variants,
    )
