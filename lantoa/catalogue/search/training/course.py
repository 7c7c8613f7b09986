"""The whole course of training: from questions to the model that comes with the product.

Every figure it reports is cross-validated: a question is judged by a network that never saw it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from lantoa.catalogue.search import concepts, scope, tower
from lantoa.catalogue.search.channels import Reading, break_down
from lantoa.catalogue.search.documents import folded_words, pairs
from lantoa.catalogue.search.evaluation import Asked, Right, load
from lantoa.catalogue.search.features import Candidates, Prepared, candidates
from lantoa.catalogue.search.index import Index, core, practice
from lantoa.catalogue.search.practice import IN_SCOPE, OUT_OF_SCOPE, asked_pairs
from lantoa.catalogue.search.question import read
from lantoa.catalogue.search.ranking import Model, Network
from lantoa.catalogue.search.training import ranker
from lantoa.catalogue.search.training import scope as scope_training
from lantoa.catalogue.search.training.ranker import Example
from lantoa.catalogue.search.training.scope import ScopeExample, ScopeWeights

ACTIONS = Path(__file__).parent / "actions.txt"
COMMON_PAIRS = 150
FOLDS = 5
PRIOR = 4.0
LEAST_TELLING, MOST_TELLING = 0.15, 1.25
WRONGLY_REFUSED = 0.017

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """A question made ready: how it was read, its candidates, and which of them are right."""

    asked: Asked
    reading: Reading
    candidates: Candidates
    right: np.ndarray

    @property
    def example(self) -> Example:
        """The trial as the ranker trains on it."""
        return Example(self.candidates.rows, self.right)


def train(index: Index, tell: Progress = lambda _: None) -> tuple[Model, dict[str, float]]:
    """Train on the questions in `data/` over `index` (the full catalogue).

    Model and its figures.
    """
    inside = load(IN_SCOPE)
    outside = [Asked(each.question, in_scope=False) for each in load(OUT_OF_SCOPE)]
    tells = learn_tells(index, inside)
    phrases = action_phrases(index)
    trials, folds = [], []
    for fold, (indexed, held_out) in enumerate(_without_each_fold(index, inside, outside)):
        tell(f"features of fold {fold}")
        ready = _trials(indexed, held_out, Prepared(phrases, indexed), tells)
        trials += ready
        folds += [fold] * len(ready)
    tell("cross-validation")
    networks = cross_fit(trials, folds)
    scored = [
        _scope_example(trial, networks[fold]) for trial, fold in zip(trials, folds, strict=True)
    ]
    weights, threshold, scope_figures = _scope(scored, folds)
    tell("training")
    network = ranker.train([trial.example for trial in trials if trial.asked.in_scope])
    model = Model(network, phrases, tells, weights.dense, weights.cues, threshold)
    return model, {**_figures(trials, networks, folds), **scope_figures}


def action_phrases(index: Index) -> tuple[str, ...]:
    """Listed phrases and the commonest pairs of words in the cores of names."""
    listed = [" ".join(folded_words(line)) for line in ACTIONS.read_text("utf-8").splitlines()]
    titles = (folded_words(core(each.title)) for each in index.documents)
    counts = Counter(pair for title in titles for pair in set(pairs(title)))
    common = sorted(counts, key=lambda pair: (-counts[pair], pair))[:COMMON_PAIRS]
    frequent = [pair.replace("_", " ") for pair in common]
    return tuple(dict.fromkeys(phrase for phrase in [*listed, *frequent] if phrase))


def learn_tells(index: Index, questions: Sequence[Asked]) -> dict[str, float]:
    """How much a typed word usually tells.

    How often the right entry says it, against the average.
    """
    right, sayings = Right(index.documents), _sayings(index)
    asked: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for each in questions:
        there = [sayings[place] for place in sorted(right.places(each.codes))[:5]]
        for word in set(folded_words(each.question)) if there else ():
            asked[word] += 1
            said[word] += any(word in words for words in there)
    average = said.total() / max(asked.total(), 1)
    shares = {
        word: (said[word] + PRIOR * average) / (n + PRIOR) / average for word, n in asked.items()
    }
    clipped = {word: min(max(share, LEAST_TELLING), MOST_TELLING) for word, share in shares.items()}
    return {word: round(share, 3) for word, share in sorted(clipped.items())}


def _sayings(index: Index) -> list[set[str]]:
    """For each entry the folded words of its name and field and of the terms that lead to it."""
    led = concepts.aliases(index.lexicon, index.concepts, len(index.documents))
    return [
        {
            *folded_words(f"{each.title} {each.field}"),
            *(word for term in terms for word in term.split()),
        }
        for each, terms in zip(index.documents, led, strict=True)
    ]


def _trials(
    index: Index, questions: Sequence[Asked], prepared: Prepared, tells: dict[str, float]
) -> list[Trial]:
    right = Right(index.documents)
    trials = []
    for asked in questions:
        question = read(asked.question, index.vocabulary)
        if question.words:
            reading = break_down(question, index, tells)
            found = candidates(reading, prepared)
            places = right.places(asked.codes)
            marks = np.array([place in places for place in found.places], dtype=np.float32)
            trials.append(Trial(asked, reading, found, marks))
    return trials


def _without_each_fold(
    index: Index, inside: Sequence[Asked], outside: Sequence[Asked]
) -> Iterator[tuple[Index, list[Asked]]]:
    """For each fold its questions, and the index with towers that never saw them."""
    questions = [*inside, *outside]
    drawn = np.random.default_rng(1).integers(0, FOLDS, len(questions))
    terms = practice(index.lexicon, index.concepts)
    for fold in range(FOLDS):
        held_out = [each for each, at in zip(questions, drawn, strict=True) if at == fold]
        rest = [each for each, at in zip(questions, drawn, strict=True) if at != fold]
        trained = tower.train(index.documents, [*terms, *asked_pairs(index.documents, rest)])
        yield replace(index, tower=trained), held_out


def cross_fit(trials: Sequence[Trial], folds: Sequence[int]) -> list[Network]:
    """Networks, each trained without one fold of the questions."""
    return [
        ranker.train(
            [
                trial.example
                for trial, at in zip(trials, folds, strict=True)
                if at != fold and trial.asked.in_scope
            ],
            members=1,
        )
        for fold in range(FOLDS)
    ]


def _scope_example(trial: Trial, network: Network) -> ScopeExample:
    scores = network.scores(trial.candidates.rows)
    spoken = list(trial.reading.question.spoken)
    return ScopeExample(
        dense=scope.fit(trial.reading, trial.candidates, scores),
        tokens=(*spoken, *pairs(spoken)),
        in_scope=trial.asked.in_scope,
    )


def _scope(
    examples: Sequence[ScopeExample], folds: Sequence[int]
) -> tuple[ScopeWeights, float, dict[str, float]]:
    """Weights, threshold and held-out figures.

    The threshold refuses WRONGLY_REFUSED of in-scope questions.
    """
    held_out = np.zeros(len(examples))
    for fold in range(FOLDS):
        rest = [each for each, at in zip(examples, folds, strict=True) if at != fold]
        weights = scope_training.train(rest)
        for place, at in enumerate(folds):
            if at == fold:
                held_out[place] = weights.probability(examples[place])
    inside = np.array([each.in_scope for each in examples])
    threshold = float(np.quantile(held_out[inside], WRONGLY_REFUSED))
    return (
        scope_training.train(examples),
        threshold,
        {
            "out_of_scope_refused": round(float((held_out[~inside] < threshold).mean()), 4),
            "in_scope_wrongly_refused": round(float((held_out[inside] < threshold).mean()), 4),
        },
    )


def _figures(
    trials: Sequence[Trial], networks: Sequence[Network], folds: Sequence[int]
) -> dict[str, float]:
    """Recall over held-out questions."""
    places = []
    for trial, fold in zip(trials, folds, strict=True):
        if trial.asked.in_scope:
            order = np.argsort(-networks[fold].scores(trial.candidates.rows), kind="stable")
            hits = np.flatnonzero(trial.right[order])
            places.append(int(hits[0]) if len(hits) else len(order))
    found = np.array(places)
    return {
        "n": len(found),
        "recall@1": round(float((found == 0).mean()), 4),
        "recall@5": round(float((found < 5).mean()), 4),
    }
