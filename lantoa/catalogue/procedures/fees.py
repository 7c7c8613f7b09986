"""What a procedure costs, said so that nobody takes silence for "free".

The portal writes 0 into a field nobody filled in. So 0 without a note is "not published"; 0 with a
note is what the note says; and a note that is only a unit ("/hồ sơ") says nothing by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.catalogue.procedures.content import Content, Fee
from lantoa.ui.formats import money, number, unpublished

UNIT_ONLY = re.compile(r"\W*(?:đồng|vnđ|đ)?\s*/\s*[^\W\d_]+(?:\s[^\W\d_]+){0,2}\W*", re.IGNORECASE)
SHORT_NOTE = 90


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee as shown: `amount` ("70.000 đồng/hồ sơ" or "") and `note` in the source's words."""

    amount: str
    note: str

    @property
    def is_long(self) -> bool:
        """True where the note is better folded away."""
        return len(self.note) > SHORT_NOTE * 2


def fee_lines(fees: Iterable[Fee]) -> tuple[FeeLine, ...]:
    """The fees worth showing, each once; none of them: not published."""
    lines = (_line(fee) for fee in fees)
    return tuple(dict.fromkeys(line for line in lines if line.amount or line.note))


def _line(fee: Fee) -> FeeLine:
    note = fee.note.strip()
    unit = note if UNIT_ONLY.fullmatch(note) else ""
    if not fee.amount:
        return FeeLine("", "" if unit else note)
    return FeeLine(money(fee.amount) + _per(unit), "" if unit else note)


def _per(unit: str) -> str:
    return "/" + unit.partition("/")[2].strip(" .;,()") if unit else ""


def fee_summary(content: Content) -> str:
    """One line for the card: an amount, a span of amounts, a short note, or where to look."""
    fees = [fee for method in content.methods for fee in method.fees]
    amounts = sorted({fee.amount for fee in fees if fee.amount})
    lines = fee_lines(fees)
    if amounts:
        return _amounts(amounts, told_more=len(lines) > 1 or any(line.note for line in lines))
    if len(lines) == 1 and len(lines[0].note) <= SHORT_NOTE:
        return lines[0].note
    if lines:
        return _("có quy định riêng, xem phần lệ phí")
    return _raw_or_unpublished(content)


def _amounts(amounts: list[float], *, told_more: bool) -> str:
    if len(amounts) > 1:
        span = {"low": number(amounts[0]), "high": money(amounts[-1])}
        return _("từ %(low)s đến %(high)s, tùy trường hợp") % span
    if told_more:
        return _("%(amount)s, xem thêm phần lệ phí") % {"amount": money(amounts[0])}
    return money(amounts[0])


def _raw_or_unpublished(content: Content) -> str:
    if content.methods_text:
        return _("xem phần cách nộp")
    return unpublished()
