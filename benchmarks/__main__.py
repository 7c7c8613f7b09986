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

SHOWN = ("n", "recall@1", "recall@5", "mrr@10", "out_of_scope_refused", "in_scope_wrongly_refused")


def main() -> None:
    """Import, measure the search, measure starts, write the page."""
    now = datetime.now(UTC)
    parts = [("Machine", report.machine(now.date()))]
    print("imports", flush=True)  # noqa: T201 - a benchmark talks
    parts.append(
        ("Import of 5,757 procedures, index included", report.table(installing.imported()))
    )
    print("search", flush=True)  # noqa: T201
    engine = queries.engine()
    documents = list(engine.index.documents)
    found = searching.quality(engine)
    rows = [
        {"questions": name, **{key: each[key] for key in SHOWN}} for name, each in found.items()
    ]
    parts.append(("Search: quality", report.table(rows)))
    origins = [{"origin": name, **row} for name, row in found["dev"]["by_origin"].items()]
    parts.append(("Search: dev questions by origin", report.table(origins)))
    parts.append(("Search: beside its peers", _peers(searching.against_peers(engine, documents))))
    parts.append(("Search: what each part brings", report.table(searching.ablation(engine))))
    print("growth", flush=True)  # noqa: T201
    full = searching.with_texts(documents)
    parts.append(
        (
            "Search: growth",
            report.table(searching.growth(full, Path(os.environ["LANTOA_VAR"]), now)),
        )
    )
    print("starts", flush=True)  # noqa: T201
    parts.append(("Starts with the whole catalogue", report.table(installing.starts())))
    report.write(parts)
    print(report.TARGET.read_text(encoding="utf-8"))  # noqa: T201


def _peers(rows: list[dict[str, object]]) -> str:
    ours = rows[0]
    for row in rows:
        row["p50, ratio to ours"] = float(str(row["p50_ms"])) / float(str(ours["p50_ms"]))
    return report.table(rows)


main()
