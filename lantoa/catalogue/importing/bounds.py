"""How big a file may become when it is opened: what looks small may be made to fill the memory."""

import zipfile
from typing import BinaryIO

from lantoa.catalogue.importing.errors import FileRefusedError

MEGABYTE = 1024 * 1024
# The national list of 5,757 procedures is 40 MB of JSON; five times as much is no honest list.
MOST_BYTES = 200 * MEGABYTE
MOST_LINE_BYTES = 4 * MEGABYTE
MOST_ROWS = 400_000
# Seventeen times the national list: each line is a procedure, and its verdict is kept.
MOST_RECORDS = 100_000
MOST_PARTS = 500
PROLOG = 4096


def check_zip(stream: BinaryIO) -> None:
    """Refuse a workbook that unpacks to too much or declares XML entities. Reads no sheet."""
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_parts(archive)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise FileRefusedError("broken_file") from error
    stream.seek(0)


def _check_parts(archive: zipfile.ZipFile) -> None:
    """zipfile never unpacks more of a part than it declares: declared sizes can be trusted."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise FileRefusedError("too_big")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as text:
                if b"<!" in text.read(PROLOG).replace(b"<!--", b""):
                    raise FileRefusedError("broken_file")
