"""What benchmarks run on.

The real catalogue and questions beside the project, read by the product's own code.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lantoa.catalogue.search.documents import Document

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
CATALOGUE = SHARED / "procedures.jsonl.gz"
DEV = SHARED / "questions_dev.jsonl"
OWN = ROOT / "tests" / "data" / "search"


def ready() -> None:
    """Stop with a clear line where the data are absent; give this run a folder of its own."""
    if not CATALOGUE.exists():
        sys.exit("bench: needs ../shared/data (real procedures and questions), which is absent")
    folder = tempfile.mkdtemp(prefix="lantoa-bench-")
    os.environ |= {"LANTOA_VAR": folder, "DJANGO_SETTINGS_MODULE": "lantoa.settings"}
    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/lantoa.sqlite3"
    os.environ["LANTOA_LOG_LEVEL"] = "ERROR"


def larger(documents: Sequence[Document], times: int) -> list[Document]:
    """The catalogue `times` over: copies have their own codes and one more word in their names."""
    copies = [
        replace(each, code=f"{each.code}.{n}", name=f"{each.name} loại {n}", variants=())
        for n in range(1, times)
        for each in documents
    ]
    return [*documents, *copies]
