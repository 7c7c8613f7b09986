"""Writing docs/benchmarks.md."""

import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.data import ROOT

TARGET = ROOT / "docs" / "benchmarks.md"


def table(rows: Iterable[dict[str, Any]]) -> str:
    """Rows as a Markdown table."""
    rows = list(rows)
    names = list(rows[0])
    lines = [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
    lines += [f"| {' | '.join(_cell(row.get(name)) for name in names)} |" for row in rows]
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
    return "" if value is None else str(value)


def machine(day: date) -> str:
    """The machine and the day."""
    names = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    cpu = next((line.split(":")[1].strip() for line in names if line.startswith("model name")), "")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{day:%d/%m/%Y}; {cpu or platform.machine()}, {os.cpu_count()} cores; "
        f"Python {platform.python_version()}; load before the run: {load}"
    )


def write(parts: list[tuple[str, str]]) -> None:
    """Write the page from (heading, text) pairs."""
    body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts)
    note = "Written by `make bench`; ratios are against peers in the same run on one thread."
    head = f"# Benchmarks\n\n{note}"
    TARGET.write_text(f"{head}\n\n{body}\n", encoding="utf-8")
