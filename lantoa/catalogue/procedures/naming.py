"""How a procedure's name is shown: some sources write names in capitals from end to end."""

import re
from functools import lru_cache
from typing import Final

from lantoa.catalogue.procedures import provinces
from lantoa.core.text.vietnamese import strip_marks

# From this share of capitals on a name is taken to be shouted; "Cấp GCN QSDĐ" is not.
SHOUTED: Final = 0.6
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# "phụ lục vi" is the sixth, "phạm vi" is not.
_NUMBERED = re.compile(r"\b(phụ lục|chương|mục|phần|hạng|loại|nhóm|quý|khóa) ([ivx]+)\b")
_ARTICLE = re.compile(r"\bđiều (?=\d)")
# One Vietnamese syllable without its marks. What is none, all in capitals, is an abbreviation:
# UBND.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?"
    r"(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oao|oay|oe|oeo|oi|oo|ua|uai|uay|uau|ue|ui|uo"
    r"|uoi|uou|uu|uy|uya|uye|uyu|ye|yeu)"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_PROPER: Final = (
    "Việt Nam",
    "Nhà nước",
    "Quốc hội",
    "Chính phủ",
    "Thủ tướng",
    "Chủ tịch nước",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Tòa án nhân dân",
    "Bộ Công an",
    "Bộ Quốc phòng",
    "Bộ Ngoại giao",
    "Bộ Tư pháp",
    "Bộ Tài chính",
    "Bộ Xây dựng",
    "Bộ Y tế",
    "Bộ Nội vụ",
    "Bà mẹ Việt Nam anh hùng",
    "Luật Tín ngưỡng, tôn giáo",
    "Đảng",
    "Campuchia",
    "Trung Quốc",
    "Hoa Kỳ",
    "Nhật Bản",
    "Hàn Quốc",
)


@lru_cache(maxsize=16384)
def display_name(name: str) -> str:
    """The name to show: a shouted one as a sentence, abbreviations and proper names kept; no full
    stop.

    The source's own spelling stays in `Content.name`.
    """
    letters = [sign for sign in name if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    if not letters or capitals / len(letters) < SHOUTED:
        return name.rstrip(" .") or name
    lowered = _WORD.sub(lambda found: _word(found[0]), name)
    lowered = _ARTICLE.sub("Điều ", _NUMBERED.sub(_roman, lowered))
    for proper in (*_PROPER, *provinces.names()):
        lowered = re.sub(rf"\b{re.escape(proper.lower())}\b", proper, lowered)
    return _capitalised(lowered.rstrip(" ."))


def _roman(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2].upper()}"


def _word(word: str) -> str:
    """A word in small letters, unless it is an abbreviation or carries digits."""
    digits = any(sign.isdigit() for sign in word)
    abbreviates = digits or not all(map(_is_syllable, word.split("-")))
    return word if word.isupper() and abbreviates else word.lower()


def _is_syllable(part: str) -> bool:
    return len(part) == 1 or bool(_SYLLABLE.fullmatch(strip_marks(part)))


def _capitalised(text: str) -> str:
    """The first letter a capital, also behind a number or a sign ("1. thủ tục" -> "1. Thủ tục")."""
    place = next((at for at, sign in enumerate(text) if sign.isalpha()), 0)
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]
