"""The search on the whole real catalogue: it must stay as good as it is (no timing is asserted)."""

from dataclasses import replace
from pathlib import Path

import pytest

from lantoa.catalogue.importing import proposal, readers
from lantoa.catalogue.lexicon import shipped
from lantoa.catalogue.procedures.entries import Candidate, entry_keys
from lantoa.catalogue.procedures.queries import Current
from lantoa.catalogue.search import evaluation, practice, sources
from lantoa.catalogue.search import index as indexing
from lantoa.catalogue.search.concepts import Lexicon
from lantoa.catalogue.search.documents import Document
from lantoa.catalogue.search.engine import Engine

OWN = Path(__file__).parents[2] / "data" / "search"


@pytest.fixture(scope="module")
def documents(shared_data: Path) -> list[Document]:
    """The real catalogue as the index sees it, read without a database."""
    with (shared_data / "procedures.jsonl.gz").open("rb") as stream:
        rows = proposal.propose(readers.read(stream, "procedures.jsonl.gz"), {}, complete=False)
    contents = [row.publication.content for row in rows if row.publication is not None]
    keys = entry_keys(Candidate(c.code, c.name, c.levels, c.publisher) for c in contents)
    return sources.documents(
        Current(c.code, c.name, c, keys[c.code], c.publisher) for c in contents
    )


@pytest.fixture(scope="module")
def whole(documents: list[Document]) -> Engine:
    """The engine over the real catalogue and the shipped lexicon."""
    terms = shipped.shipped_terms(shipped.FILE).values()
    lexicon = Lexicon.of([(term.term, term.officials) for term in terms])
    return Engine(indexing.build(documents, lexicon, practice.questions(documents)))


def test_real_questions_find_their_procedures(whole: Engine, shared_data: Path) -> None:
    asked = evaluation.load(shared_data / "questions_dev.jsonl")
    figures = evaluation.report(evaluation.run(whole, asked))
    assert figures["recall@1"] >= 0.78 and figures["recall@5"] >= 0.92 and figures["mrr@10"] >= 0.84
    assert figures["in_scope_wrongly_refused"] <= 0.03


def test_marks_are_hardly_missed(whole: Engine, shared_data: Path) -> None:
    asked = evaluation.load(shared_data / "questions_dev.jsonl")
    accented = [each for each in asked if each.in_scope and not each.unaccented]
    with_marks = evaluation.figures(evaluation.run(whole, accented))
    without = evaluation.figures(evaluation.run(whole, accented, strip=True))
    for name in ("recall@1", "recall@5"):
        assert float(with_marks[name] or 0) - float(without[name] or 0) <= 0.03


def test_hard_questions_of_our_own_are_mostly_answered(whole: Engine) -> None:
    figures = evaluation.report(evaluation.run(whole, evaluation.load(OWN / "hard.jsonl")))
    assert figures["recall@1"] >= 0.6 and figures["recall@5"] >= 0.8


def test_few_questions_with_an_answer_are_refused(whole: Engine, shared_data: Path) -> None:
    asked = evaluation.load(shared_data / "questions_dev.jsonl")
    asked += evaluation.load(OWN / "hard.jsonl")
    report = evaluation.report(evaluation.run(whole, asked))
    assert report["in_scope_wrongly_refused"] <= 0.03


def test_what_is_out_of_scope_is_refused(whole: Engine) -> None:
    asked = evaluation.load(OWN / "out_of_scope.jsonl")
    outside = [replace(each, in_scope=False) for each in asked]
    assert evaluation.report(evaluation.run(whole, outside))["out_of_scope_refused"] >= 0.9
