"""Steps and forms."""

import re
from itertools import pairwise
from typing import Any, Final

from lantoa.catalogue.importing.normalise.clean import clean, line

_STEP = re.compile(r"[-+*•\s]*(?:Bước|BƯỚC|bước)\s+(\d+)\b")
_COUNTED = re.compile(r"^\d+ bản (?:chính|sao)(?:,\s*\d+ bản sao)?")
_KINDS: Final = r"(?:docx?|xlsx?|pdf|rar|zip|odt|jpe?g|png)"
_GLUED_FILES = re.compile(rf"(?<=\.)({_KINDS})(?=[^\s.,;)]{{2}})", re.IGNORECASE)


def steps(value: Any) -> tuple[str, ...]:
    """Steps in order: those the source numbers ("Bước 1 ...", with what belongs to each), else its
    lines.

    A list is taken as it is.
    """
    if isinstance(value, list):
        return tuple(filter(None, map(clean, value)))
    return tuple(filter(None, map(clean, _parted(clean(value).split("\n")))))


def _parted(lines: list[str]) -> list[str]:
    starts = [place for place, text in enumerate(lines) if _STEP.match(text)]
    if len(starts) < 2 or not _in_order([lines[place] for place in starts]):
        return lines
    bounds = sorted({0, *starts, len(lines)})
    return ["\n".join(lines[start:end]) for start, end in pairwise(bounds)]


def _in_order(headings: list[str]) -> bool:
    numbers = [int(found[1]) for heading in headings if (found := _STEP.match(heading))]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def forms(value: Any) -> tuple[str, ...]:
    """Names of forms, each once; counts before a name and names run together are undone."""
    given = value if isinstance(value, list) else []
    names = dict.fromkeys(name for item in given for name in _form_names(line(item)))
    return tuple(name for name in names if not _repeats(name, names))


def _form_names(text: str) -> list[str]:
    """ "a.docxb.docx" -> both; "1 bản chínhĐơn đề nghị.docx" -> "Đơn đề nghị.docx"."""
    bare = _COUNTED.sub("", text)
    return [name for name in map(line, _GLUED_FILES.sub(r"\1\n", bare).split("\n")) if name]


def _repeats(name: str, names: dict[str, None]) -> bool:
    """True for "<a paper's name>form.docx" where "form.docx" itself is listed too."""
    return any(other != name and len(other) > 5 and name.endswith(other) for other in names)
