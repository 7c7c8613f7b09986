"""Reading what somebody typed: chat spelling, Telex keys, slips, noise around the need.

Out comes a `Question`: folded words as the catalogue would write them. Corrections are tried only
on words that neither the catalogue nor the lexicon knows, so that good spelling is never made
worse.
"""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lantoa.catalogue.search.documents import words
from lantoa.core.text.vietnamese import fold, from_telex, has_marks, toned

DATA = Path(__file__).parent / "data"
MAX_CHARACTERS = 500
MAX_WORDS = 80
SHORTEST_TO_CORRECT = 3
_LETTERS = "abcdeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Question:
    """A question after reading.

    `words`: folded words, noise taken out (all of them where nothing else is left). `spoken`:
    folded words with the noise. `toned`: the words with marks, empty where the text has none.
    `repairs`: pairs (typed, taken as). `known`: share of the words that the vocabulary knows.
    """

    text: str
    words: tuple[str, ...]
    spoken: tuple[str, ...]
    toned: tuple[str, ...]
    repairs: tuple[tuple[str, str], ...]
    known: float


@lru_cache(maxsize=1)
def typing_habits() -> Mapping[str, str]:
    """What people type -> the usual spelling, from data/typing.csv."""
    with (DATA / "typing.csv").open(encoding="utf-8", newline="") as stream:
        return {row["typed"].lower(): row["meant"].lower() for row in csv.DictReader(stream)}


@lru_cache(maxsize=1)
def noise_phrases() -> frozenset[tuple[str, ...]]:
    """Folded phrases that carry no need ("cho em hỏi"), from data/noise.csv."""
    with (DATA / "noise.csv").open(encoding="utf-8", newline="") as stream:
        folded = (tuple(fold(row["phrase"]).split()) for row in csv.DictReader(stream))
        return frozenset(phrase for phrase in folded if phrase)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Words that a phrase without need begins with."""
    return frozenset(phrase[0] for phrase in noise_phrases())


@lru_cache(maxsize=1)
def _everyday_words() -> frozenset[str]:
    """Folded words of asking and chatting: good words, though no procedure says them."""
    asking = (word for phrase in noise_phrases() for word in phrase)
    chatting = (word for meant in typing_habits().values() for word in fold(meant).split())
    return frozenset((*asking, *chatting))


def read(text: str, vocabulary: Mapping[str, float]) -> Question:
    """Read a question.

    `vocabulary`: folded words of catalogue and lexicon -> how common they are.
    """
    typed = words(text[:MAX_CHARACTERS])[:MAX_WORDS]
    usual = [part for word in typed for part in _usual(word, vocabulary).split()]
    spoken, repairs = [], []
    for word in usual:
        folded = fold(word)
        right = folded in vocabulary or folded in _everyday_words()
        taken = folded if right else _repair(folded, vocabulary)
        spoken.append(taken)
        if taken != folded:
            repairs.append((word, taken))
    kept = without_noise(spoken)
    known = sum(word in vocabulary for word in spoken) / max(len(spoken), 1)
    marked = tuple(map(toned, usual)) if has_marks(text) else ()
    return Question(text, tuple(kept), tuple(spoken), marked, tuple(repairs), known)


def without_noise(spoken: list[str]) -> list[str]:
    """The words without phrases of politeness and asking.

    All of them where nothing would be left.
    """
    phrases, first_words, longest = noise_phrases(), _first_words(), 6
    kept, at = [], 0
    while at < len(spoken):
        possible = longest if spoken[at] in first_words else 0
        sizes = range(min(possible, len(spoken) - at), 0, -1)
        size = next((n for n in sizes if tuple(spoken[at : at + n]) in phrases), 0)
        if not size:
            kept.append(spoken[at])
        at += size or 1
    return kept or spoken


def _usual(word: str, vocabulary: Collection[str]) -> str:
    """The usual spelling of a word typed in chat style or with Telex keys left in."""
    habit = typing_habits().get(word)
    if habit is not None:
        return habit
    if fold(word) in vocabulary:
        return word
    decoded = from_telex(word)
    return decoded if fold(decoded) in vocabulary else word


def _repair(word: str, vocabulary: Mapping[str, float]) -> str:
    """The commonest known word one slip away; the word itself where there is none."""
    if len(word) < SHORTEST_TO_CORRECT or not word.isalpha():
        return word
    near = [other for other in _one_slip_away(word) if other in vocabulary]
    return max(near, key=lambda other: vocabulary[other], default=word)


def _one_slip_away(word: str) -> set[str]:
    """All strings one letter left out, added, changed or swapped away from `word`."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    dropped = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    changed = {left + sign + right[1:] for left, right in cuts if right for sign in _LETTERS}
    added = {left + sign + right for left, right in cuts for sign in _LETTERS}
    return dropped | swapped | changed | added
