"""Training the ranking network: listwise softmax, Adam, dropout.

Only numpy, the same outcome every time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search.postings import Floats
from lantoa.catalogue.search.ranking import CLIP, Network

HIDDEN = 24
EPOCHS = 15
BATCH = 16
RATE = 2e-3
DECAY = 1e-2
DROPOUT = 0.3
MEMBERS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """Candidates of one question: features and which of them are right."""

    rows: Floats
    right: Floats


def train(examples: Sequence[Example], members: int = MEMBERS) -> Network:
    """One network that is the mean of `members` trained from different starts."""
    useful = [each for each in examples if each.right.any()]
    stacked = np.concatenate([each.rows for each in useful])
    mean, spread = stacked.mean(axis=0), stacked.std(axis=0) + np.float32(1e-3)
    ready = [
        Example(np.clip((each.rows - mean) / spread, -CLIP, CLIP), each.right) for each in useful
    ]
    parts = [_Learner(mean.shape[0], seed).fit(ready) for seed in range(members)]
    out: Floats = np.concatenate([part["out"] for part in parts])
    return Network(
        mean=mean,
        spread=spread,
        hidden=np.concatenate([part["hidden"] for part in parts], axis=1),
        hidden_bias=np.concatenate([part["bias"] for part in parts]),
        out=out / np.float32(members),
        linear=np.mean([part["linear"] for part in parts], axis=0),
    )


class _Learner:
    """One network being trained."""

    def __init__(self, features: int, seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        normal = self._rng.standard_normal
        self._weights: dict[str, Floats] = {
            "hidden": (normal((features, HIDDEN)) / np.sqrt(features)).astype(np.float32),
            "bias": np.zeros(HIDDEN, np.float32),
            "out": (normal(HIDDEN) / np.sqrt(HIDDEN)).astype(np.float32),
            "linear": np.zeros(features, np.float32),
        }
        self._mean = {name: np.zeros_like(value) for name, value in self._weights.items()}
        self._square = {name: np.zeros_like(value) for name, value in self._weights.items()}
        self._steps = 0

    def fit(self, examples: Sequence[Example]) -> dict[str, Floats]:
        """Train and give back the weights."""
        for epoch in range(EPOCHS):
            rate = RATE * 0.5 * (1 + np.cos(np.pi * epoch / EPOCHS))
            order = self._rng.permutation(len(examples))
            for start in range(0, len(order), BATCH):
                self._step([examples[at] for at in order[start : start + BATCH]], rate)
        return self._weights

    def _step(self, batch: Sequence[Example], rate: float) -> None:
        total = {name: np.zeros_like(value) for name, value in self._weights.items()}
        for example in batch:
            for name, gradient in self._gradient(example).items():
                total[name] += gradient
        self._steps += 1
        for name, weight in self._weights.items():
            decay = 0 if name == "bias" else DECAY
            self._adam(name, total[name] / np.float32(BATCH) + decay * weight, rate)

    def _gradient(self, example: Example) -> dict[str, Floats]:
        """Gradient of minus the log of the probability that falls on the right candidates."""
        weights, rows = self._weights, example.rows
        before = rows @ weights["hidden"] + weights["bias"]
        mask = (self._rng.random(HIDDEN) > DROPOUT).astype(np.float32) / (1 - DROPOUT)
        hidden = np.maximum(before, 0) * mask
        scores = hidden @ weights["out"] + rows @ weights["linear"]
        share = np.exp(scores - scores.max())
        share /= share.sum()
        wanted = share * example.right
        error = share - wanted / (wanted.sum() + 1e-12)
        back = np.outer(error, weights["out"]) * mask * (before > 0)
        return {
            "hidden": rows.T @ back,
            "bias": back.sum(axis=0),
            "out": hidden.T @ error,
            "linear": rows.T @ error,
        }

    def _adam(self, name: str, gradient: Floats, rate: float) -> None:
        """One step of Adam (Kingma & Ba 2015)."""
        mean, square = self._mean[name], self._square[name]
        mean += 0.1 * (gradient - mean)
        square += 0.001 * (gradient**2 - square)
        corrected = mean / (1 - 0.9**self._steps)
        scale = np.sqrt(square / (1 - 0.999**self._steps)) + 1e-8
        self._weights[name] -= (rate * corrected / scale).astype(np.float32)
