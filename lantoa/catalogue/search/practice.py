"""Our own questions, written for this engine.

What the towers practise on and the ranking is trained with.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from lantoa.catalogue.search import evaluation
from lantoa.catalogue.search.documents import Document, folded_words
from lantoa.catalogue.search.evaluation import Asked, Right
from lantoa.catalogue.search.tower import Pair

DATA = Path(__file__).parent / "data"
IN_SCOPE = DATA / "in_scope.jsonl"
OUT_OF_SCOPE = DATA / "out_of_scope.jsonl"
WEIGHT = 3.0
MOST_ENTRIES = 12


@lru_cache(maxsize=1)
def digest() -> str:
    """SHA-256 of the practice questions."""
    return sha256(IN_SCOPE.read_bytes()).hexdigest()


def questions(documents: Sequence[Document]) -> list[Pair]:
    """Practice from the shipped questions, as far as the catalogue has what they ask for."""
    return asked_pairs(documents, evaluation.load(IN_SCOPE))


def asked_pairs(documents: Sequence[Document], asked: Sequence[Asked]) -> list[Pair]:
    """Questions with the entries that are right for them."""
    right = Right(documents)
    found = [(each, sorted(right.places(each.codes))[:MOST_ENTRIES]) for each in asked]
    return [
        Pair(folded_words(each.question), np.array(places), WEIGHT)
        for each, places in found
        if places
    ]
