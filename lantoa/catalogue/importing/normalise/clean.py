"""Text of the source without what editors and web pages leave behind."""

import html
import re
import unicodedata
from functools import lru_cache
from typing import Any

# Block elements end a line; other elements of HTML vanish. "<5 năm" is no element.
_BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|tr|table|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|font|td|th|tbody|thead|sup|sub|img|o:p)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_NOTHING = {
    "",
    "-",
    "--",
    "|",
    ".",
    "null",
    "none",
    "không có thông tin",
    "không có thông tin căn cứ pháp lý",
}
LONGEST_NOTHING = 40
LONGEST_KEPT = 300
MOST = 1e12


def clean(value: Any) -> str:
    """Text line by line: one space between words, no empty lines, no marks nobody sees.

    "Không có thông tin" and the like are nothing. What is no text (a list, a number) is nothing
    too.
    """
    if not isinstance(value, str):
        return ""
    return _cleaned(value) if len(value) > LONGEST_KEPT else _kept(value)


def _cleaned(text: str) -> str:
    lines = [" ".join(line.split()) for line in _visible(text).split("\n")]
    joined = "\n".join(filter(None, lines))
    return "" if _says_nothing(joined) else joined


# Agencies, laws and notes repeat by the hundred in one file.
_kept = lru_cache(maxsize=4096)(_cleaned)


def _says_nothing(text: str) -> bool:
    return len(text) <= LONGEST_NOTHING and text.lower().strip(" .") in _NOTHING


def line(value: Any) -> str:
    """Text on one line."""
    return clean(value).replace("\n", " ")


def _visible(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if not text.isprintable() and not text.replace("\n", "").isprintable():
        text = text.replace("\r\n", "\n").translate(_SIGNS)
    return unicodedata.normalize("NFC", text)


class _Signs(dict[int, str]):
    """What a sign becomes: a space for every kind of space, nothing where it has no width."""

    def __missing__(self, point: int) -> str:
        sign = chr(point)
        self[point] = sign if sign.isprintable() else " " if sign.isspace() else ""
        return self[point]


_SIGNS = _Signs({ord(sign): "\n" for sign in "\n\r\v\f\u2028\u2029"})


def lines(value: Any) -> tuple[str, ...]:
    """Items of a list (or of text parted by ";" or new lines), each on one line, each once."""
    if isinstance(value, str):
        value = re.split(r"[;\n]", value)
    if not isinstance(value, list):
        return ()
    parts = (part for item in value if isinstance(item, str) for part in item.split(";"))
    return tuple(dict.fromkeys(filter(None, map(line, parts))))


def integer(value: Any) -> int | None:
    """A whole number from 0 to 9999; None for anything else."""
    number = decimal(value)
    return int(number) if number is not None and number.is_integer() and number < 10_000 else None


def decimal(value: Any) -> float | None:
    """A number >= 0 with two decimals, also as Vietnamese write it ("70.000", "2,5"); else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return round(float(value), 2) if 0 <= value < MOST else None
    text = line(value).replace(" ", "")
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    if re.fullmatch(r"\d{1,12}([.,]\d{1,12})?", text):
        return round(float(text.replace(",", ".")), 2)
    return None
