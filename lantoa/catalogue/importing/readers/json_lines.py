"""JSON lines, plain or gzipped: one record a line, in UTF-8."""

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from lantoa.catalogue.importing.bounds import MOST_BYTES, MOST_LINE_BYTES, MOST_RECORDS
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.lines import Line

BOM = b"\xef\xbb\xbf"


def read(stream: BinaryIO, *, gzipped: bool = False) -> Iterator[Line]:
    """Each record of the file; a line that is not one is yielded with its problem.

    Raises FileRefusedError as soon as the file proves too big, broken or not UTF-8.
    """
    opened = gzip.GzipFile(fileobj=stream) if gzipped else stream
    for number, line in _lines(opened):
        if line.strip():
            yield _record(number, line)


def _lines(stream: Any) -> Iterator[tuple[int, bytes]]:
    """Numbered lines, never more than the bounds in memory or in all."""
    total = number = 0
    try:
        while line := stream.readline(MOST_LINE_BYTES + 1):
            total, number = total + len(line), number + 1
            if len(line) > MOST_LINE_BYTES or total > MOST_BYTES or number > MOST_RECORDS:
                raise FileRefusedError("too_big")
            yield number, line.removeprefix(BOM) if number == 1 else line
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise FileRefusedError("broken_file") from error


def _record(number: int, line: bytes) -> Line:
    try:
        raw = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise FileRefusedError("not_utf8") from error
    except json.JSONDecodeError as error:
        return Line(number, problem="broken_json", detail=f"{error.msg}, column {error.pos + 1}")
    except (ValueError, RecursionError) as error:
        return Line(number, problem="broken_json", detail=str(error)[:200])
    if not isinstance(raw, dict):
        return Line(number, problem="not_a_record")
    return Line(number, raw=raw)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
