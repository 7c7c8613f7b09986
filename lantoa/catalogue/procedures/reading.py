"""Running text of the source made readable: paragraphs, dashes as lists, glued table cells apart.

Nothing is reworded or left out except the headings of a table whose cells ran together.
"""

import re
from dataclasses import dataclass

BULLET = re.compile(r"^\s*([-–+•*o])\s+")
STEP = re.compile(r"^\s*bước\s*(\d+)\s*[:.)\-–]?\s*", re.IGNORECASE)
TABLE_HEADINGS = (
    "Tên giấy tờ",
    "Mẫu đơn, tờ khai",
    "Số lượng",
    "Hình thức nộp",
    "Thời gian",
    "Phí, lệ phí",
    "Mô tả",
)

COUNT = re.compile(r"\s*\n(\d+ bản (?:chính|sao)(?:,\s*\d+ bản sao)?)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`items` empty) or a list. `items`: pairs (depth 1 or 2, text)."""

    text: str = ""
    items: tuple[tuple[int, str], ...] = ()


def blocks(text: str) -> tuple[Block, ...]:
    """The text as paragraphs and lists, in order."""
    found: list[Block] = []
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        bullet = BULLET.match(line)
        if not bullet:
            found.append(Block(text=line))
            continue
        item = (2 if bullet[1] in "+o" else 1, line[bullet.end() :])
        if found and found[-1].items:
            found[-1] = Block(items=(*found[-1].items, item))
        else:
            found.append(Block(items=(item,)))
    return tuple(found)


def unglue(text: str) -> str:
    """A table that lost its cells, one row a line: "...bản saoVăn bản..." -> two lines.

    Counts ("1 bản chính") stay with the paper before them.
    """
    for heading in TABLE_HEADINGS:
        text = text.replace(heading, "\n", 1)
    text = text.lstrip("-")
    cut = "".join(("\n" if _seam(text, place) else "") + sign for place, sign in enumerate(text))
    return COUNT.sub(r" (\1)", cut).strip()


def _seam(text: str, place: int) -> bool:
    """True where one cell ended and the next began with nothing between them."""
    before, here, after = text[max(place - 2, 0) : place], text[place], text[place + 1 : place + 2]
    if len(before) < 2:
        return False
    if here.isupper() and after.islower():
        return before[-1].islower() or before[-1].isdigit() or before[-1] in ".;:,)"
    if here == "-":
        return (before[-1].isalpha() or before[-1] in ";.:,)") and after == " "
    return here.isdigit() and (_is_word(before) or before[-1] == ";")


def _is_word(text: str) -> bool:
    return text.isalpha() and text.islower()


def numbered_steps(steps: tuple[str, ...]) -> tuple[str, ...] | None:
    """The steps without "Bước 1:", "Bước 2:" where they are numbered 1, 2, 3 ...; else None."""
    found = [STEP.match(step) for step in steps]
    if [int(match[1]) if match else 0 for match in found] != list(range(1, len(steps) + 1)):
        return None
    return tuple(step[match.end() :] for step, match in zip(steps, found, strict=True) if match)
