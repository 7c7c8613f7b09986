"""Fields side by side give what each gives alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.catalogue.search import postings
from lantoa.catalogue.search.merged import MergedMatches, MergedScores
from lantoa.catalogue.search.postings import Bm25, Postings

HOW = Bm25(k1=0.9, b=0.4)
tokens = st.sampled_from("abcdef")
queries = st.lists(st.tuples(tokens, st.sampled_from([0.5, 1.0])), unique_by=lambda each: each[0])
two_fields = st.integers(1, 6).flatmap(
    lambda size: st.tuples(
        *[st.lists(st.lists(tokens, max_size=6), min_size=size, max_size=size)] * 2
    )
)


def built(texts: tuple[list[list[str]], ...]) -> list[Postings]:
    return [postings.build(each, HOW) for each in texts]


@given(two_fields, queries, queries)
def test_scores_side_by_side(texts: tuple, first: list, second: list) -> None:
    fields = built(texts)
    together = MergedScores(fields).scores([first, second])
    assert together[0] == pytest.approx(fields[0].scores(first), abs=1e-4)
    assert together[1] == pytest.approx(fields[1].scores(second), abs=1e-4)


@given(two_fields, queries, queries)
def test_matches_side_by_side(texts: tuple, first: list, second: list) -> None:
    fields = built(texts)
    places = np.arange(fields[0].count - 1, -1, -1)
    ((matched, totals), _) = MergedMatches(fields).matched(places, (first, second), ([], []))
    for row, total, field, query in zip(matched, totals, fields, (first, second), strict=True):
        known = [(token, factor) for token, factor in query if token in field.vocabulary]
        assert row == pytest.approx(field.shared(query)[::-1], abs=1e-4)
        assert total == pytest.approx(sum(field.idf_of(t) * f for t, f in known), abs=1e-4)


def test_a_question_of_unknown_words_matches_nothing() -> None:
    fields = built(([["a"]], [["b"]]))
    assert not MergedScores(fields).scores([[("z", 1.0)], []]).any()
    ((matched, totals),) = MergedMatches(fields).matched(np.array([0]), ([("z", 1.0)], []))
    assert not matched.any() and not totals.any()
