"""`python -m benchmarks`: measure everything, write docs/benchmarks.md."""

import os
from datetime import UTC, datetime
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from benchmarks import data  # noqa: E402 - threads are set before numpy loads

data.ready()

import django  # noqa: E402 - the settings above come first

django.setup()

from benchmarks import installing, report, searching  # noqa: E402 - Django is ready now
from lantoa.catalogue.search import queries  # noqa: E402
from lantoa.catalogue.search.documents import Document  # noqa: E402
from lantoa.catalogue.search.engine import Engine  # noqa: E402

SHOWN = ("n", "recall@1", "recall@5", "mrr@10", "out_of_scope_refused", "in_scope_wrongly_refused")

Part = tuple[str, str]


def main() -> None:
    """Import, measure the search, measure starts, write the page."""
    now = datetime.now(UTC)
    parts = [("Machine", report.machine(now.date())), *_imports()]
    engine = queries.engine()
    documents = list(engine.index.documents)
    full = searching.with_texts(documents)
    parts += [*_search(engine, documents), *_lexicon(engine, full), *_growth(full, now), *_starts()]
    report.write(parts)
    print(report.TARGET.read_text(encoding="utf-8"))


def _imports() -> list[Part]:
    print("imports", flush=True)
    rows = installing.imported()
    return [("Import of 5,757 procedures, index included", report.table(rows))]


def _search(engine: Engine, documents: list[Document]) -> list[Part]:
    print("search", flush=True)
    found = searching.quality(engine)
    rows = [
        {"questions": name, **{key: each[key] for key in SHOWN}} for name, each in found.items()
    ]
    origins = [{"origin": name, **row} for name, row in found["dev"]["by_origin"].items()]
    return [
        ("Search: quality", report.table(rows)),
        ("Search: dev questions by origin", report.table(origins)),
        ("Search: beside its peers", _peers(searching.against_peers(engine, documents))),
        ("Search: what each part brings", report.table(searching.ablation(engine))),
    ]


def _lexicon(engine: Engine, documents: list[Document]) -> list[Part]:
    print("lexicon", flush=True)
    rows = searching.without_shared_terms(engine, documents)
    return [("Search: lexicon terms that share words with dev questions", report.table(rows))]


def _growth(documents: list[Document], now: datetime) -> list[Part]:
    print("growth", flush=True)
    rows = searching.growth(documents, Path(os.environ["LANTOA_VAR"]), now)
    return [("Search: growth", report.table(rows))]


def _starts() -> list[Part]:
    print("starts", flush=True)
    return [("Starts with the whole catalogue", report.table(installing.starts()))]


def _peers(rows: list[dict[str, object]]) -> str:
    ours = rows[0]
    for row in rows:
        row["p50, ratio to ours"] = float(str(row["p50_ms"])) / float(str(ours["p50_ms"]))
    return report.table(rows)


main()
