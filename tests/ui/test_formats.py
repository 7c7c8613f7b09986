"""Numbers, money, dates and durations as people read them."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from lantoa.ui import formats

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [(1234.5, "1.234,5", "1,234.5"), (70000, "70.000", "70,000"), (2.0, "2", "2"), (0, "0", "0")],
)
def test_numbers_use_each_languages_signs(value: float, vietnamese: str, english: str):
    assert formats.number(value) == vietnamese
    with override("en"):
        assert formats.number(value) == english


def test_money_has_its_unit_and_never_breaks_from_it():
    assert formats.money(70000) == "70.000\u00a0đồng"
    with override("en"):
        assert formats.money(70000) == "70,000\u00a0VND"


def test_dates_are_written_as_people_write_them():
    assert formats.short_date(MONDAY) == "23/11/2026"
    assert formats.long_date(MONDAY) == "thứ Hai, 23/11/2026"
    with override("en"):
        assert formats.short_date(MONDAY) == "23 November 2026"
        assert formats.long_date(MONDAY) == "Monday, 23 November 2026"


def test_a_moment_is_read_in_vietnamese_time():
    assert formats.short_date(datetime(2026, 11, 22, 18, tzinfo=UTC)) == "23/11/2026"


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("hour", "2 giờ"),
        ("day", "2 ngày"),
        ("working_day", "2 ngày làm việc"),
        ("month", "2 tháng"),
        ("year", "2 năm"),
    ],
)
def test_durations_keep_days_and_working_days_apart(unit: str, told: str):
    assert formats.duration(2, unit) == told


def test_half_days_keep_their_half():
    assert formats.duration(1.5, "day") == "1,5 ngày"


@pytest.mark.parametrize(("value", "unit"), [(None, "day"), (0, "day"), (1, "other"), (1, "")])
def test_a_duration_that_cannot_be_read_is_not_published(value: float | None, unit: str):
    assert formats.duration(value, unit) == "cơ quan chưa công bố"
