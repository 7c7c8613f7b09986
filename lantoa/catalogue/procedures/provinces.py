"""Today's 34 provinces, and which of them a name of before 1 July 2025 has become.

The list is dated data with its source: Resolution 202/2025/QH15.
"""

import json
import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "provinces.json"

# Both placements of a tone are in use: "Thanh Hóa" and "Thanh Hoá".
_TONES = (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"))
_KIND = r"(?i:tỉnh|thành\s+phố|tp\s*\.?)\s*"
# A name alone is a province only where no street or smaller place bears it.
_SMALLER = "".join(
    f"(?<!(?i:{word} ))"
    for word in ("đường", "phố", "đại lộ", "quận", "phường", "xã", "thôn", "chủ tịch", "cộng sản")
)


def _modern(text: str) -> str:
    text = " ".join(text.split())
    for old, new in _TONES:
        text = text.replace(old, new).replace(old.upper(), new.upper())
    return text


@cache
def _by_name() -> dict[str, str]:
    """Every name, of today or before, as written and in capitals -> the province of today.

    Case matters: "Việt Nam định cư" names no province.
    """
    rows = json.loads(FILE.read_text("utf-8"))["provinces"]
    pairs = [(_modern(name), row["name"]) for row in rows for name in (row["name"], *row["former"])]
    return {variant: today for name, today in pairs for variant in (name, name.upper())}


@cache
def _folded() -> dict[str, str]:
    return {name.casefold(): today for name, today in _by_name().items()}


@cache
def _pattern(bare: bool) -> re.Pattern[str]:
    known = sorted(_by_name(), key=len, reverse=True)
    one = "|".join(re.escape(name) for name in known)
    before = rf"(?:{_KIND}|{_SMALLER}\b)" if bare else _KIND
    return re.compile(rf"{before}({one})\b(?! (?i:phủ))")


@cache
def names() -> tuple[str, ...]:
    """Names of the provinces of today in the order of their statistical codes."""
    return tuple(dict.fromkeys(_by_name().values()))


def of_name(text: str) -> str:
    """The province of today that `text` names ("Tỉnh Bình Định" -> "Gia Lai"); "" for none."""
    modern = _modern(text).casefold()
    return _folded().get(modern, "") or _folded().get(re.sub(f"^{_KIND}", "", modern), "")


def named_in(text: str, *, bare: bool = False) -> frozenset[str]:
    """Provinces of today that a text names, by "tỉnh ..." or "thành phố ...".

    With `bare` a name alone counts too, unless a street, a ward or a commune bears it (fit for
    names of agencies and addresses, not for running text).
    """
    return frozenset(_by_name()[found[1]] for found in _pattern(bare).finditer(_modern(text)))
