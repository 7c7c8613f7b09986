"""Procedures into files that an import reads back: JSON lines, workbooks, CSV."""

import gzip
import json
from collections.abc import Iterable
from typing import BinaryIO

from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.tables.build import as_record
from lantoa.catalogue.importing.tables.write import write_csv, write_xlsx
from lantoa.catalogue.procedures.publication import Publication


def write(stream: BinaryIO, name: str, publications: Iterable[Publication], *, notes: bool) -> None:
    """Write a file of the kind its name says; `notes`: a table's explanations and example too.

    Raises FileRefusedError for a kind nobody knows.
    """
    lowered = name.lower()
    if lowered.endswith(".xlsx"):
        write_xlsx(stream, publications, notes=notes)
    elif lowered.endswith(".csv"):
        write_csv(stream, publications, notes=notes)
    elif lowered.endswith(".jsonl.gz"):
        with gzip.GzipFile(fileobj=stream, mode="wb", filename="", mtime=0) as packed:
            _write_lines(packed, publications)
    elif lowered.endswith(".jsonl"):
        _write_lines(stream, publications)
    else:
        raise FileRefusedError("unknown_kind")


def _write_lines(stream: BinaryIO | gzip.GzipFile, publications: Iterable[Publication]) -> None:
    for one in publications:
        stream.write(json.dumps(as_record(one), ensure_ascii=False).encode() + b"\n")
