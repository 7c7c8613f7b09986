"""Inverted indexes against a plain reckoning."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.catalogue.search import postings
from lantoa.catalogue.search.documents import pairs
from lantoa.catalogue.search.postings import Bm25

TEXTS = [["a", "b", "a"], ["b", "c"], ["c", "c", "d", "a"], []]
HOW = Bm25(k1=0.9, b=0.4)
tokens = st.sampled_from("abcdef")
texts_ = st.lists(st.lists(tokens, max_size=8), min_size=1, max_size=8)


def plain_bm25(texts: list[list[str]], query: list[str], how: Bm25) -> list[float]:
    mean = max(sum(map(len, texts)) / len(texts), 1e-9)
    scores = []
    for text in texts:
        bag, score = Counter(text), 0.0
        for token in query:
            df = sum(token in other for other in texts)
            idf = math.log(1 + (len(texts) - df + 0.5) / (df + 0.5))
            norm = how.k1 * (1 - how.b + how.b * len(text) / mean)
            score += idf * bag[token] * (how.k1 + 1) / (bag[token] + norm) if bag[token] else 0
        scores.append(score)
    return scores


@given(texts_, st.lists(tokens, unique=True))
def test_scores_are_those_of_bm25(texts: list[list[str]], query: list[str]) -> None:
    built = postings.build(texts, HOW)
    expected = plain_bm25(texts, query, HOW)
    assert built.scores([(token, 1.0) for token in query]) == pytest.approx(expected, abs=1e-4)


@given(texts_)
def test_pairs_of_numbered_texts_are_pairs_of_the_texts(texts: list[list[str]]) -> None:
    fast = postings.build_pairs(postings.numbered(texts), HOW)
    plain = postings.build([pairs(text) for text in texts], HOW)
    query = [(token, 1.0) for token in plain.vocabulary]
    assert fast.vocabulary.keys() == plain.vocabulary.keys()
    assert fast.scores(query) == pytest.approx(plain.scores(query), abs=1e-4)


def test_factors_weigh_tokens() -> None:
    built = postings.build(TEXTS, HOW)
    assert built.scores([("d", 2.0)])[2] == pytest.approx(2 * built.scores([("d", 1.0)])[2])


def test_shared_is_the_idf_an_entry_shares_with_the_question() -> None:
    built = postings.build(TEXTS, HOW)
    expected = built.idf_of("a") + built.idf_of("b")
    shared = built.shared([("a", 1.0), ("b", 1.0), ("z", 1.0)])
    assert shared[[0, 3]] == pytest.approx([expected, 0])
    assert built.mass[0] == pytest.approx(expected, abs=1e-4)


def test_unknown_tokens_add_nothing() -> None:
    built = postings.build(TEXTS, HOW)
    assert not built.scores([("zzz", 1.0)]).any()
    assert built.idf_of("zzz") > built.idf_of("d")


def test_tokens_too_common_or_too_rare_are_left_out() -> None:
    built = postings.build(TEXTS, Bm25(k1=0.9, b=0.4, most=0.5, least=2))
    assert set(built.vocabulary) == {"a", "b", "c"}


def test_no_texts_make_an_empty_index() -> None:
    assert postings.build([], HOW).scores([("a", 1.0)]).tolist() == []
    assert np.array(postings.build([[]], HOW).mass).shape == (1,)
