"""The learned ranking: a small network over features, trained on our own questions.

One hidden layer beside a linear path; listwise softmax loss (Cao et al. 2007, ListNet). The weights
come with the product (`data/model.npz`) and are made again by `lantoa search train`.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from lantoa.catalogue.search.postings import Floats

MODEL = Path(__file__).parent / "data" / "model.npz"
CLIP = 6.0
NEXT_TO_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of the ranking; features are standardised by `mean` and `spread` and clipped."""

    mean: Floats
    spread: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    linear: Floats

    def standardise(self, rows: Floats) -> Floats:
        """The features in units of their spread."""
        clipped: Floats = np.clip((rows - self.mean) / self.spread, -CLIP, CLIP)
        return clipped

    def scores(self, rows: Floats) -> Floats:
        """One score per row of features; only differences within a question mean anything."""
        rows = self.standardise(rows)
        hidden: Floats = np.maximum(rows @ self.hidden + self.hidden_bias, 0)
        scores: Floats = hidden @ self.out + rows @ self.linear
        return scores


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learned from questions.

    `actions`: phrases that tell sister procedures apart; `tells`: folded word -> how much it
    usually tells; `scope`: weights of the scope decision, `scope_cues`: folded words -> their
    weight in it.
    """

    network: Network
    actions: tuple[str, ...]
    tells: dict[str, float]
    scope: Floats
    scope_cues: dict[str, float]
    threshold: float


def probabilities(scores: Floats) -> Floats:
    """Scores as probabilities over the candidates of one question."""
    powers: Floats = np.exp(scores - scores.max())
    shares: Floats = powers / powers.sum()
    return shares


def without_denormals(values: Floats) -> Floats:
    """Weights that decayed to next to nothing become nothing.

    Processors are slow on such numbers.
    """
    values = values.astype(np.float32)
    return np.where(np.abs(values) < NEXT_TO_NOTHING, np.float32(0), values)


def save(model: Model, path: Path) -> None:
    """Write a model as one compressed file of plain arrays, half precision where that is enough."""
    network: dict[str, Any] = {
        f"network_{name}": without_denormals(getattr(model.network, name))
        for name in Network.__slots__
    }
    np.savez_compressed(
        path,
        **network,
        actions=np.array(model.actions),
        tells_words=np.array(list(model.tells)),
        tells=np.array(list(model.tells.values()), dtype=np.float32),
        scope=model.scope.astype(np.float32),
        cue_words=np.array(list(model.scope_cues)),
        cues=np.array(list(model.scope_cues.values()), dtype=np.float32),
        threshold=np.float32(model.threshold),
    )


@lru_cache(maxsize=2)
def load(path: Path = MODEL) -> Model:
    """Read a model. Raises OSError where the file is missing."""
    with np.load(path, allow_pickle=False) as file:
        network = Network(*(file[f"network_{name}"] for name in Network.__slots__))
        return Model(
            network=network,
            actions=tuple(file["actions"].tolist()),
            tells=dict(zip(file["tells_words"].tolist(), file["tells"].tolist(), strict=True)),
            scope=file["scope"],
            scope_cues=dict(zip(file["cue_words"].tolist(), file["cues"].tolist(), strict=True)),
            threshold=float(file["threshold"]),
        )
