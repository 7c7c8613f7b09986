"""Learning the ranking, the scope decision and the towers."""

from pathlib import Path

import numpy as np
import pytest

from lantoa.catalogue.search import practice, ranking, tower
from lantoa.catalogue.search.engine import Engine
from lantoa.catalogue.search.evaluation import Asked, load
from lantoa.catalogue.search.ranking import probabilities
from lantoa.catalogue.search.training import course, ranker, scope
from lantoa.catalogue.search.training.ranker import Example
from lantoa.catalogue.search.training.scope import ScopeExample
from lantoa.core.text.vietnamese import fold

QUESTIONS = Path(__file__).parents[2] / "data" / "search"


def examples(count: int = 200) -> list[Example]:
    """Questions whose right candidate is the one with the greatest second feature."""
    rng = np.random.default_rng(3)
    made = []
    for _ in range(count):
        rows = rng.standard_normal((8, 4)).astype(np.float32)
        made.append(Example(rows, (rows[:, 1] == rows[:, 1].max()).astype(np.float32)))
    return made


def test_the_ranker_learns_what_makes_a_candidate_right() -> None:
    network = ranker.train(examples(), members=2)
    hits = [np.argmax(network.scores(each.rows)) == np.argmax(each.right) for each in examples()]
    assert np.mean(hits) > 0.8


def test_training_twice_gives_the_same_network() -> None:
    first, second = ranker.train(examples(20), members=1), ranker.train(examples(20), members=1)
    assert np.array_equal(first.hidden, second.hidden)


def test_the_scope_decision_learns_fit_and_words() -> None:
    made = [
        ScopeExample(np.array([1, fit], np.float32), (word, "x"), fit > 0)
        for fit, word in ((1, "khai"), (-1, "hello")) * 20
    ]
    weights = scope.train(made)
    assert weights.probability(made[0]) > 0.9 > 0.1 > weights.probability(made[1])


def test_towers_bring_terms_to_their_entries(engine: Engine) -> None:
    index = engine.index
    pairs = [tower.Pair(["bau", "troi"], np.array([5]))] * 5
    trained = tower.train(index.documents, pairs)
    assert int(np.argmax(trained.scores(["bau", "troi"]))) == 5


def test_towers_know_nothing_of_unknown_words(engine: Engine) -> None:
    assert not engine.index.tower.scores(["zzzz"]).any()


def test_probabilities_sum_to_one() -> None:
    assert probabilities(np.array([1000.0, 999.0], np.float32)).sum() == pytest.approx(1)


def test_a_stored_model_is_the_same(tmp_path: Path) -> None:
    model = ranking.load()
    ranking.save(model, tmp_path / "model.npz")
    again = ranking.load(tmp_path / "model.npz")
    assert again.actions == model.actions and again.tells == pytest.approx(model.tells)
    assert np.array_equal(again.network.hidden, model.network.hidden)


def test_a_whole_course_of_training(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [Asked("lam khai sinh", ("1.001193",)), Asked("mo quan an", ("1.001612",))] * 10
    outside = [Asked("troi mua khong"), Asked("gia vang hom nay")] * 10
    monkeypatch.setattr(
        course, "load", lambda path: inside if path == practice.IN_SCOPE else outside
    )
    model, figures = course.train(engine.index)
    assert figures["n"] == 20 and figures["recall@5"] > 0.5
    assert Engine(engine.index, model).search("lam khai sinh").results


def test_words_of_asking_tell_less_than_words_of_the_matter() -> None:
    tells = ranking.load().tells
    assert tells["toi"] < 0.5 < tells["sinh"]


def test_practice_and_test_questions_are_strangers() -> None:
    practised = {
        fold(each.question)
        for file in (practice.IN_SCOPE, practice.OUT_OF_SCOPE)
        for each in load(file)
    }
    tested = {fold(each.question) for file in QUESTIONS.glob("*.jsonl") for each in load(file)}
    assert not (practised & tested) - {""}


def test_no_practice_question_stands_in_the_dev_questions(shared_data: Path) -> None:
    practised = {fold(each.question) for each in load(practice.IN_SCOPE)}
    assert not practised & {
        fold(each.question) for each in load(shared_data / "questions_dev.jsonl")
    }
