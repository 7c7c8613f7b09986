"""What makes a lexicon entry fit to be used. Pure; the form and the CSV import share it.

Each rule returns "" or a message for the editor.
"""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from lantoa.catalogue.lexicon.shipped import BETWEEN
from lantoa.core.text.vietnamese import fold

# "đo", "ma", "bà": so short a term fires inside questions that have nothing to do with it.
SHORTEST = 3
FORMULA = "=+-@"  # what begins with these is a formula to a spreadsheet
MOST_WORDS = 6
MOST_PHRASES = 5
LONGEST_TERM = 100
LONGEST_OFFICIAL = 1000


def squeezed(text: str) -> str:
    """The text with single spaces between words."""
    return " ".join(text.split())


def term_problem(term: str) -> str:
    """Why a term cannot stand in the lexicon."""
    folded = fold(term)
    return _first(
        (not term[:1].isalnum(), _("Từ phải bắt đầu bằng chữ cái hoặc chữ số.")),
        (not term.isprintable(), _("Từ có ký tự không nhìn thấy được. Hãy xóa đi rồi gõ lại.")),
        (
            len(folded.replace(" ", "")) < SHORTEST,
            _("Từ ngắn quá: gõ không dấu sẽ lẫn với nhiều từ khác. Cần ít nhất 3 chữ cái."),
        ),
        (
            len(folded.split()) > MOST_WORDS,
            _("Từ dài quá 6 tiếng. Chỉ giữ phần người dân hay gõ giống nhau."),
        ),
        (len(term) > LONGEST_TERM, _("Từ dài quá 100 ký tự.")),
    )


def official_problem(phrases: Collection[str]) -> str:
    """Why these phrases cannot stand for a term."""
    sound = all(phrase[0] not in FORMULA and phrase.isprintable() for phrase in phrases)
    return _first(
        (not phrases, _("Hãy ghi ít nhất một cách gọi dùng trong tên thủ tục.")),
        (len(phrases) > MOST_PHRASES, _("Nhiều nhất 5 cách gọi. Giữ những cách hay gặp nhất.")),
        (
            len(BETWEEN.join(phrases)) > LONGEST_OFFICIAL,
            _("Các cách gọi cộng lại dài quá 1.000 ký tự."),
        ),
        (not sound, _("Mỗi cách gọi phải bắt đầu bằng chữ cái, chữ số hoặc dấu ngoặc.")),
    )


def _first(*checks: tuple[bool, str]) -> str:
    """The message of the first check that found something."""
    return next((message for found, message in checks if found), "")


def strange(phrases: Iterable[str], names: Iterable[str]) -> list[str]:
    """Those phrases that stand in none of `names`, marks and case apart."""
    folded_names = [fold(name) for name in names]
    return [phrase for phrase in phrases if not any(fold(phrase) in name for name in folded_names)]
