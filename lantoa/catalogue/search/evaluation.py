"""Measuring the search against questions with known answers."""

import json
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lantoa.catalogue.search.answer import Answer
from lantoa.catalogue.search.documents import Document
from lantoa.catalogue.search.engine import Engine
from lantoa.catalogue.search.errors import QuestionsUnreadableError
from lantoa.catalogue.search.index import Index, positions
from lantoa.core.text.vietnamese import fold, strip_marks

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the codes that count as right; none where it is out of scope."""

    question: str
    codes: tuple[str, ...] = ()
    in_scope: bool = True
    unaccented: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question.

    `place` of the first right answer (0 = top; None: not in the first ten).
    """

    asked: Asked
    place: int | None
    accepted_as_in_scope: bool
    took_ms: float


def load(path: Path) -> list[Asked]:
    """Read questions, one JSON object a line. Raises QuestionsUnreadableError with the line."""
    questions = []
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                questions.append(_asked(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise QuestionsUnreadableError(path, number) from error
    return questions


def _asked(row: dict[str, Any]) -> Asked:
    codes = tuple(row.get("codes") or ())
    return Asked(
        question=row["question"],
        codes=codes,
        in_scope=bool(row.get("in_scope", bool(codes))),
        unaccented=bool(row.get("unaccented", False)),
        origin=row.get("origin") or row.get("style") or row.get("kind") or "",
    )


class Right:
    """Which entries count as right.

    Those of the accepted codes, and others of the same name and a shared level.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._positions = positions(documents)
        self._same_name: dict[str, list[int]] = defaultdict(list)
        for at, each in enumerate(documents):
            self._same_name[fold(each.name)].append(at)

    def places(self, codes: Iterable[str]) -> set[int]:
        """The entries that count as right for `codes`; codes the catalogue lacks add none."""
        found: set[int] = set()
        for code in codes:
            at = self._positions.get(code)
            if at is not None:
                found.update(self._like(at))
        return found

    def _like(self, at: int) -> set[int]:
        documents = self._documents
        levels = set(documents[at].levels)
        same = self._same_name[fold(documents[at].name)]
        return {at} | {o for o in same if not levels or levels & set(documents[o].levels)}


def run(engine: Engine, questions: Sequence[Asked], *, strip: bool = False) -> list[Outcome]:
    """Ask every question once. `strip`: take the marks off first, to see what they are worth."""
    right = Right(engine.index.documents)
    outcomes = []
    for asked in questions:
        text = strip_marks(asked.question) if strip else asked.question
        answer = engine.search(text, limit=DEPTH)
        accepted = right.places(asked.codes)
        outcomes.append(
            Outcome(asked, _place(answer, accepted, engine.index), answer.in_scope, answer.took_ms)
        )
    return outcomes


def _place(answer: Answer, accepted: set[int], index: Index) -> int | None:
    for place, result in enumerate(answer.results):
        if index.positions[result.code] in accepted:
            return place
    return None


def figures(outcomes: Sequence[Outcome]) -> dict[str, float | int | None]:
    """n, recall@1, recall@5 and mrr@10 over the in-scope questions among `outcomes`."""
    places = [each.place for each in outcomes if each.asked.in_scope]
    if not places:
        return {"n": 0, "recall@1": None, "recall@5": None, "mrr@10": None}
    count = len(places)
    return {
        "n": count,
        "recall@1": round(sum(place == 0 for place in places) / count, 4),
        "recall@5": round(sum(place is not None and place < 5 for place in places) / count, 4),
        "mrr@10": round(sum(1 / (place + 1) for place in places if place is not None) / count, 4),
    }


def report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """All figures: overall, unaccented, by origin, scope, speed in milliseconds."""
    origins = sorted({each.asked.origin for each in outcomes if each.asked.origin})
    outside = [each for each in outcomes if not each.asked.in_scope]
    inside = [each for each in outcomes if each.asked.in_scope]
    times = sorted(each.took_ms for each in outcomes)
    return {
        **figures(outcomes),
        "unaccented": figures([each for each in outcomes if each.asked.unaccented]),
        "by_origin": {
            origin: figures([each for each in outcomes if each.asked.origin == origin])
            for origin in origins
        },
        "out_of_scope": len(outside),
        "out_of_scope_refused": _share([not each.accepted_as_in_scope for each in outside]),
        "in_scope_wrongly_refused": _share([not each.accepted_as_in_scope for each in inside]),
        "p50_ms": round(statistics.median(times), 3) if times else None,
        "p95_ms": round(times[int(0.95 * (len(times) - 1))], 3) if times else None,
    }


def _share(flags: Sequence[bool]) -> float | None:
    return round(sum(flags) / len(flags), 4) if flags else None
