"""Vietnamese text: folding, tones, and the traces of typing (Telex).

A *folded* text has only a-z, 0-9 and single spaces, so that "Đăng ký khai sinh", "dang ky khai
sinh" and "ĐĂNG KÝ KHAI SINH" are one. SQLite FTS5 and PostgreSQL's trigrams leave đ alone; folding
happens here before anything else sees the text. A *toned* word keeps its marks in one canonical
spelling, so that "hoà" and "hòa" are one word and "hoa" another.
"""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_BARE = dict.fromkeys(range(0x0300, 0x0370)) | str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l"}
)
_CACHED_LENGTH = 100
_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_TELEX_PAIRS = (("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("dd", "đ"))
_TELEX_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS = "aăâeêioôơuưy"


def strip_marks(text: str) -> str:
    """The text in lower case without any mark: "Thường trú" -> "thuong tru". Other signs stay."""
    return unicodedata.normalize("NFD", text.lower()).translate(_BARE)


def fold(text: str) -> str:
    """The folded text: lower case, no marks, words of a-z and 0-9 parted by single spaces."""
    return _fold_short(text) if len(text) <= _CACHED_LENGTH else _fold(text)


def _fold(text: str) -> str:
    return _NOT_WORD.sub(" ", strip_marks(text)).strip()


_fold_short = lru_cache(maxsize=65536)(_fold)


def has_marks(text: str) -> bool:
    """True where the text has at least one Vietnamese mark or đ."""
    return strip_marks(text) != unicodedata.normalize("NFC", text.lower())


@lru_cache(maxsize=65536)
def toned(word: str) -> str:
    """One word in canonical spelling: "hoà" and "hòa" -> "hoa/f".

    Letters with their hats and horns, then the tone as a digit-like letter after a stroke, wherever
    it was typed.
    """
    letters, tone = [], ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in _TONES:
            tone = _TONES[sign]
        else:
            letters.append(sign)
    bare = unicodedata.normalize("NFC", "".join(letters))
    return f"{bare}/{tone}" if tone else bare


def from_telex(word: str) -> str:
    """What Telex keys left in a word would have made: "ddangw" -> "đăng", "giaays" -> "giấy".

    The same word comes back where it holds no Telex keys. Meant for words that are not Vietnamese
    as they stand; the caller checks that the outcome is one.
    """
    if not word.isascii() or not word.isalpha():
        return word
    text, tone = _take_tone(word.lower())
    for keys, letter in _TELEX_PAIRS:
        text = _join_pair(text, keys, letter)
    text = _join_horn(text)
    return _put_tone(text, tone)


def _take_tone(word: str) -> tuple[str, str]:
    """The word without its tone key, and the tone. The key stands after the vowel it marks."""
    for place in range(len(word) - 1, 0, -1):
        if word[place] in _TELEX_TONES and any(sign in _VOWELS for sign in word[:place]):
            rest = word[place + 1 :]
            if not any(sign in _VOWELS for sign in rest):
                return word[:place] + rest, _TELEX_TONES[word[place]]
    return word, ""


def _join_pair(text: str, keys: str, letter: str) -> str:
    """Join doubled keys, also when the second was typed at the word's end ("dang" + "d")."""
    if keys in text:
        return text.replace(keys, letter, 1)
    first, key = keys[0], keys[1]
    if len(text) > 2 and text.endswith(key) and first in text[:-1] and key != "o":
        return text[:-1].replace(first, letter, 1)
    return text


def _join_horn(text: str) -> str:
    """Apply the key w, wherever it was typed.

    "uow" -> "ươ", "aw" -> "ă", "ow" -> "ơ", "uw" -> "ư".
    """
    place = text.find("w")
    if place < 0:
        return text
    bare = text[:place] + text[place + 1 :]
    if "uo" in bare:
        return bare.replace("uo", "ươ", 1)
    for at in range(min(place, len(bare)) - 1, -1, -1):
        if bare[at] in _TELEX_HORNS:
            return bare[:at] + _TELEX_HORNS[bare[at]] + bare[at + 1 :]
    return text


def _put_tone(text: str, tone: str) -> str:
    """Put the tone on the vowel that carries marks already, else on the first."""
    if not tone:
        return text
    vowels = [at for at, sign in enumerate(text) if sign in _VOWELS]
    marked = [at for at in vowels if text[at] in "ăâêôơư"]
    if not vowels:
        return text
    at = marked[-1] if marked else vowels[0]
    return unicodedata.normalize("NFC", text[: at + 1] + tone + text[at + 1 :])
