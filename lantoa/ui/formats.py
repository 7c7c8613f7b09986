"""Numbers, money, dates and durations as people read them, in Vietnamese and in English.

Vietnamese forms are those people write: 23/11/2026, thứ Hai, 70.000 đồng, 1.234,5. `ngày` and
`ngày làm việc` are different things in law and never run together.
"""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

Number = int | float | Decimal

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_english() -> bool:
    """True where the page is being written in English."""
    return (get_language() or "").startswith("en")


def unpublished() -> str:
    """What stands where the source says nothing: never a guess."""
    return gettext("cơ quan chưa công bố")


def number(value: Number) -> str:
    """1234.5 -> "1.234,5" ("1,234.5" in English), with at most two decimals."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    if in_english():
        return text
    return text.translate(str.maketrans(",.", ".,"))


def money(amount: Number) -> str:
    """An amount in đồng: 70000 -> "70.000 đồng" ("70,000 VND" in English)."""
    unit = "VND" if in_english() else "đồng"
    return f"{number(amount)}\u00a0{unit}"


def short_date(day: date | datetime) -> str:
    """ "23/11/2026" ("23 November 2026" in English); a moment is read in the portal's time zone."""
    local = _local(day)
    if in_english():
        return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"
    return f"{local:%d/%m/%Y}"


def long_date(day: date | datetime) -> str:
    """ "thứ Hai, 23/11/2026" ("Monday, 23 November 2026" in English)."""
    weekday = _local(day).weekday()
    name = _DAYS[weekday] if in_english() else _WEEKDAYS[weekday]
    return f"{name}, {short_date(day)}"


def duration(value: Number | None, unit: str) -> str:
    """A time limit: (5, "working_day") -> "5 ngày làm việc".

    Units: hour, day, working_day, month, year.

    Without a value, or with a unit the source does not name, the answer is `unpublished()`: a bare
    number would make people guess.
    """
    if not value or unit not in _DURATIONS:
        return unpublished()
    count = int(value) if value == int(value) else 2
    return _DURATIONS[unit](count) % {"number": number(value)}


_DURATIONS = {
    "hour": lambda n: ngettext("%(number)s giờ", "%(number)s giờ", n),
    "day": lambda n: ngettext("%(number)s ngày", "%(number)s ngày", n),
    "working_day": lambda n: ngettext("%(number)s ngày làm việc", "%(number)s ngày làm việc", n),
    "month": lambda n: ngettext("%(number)s tháng", "%(number)s tháng", n),
    "year": lambda n: ngettext("%(number)s năm", "%(number)s năm", n),
}


def _local(day: date | datetime) -> date:
    if isinstance(day, datetime):
        return timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return day
