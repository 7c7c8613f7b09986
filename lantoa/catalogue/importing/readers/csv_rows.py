"""CSV in UTF-8, parted by commas, semicolons (as Vietnamese spreadsheets write) or tabs."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from lantoa.catalogue.importing.bounds import MOST_BYTES
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.lines import Line
from lantoa.catalogue.importing.tables.cells import undone
from lantoa.catalogue.importing.tables.parse import records

HEAD = 65536


def read(stream: BinaryIO) -> Iterator[Line]:
    """Each procedure of the table. Raises FileRefusedError."""
    if stream.seek(0, io.SEEK_END) > MOST_BYTES:
        raise FileRefusedError("too_big")
    stream.seek(0)
    first = stream.readline(HEAD)
    stream.seek(0)
    separator = max(",;\t", key=lambda sign: first.count(sign.encode()))
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        yield from records(_rows(text, separator))
    except UnicodeDecodeError as error:
        raise FileRefusedError("not_utf8") from error
    except csv.Error as error:
        raise FileRefusedError("broken_file") from error
    finally:
        text.detach()


def _rows(text: io.TextIOWrapper, separator: str) -> Iterator[list[str]]:
    for row in csv.reader(text, delimiter=separator, strict=True):
        yield [undone(cell) for cell in row]
