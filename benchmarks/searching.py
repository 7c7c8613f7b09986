"""Quality and speed of the search beside its peers, what each part brings, and growth."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.data import DEV, OWN, larger
from benchmarks.peers import PEERS
from lantoa.catalogue.lexicon import queries as lexicon
from lantoa.catalogue.procedures import queries as procedures
from lantoa.catalogue.search import evaluation, practice, sources, store
from lantoa.catalogue.search import index as indexing
from lantoa.catalogue.search.channels import break_down
from lantoa.catalogue.search.concepts import Lexicon
from lantoa.catalogue.search.documents import Document, folded_words
from lantoa.catalogue.search.engine import Engine
from lantoa.catalogue.search.evaluation import Asked, Right
from lantoa.catalogue.search.features import candidates
from lantoa.catalogue.search.index import Index
from lantoa.catalogue.search.question import read

ROUNDS = 5
Row = dict[str, Any]


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def memory_mb() -> float:
    """What this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1024**2


def quality(engine: Engine) -> dict[str, Row]:
    """Figures on the dev questions and on our own, which the engine never practised on."""
    dev = evaluation.load(DEV)
    hard = evaluation.load(OWN / "hard.jsonl")
    outside = [
        replace(each, in_scope=False) for each in evaluation.load(OWN / "out_of_scope.jsonl")
    ]
    accented = [each for each in dev if not each.unaccented and each.in_scope]
    return {
        "dev": evaluation.report(evaluation.run(engine, dev)),
        "hard, own": evaluation.report(evaluation.run(engine, hard)),
        "out of scope, own": evaluation.report(evaluation.run(engine, outside)),
        "dev, accented": evaluation.report(evaluation.run(engine, accented)),
        "the same without marks": evaluation.report(evaluation.run(engine, accented, strip=True)),
    }


def against_peers(engine: Engine, documents: Sequence[Document]) -> list[Row]:
    """Recall on the dev questions and median time of all questions.

    Each engine in turn, several rounds.
    """
    asked = [each for each in evaluation.load(DEV) if each.in_scope]
    right = Right(documents)
    accepted = [right.places(each.codes) for each in asked]
    positions = engine.index.positions

    def ours(text: str) -> list[int]:
        return [positions[each.code] for each in engine.search(text, limit=10).results]

    searches = {"Lan Tỏa": ours, **{name: make(documents) for name, make in PEERS.items()}}
    rows = []
    for name, search in searches.items():
        times = [_times(search, asked) for _ in range(ROUNDS)]
        p50 = statistics.median(np.quantile(each, 0.5) for each in times)
        p95 = statistics.median(np.quantile(each, 0.95) for each in times)
        rows.append(
            {"engine": name, **_recall(search, asked, accepted), "p50_ms": p50, "p95_ms": p95}
        )
    return rows


def _times(search: Callable[[str], object], asked: Sequence[Asked]) -> list[float]:
    return [1000 * seconds(partial(search, each.question)) for each in asked]


def _recall(
    search: Callable[[str], list[int]], asked: Sequence[Asked], accepted: Sequence[set[int]]
) -> Row:
    places = []
    for each, right in zip(asked, accepted, strict=True):
        found = search(each.question)
        places.append(next((at for at, one in enumerate(found) if one in right), None))
    count = len(places)
    return {
        "recall@1": sum(place == 0 for place in places) / count,
        "recall@5": sum(place is not None and place < 5 for place in places) / count,
    }


def ablation(engine: Engine) -> list[Row]:
    """Figures on the dev questions with one part of the index silenced at a time."""
    asked = evaluation.load(DEV)
    index = engine.index
    without = {
        "everything": index,
        "without the lexicon's terms": replace(index, term_numbers={}),
        "without aliases": replace(index, fields=_silenced(index, "alias")),
        "without texts (papers, steps)": replace(index, fields=_silenced(index, "body")),
        "without latent semantics": replace(
            index, semantics=replace(index.semantics, entries=index.semantics.entries * 0)
        ),
        "without towers": replace(
            index, tower=replace(index.tower, entries=index.tower.entries * 0)
        ),
        "without words with marks": replace(index, fields=_silenced(index, "toned")),
    }
    rows = []
    for name, changed in without.items():
        outcomes = evaluation.run(Engine(changed, engine.model), asked)
        rows.append({"engine": name, **evaluation.figures(outcomes)})
    rows.append({"engine": "first selection only, no ranking", **_unranked(engine, asked)})
    return rows


