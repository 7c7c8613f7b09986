"""Training the scope decision: logistic regression on fit and on the question's own words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search.postings import Floats

STEPS = 300
RATE = 0.1
DENSE_DECAY = 1e-4
CUE_DECAY = 2e-4
LEAST_QUESTIONS = 4


@dataclass(frozen=True, slots=True)
class ScopeExample:
    """One question: inputs of the decision, its words and pairs, and whether it is in scope."""

    dense: Floats
    tokens: tuple[str, ...]
    in_scope: bool


@dataclass(frozen=True, slots=True)
class ScopeWeights:
    """What was learned: weights of the dense inputs, in their own units, and of words."""

    dense: Floats
    cues: dict[str, float]

    def probability(self, example: ScopeExample) -> float:
        """Probability that the example is in scope."""
        cue = sum(self.cues.get(token, 0.0) for token in set(example.tokens))
        value = float(example.dense @ self.dense) + cue
        return float(1 / (1 + np.exp(-np.clip(value, -30, 30))))


def train(examples: Sequence[ScopeExample]) -> ScopeWeights:
    """Fit by Adam on all examples at once, both kinds weighing the same."""
    vocabulary = _vocabulary(examples)
    dense = np.stack([each.dense for each in examples])
    spread = dense.std(axis=0) + 1e-3
    words = np.zeros((len(examples), len(vocabulary)), dtype=np.float32)
    for row, each in enumerate(examples):
        words[row, [vocabulary[token] for token in set(each.tokens) if token in vocabulary]] = 1
    inputs = np.column_stack([dense / spread, words]).astype(np.float32)
    decay = np.r_[np.full(dense.shape[1], DENSE_DECAY), np.full(len(vocabulary), CUE_DECAY)]
    weights = _fit(inputs, np.array([each.in_scope for each in examples]), decay)
    cut = dense.shape[1]
    cues = {token: round(float(weights[cut + at]), 4) for token, at in vocabulary.items()}
    return ScopeWeights((weights[:cut] / spread).astype(np.float32), cues)


def _vocabulary(examples: Sequence[ScopeExample]) -> dict[str, int]:
    counts = Counter(token for each in examples for token in set(each.tokens))
    kept = sorted(token for token, n in counts.items() if n >= LEAST_QUESTIONS)
    return {token: at for at, token in enumerate(kept)}


def _fit(inputs: Floats, wanted: np.ndarray, decay: Floats) -> Floats:
    share = wanted.mean()
    balance = np.where(wanted, 0.5 / share, 0.5 / (1 - share)) / len(wanted)
    weights = np.zeros(inputs.shape[1], dtype=np.float32)
    wanted, balance = wanted.astype(np.float32), balance.astype(np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        error = (1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30))) - wanted) * balance
        gradient = inputs.T @ error + decay * weights
        mean += 0.1 * (gradient - mean)
        square += 0.001 * (gradient**2 - square)
        scale = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        weights -= (RATE * (mean / (1 - 0.9**step)) / scale).astype(np.float32)
    return weights
