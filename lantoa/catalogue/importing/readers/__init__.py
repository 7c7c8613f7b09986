"""Files into raw records, pure: no database, nothing decided about the catalogue."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, Final

from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.lines import Line
from lantoa.catalogue.importing.readers import csv_rows, json_lines, xlsx_rows

Reader = Callable[[BinaryIO], Iterator[Line]]
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
# What a file may call itself, and what it must begin with then (b"": text, so no other kind's
# sign).
KINDS: Final[dict[str, tuple[bytes, Reader]]] = {
    ".jsonl.gz": (GZIP, partial(json_lines.read, gzipped=True)),
    ".jsonl": (b"", json_lines.read),
    ".xlsx": (ZIP, xlsx_rows.read),
    ".csv": (b"", csv_rows.read),
}


def read(stream: BinaryIO, name: str) -> Iterator[Line]:
    """The records of an open, seekable file called `name`, lazily.

    Raises FileRefusedError at once where the kind is unknown or the content is not what the name
    says, later where the file proves too big, broken or not UTF-8.
    """
    return reader(stream, name)(stream)


def reader(stream: BinaryIO, name: str) -> Reader:
    """The reader for a file, by its name and its first bytes. Raises FileRefusedError."""
    suffix = next((kind for kind in KINDS if name.lower().endswith(kind)), "")
    if not suffix:
        raise FileRefusedError("unknown_kind")
    begins, chosen = KINDS[suffix]
    head = stream.read(4)
    stream.seek(0)
    right = head.startswith(begins) if begins else not head.startswith((GZIP, ZIP))
    if not right:
        raise FileRefusedError("broken_file")
    return chosen
