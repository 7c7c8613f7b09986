"""What every reader yields, and why a reader may refuse a whole file."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One record of a file and the line (from 1) it begins on.

    `raw` is a record in the shape of docs/reference/catalogue-import.md; where the line could not
    be read it is None, and `problem` is the code of what is wrong with `detail` to find it by.
    """

    number: int
    raw: dict[str, Any] | None = None
    problem: str = ""
    detail: str = ""
