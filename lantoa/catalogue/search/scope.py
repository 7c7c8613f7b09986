"""Whether the catalogue has anything for a question, or honesty asks to say no.

Logistic regression over how well the best candidate fits and over the question's own words
(greetings, other countries, prices ... speak against). Trained on questions of both kinds; see
training/scope.py.
"""

from collections.abc import Mapping

import numpy as np

from lantoa.catalogue.search.channels import Reading
from lantoa.catalogue.search.documents import pairs
from lantoa.catalogue.search.features import Candidates
from lantoa.catalogue.search.postings import Floats

# Columns of the features that say how well a candidate fits; see features.candidates.
FIT_COLUMNS = slice(46)


def fit(reading: Reading, candidates: Candidates, scores: Floats) -> Floats:
    """The dense inputs of the decision.

    How good the best candidates are, and how clear the question.
    """
    order = np.argsort(-scores)
    best = candidates.rows[order[0], FIT_COLUMNS]
    strongest = candidates.rows[:, FIT_COLUMNS].max(axis=0)
    powers = np.exp(scores[order] - scores[order[0]])
    words = max(len(reading.question.words), 1)
    spanned = sum(each.size for each in reading.found)
    question = (
        1.0,
        powers[0] / powers.sum(),
        float(scores[order[0]]) / 10,
        reading.question.known,
        np.log1p(words),
        spanned / words,
        len(reading.found) / 3,
        bool(reading.found),
        bool(reading.question.toned),
        candidates.first[0] / 100,
        candidates.first[0] / (10 * words),
    )
    return np.concatenate([question, best, strongest]).astype(np.float32)


def cue_weight(reading: Reading, cues: Mapping[str, float]) -> float:
    """What the question's own words and pairs of words say for (+) and against (-)."""
    spoken = list(reading.question.spoken)
    tokens = dict.fromkeys([*spoken, *pairs(spoken)])
    return sum(cues.get(token, 0.0) for token in tokens)


def decide(dense: Floats, cue: float, weights: Floats) -> float:
    """Probability that the catalogue has what is asked for."""
    value = float(dense @ weights) + cue
    return float(1 / (1 + np.exp(-np.clip(value, -30, 30))))