def _silenced(index: Index, *names: str) -> dict[str, Any]:
    quiet = {*names, *(f"{name}_pairs" for name in names)}
    return {
        name: replace(field, weights=field.weights * 0) if name in quiet else field
        for name, field in index.fields.items()
    }


def _unranked(engine: Engine, asked: Sequence[Asked]) -> Row:
    def search(text: str) -> list[int]:
        question = read(text, engine.index.vocabulary)
        reading = break_down(question, engine.index, engine.model.tells)
        found = candidates(reading, engine.prepared)
        return [int(place) for place in found.places[:10]]

    inside = [each for each in asked if each.in_scope]
    right = Right(engine.index.documents)
    return _recall(search, inside, [right.places(each.codes) for each in inside])


def without_shared_terms(engine: Engine, documents: Sequence[Document]) -> list[Row]:
    """Figures when lexicon terms that share words in a row with a dev question are left out.

    The whole index is built again without them; a lexicon made for these questions would fall.
    """
    asked = evaluation.load(DEV)
    rows = [
        {"lexicon": "whole", "left out": 0, **evaluation.figures(evaluation.run(engine, asked))}
    ]
    for run in (4, 3):
        said = {part for each in asked for part in _runs(folded_words(each.question), run)}
        terms = [
            term for term in lexicon.entries() if not said & _runs(folded_words(term.term), run)
        ]
        index = indexing.build(
            documents,
            Lexicon.of([(term.term, term.officials) for term in terms]),
            practice.questions(documents),
        )
        figures = evaluation.figures(evaluation.run(Engine(index, engine.model), asked))
        left_out = len(lexicon.entries()) - len(terms)
        rows.append(
            {"lexicon": f"without shared runs of {run} words", "left out": left_out, **figures}
        )
    return rows


def _runs(tokens: list[str], size: int) -> set[str]:
    """All runs of `size` words."""
    return {" ".join(tokens[at : at + size]) for at in range(len(tokens) - size + 1)}


def with_texts(documents: Sequence[Document]) -> list[Document]:
    """The entries again with the texts that the stored index leaves out."""
    full = {each.code: each for each in sources.documents(procedures.current_versions())}
    return [full[each.code] for each in documents]


def growth(documents: Sequence[Document], folder: Path, now: datetime) -> list[Row]:
    """Time to build, load and ask, size and memory, at 1x and 10x the catalogue."""
    return [_grown(documents, times, folder / f"growth-{times}", now) for times in (1, 10)]


def held_mb(place: Path) -> float:
    """What an engine over the index at `place` holds, measured in a process of its own."""
    program = (
        "import pathlib, sys; import django; django.setup();"
        "from benchmarks.searching import memory_mb;"
        "from lantoa.catalogue.search import engine, store; before = memory_mb();"
        "held = engine.Engine(store.load(pathlib.Path(sys.argv[1]))); print(memory_mb() - before)"
    )
    command = [sys.executable, "-c", program, str(place)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _grown(documents: Sequence[Document], times: int, place: Path, now: datetime) -> Row:
    build = _built(larger(documents, times), place, now)
    started = time.perf_counter()
    engine = Engine(store.load(place))
    load = time.perf_counter() - started
    asked = [each for each in evaluation.load(DEV) if each.in_scope][:150]
    spent = _times(engine.search, asked)
    return {
        "catalogue": f"{times}x, {len(engine.index.documents):,} entries",
        "build_s": build,
        "load_s": load,
        "memory_mb": held_mb(place),
        "p50_ms": float(np.quantile(spent, 0.5)),
        "p95_ms": float(np.quantile(spent, 0.95)),
    }


def _built(documents: Sequence[Document], place: Path, now: datetime) -> float:
    """Build an index and put it at `place`; the seconds of the building."""
    started = time.perf_counter()
    built = indexing.build(documents, sources.terms(), practice.questions(documents))
    spent = time.perf_counter() - started
    store.save(built, place, fingerprint="", now=now)
    return spent
