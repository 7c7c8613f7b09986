"""Folding of Vietnamese text: case, marks, đ, and the ways people type.

A *folded* text has only a-z, 0-9 and single spaces, so that "Đăng ký khai sinh", "dang ky khai sinh" and
"ĐĂNG KÝ KHAI SINH" are one. SQLite FTS5 and PostgreSQL's trigrams leave đ alone; folding happens here
before anything else sees the text.
"""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SPECIAL = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l"})


def strip_marks(text: str) -> str:
    """The text in lower case without any mark: "Thường trú" -> "thuong tru". Other signs stay."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return bare.translate(_SPECIAL)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The folded text: lower case, no marks, words of a-z and 0-9 parted by single spaces."""
    return _NOT_WORD.sub(" ", strip_marks(text)).strip()


def has_marks(text: str) -> bool:
    """True where the text has at least one Vietnamese mark or đ."""
    return strip_marks(text) != unicodedata.normalize("NFC", text.lower())
