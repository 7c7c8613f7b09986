"""The editors' own entries lie over the product's file."""

from datetime import datetime
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.catalogue.lexicon.models import LexiconEntry
from lantoa.catalogue.lexicon.queries import (
    Origin,
    Term,
    digest,
    entries,
    line,
    lines,
    narrowed,
    shipped_term,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


@pytest.fixture
def own(now: datetime):
    """Writes an own row: own("sổ đỏ", "so do", "...")."""

    def write(term: str, folded: str, official: str, *, active: bool = True) -> LexiconEntry:
        return LexiconEntry.objects.create(
            term=term,
            folded=folded,
            official=official,
            active=active,
            changed_by="an",
            changed_at=now,
        )

    return write


def terms() -> list[str]:
    return [term.term for term in entries()]


def test_the_file_alone_is_read_in_its_order() -> None:
    assert terms() == ["sổ đỏ", "làm lại bằng lái", "hộ khẩu", "giấy hồng"]
    assert entries()[0] == Term(
        "sổ đỏ",
        ("cấp giấy chứng nhận quyền sử dụng đất", "đăng ký đất đai"),
        "colloquial",
        "all",
    )


def test_own_terms_come_after_it(own) -> None:
    own("giấy bà đỡ", "giay ba do", "đăng ký khai sinh")
    assert terms()[-1] == "giấy bà đỡ"
    assert line("giay ba do").origin is Origin.OWN


def test_an_own_entry_takes_the_place_of_the_files(own) -> None:
    own("sổ đỏ", "so do", "đăng ký biến động đất đai")
    assert len(entries()) == 4
    assert entries()[0].officials == ("đăng ký biến động đất đai",)
    assert line("so do").origin is Origin.CHANGED


def test_an_inactive_entry_switches_a_shipped_term_off(own) -> None:
    own("sổ đỏ", "so do", "", active=False)
    assert "sổ đỏ" not in terms()
    assert not line("so do").active


def test_a_term_that_nobody_wrote_has_no_line() -> None:
    assert line("khong co") is None
    assert shipped_term("khong co") is None


def test_entries_and_digest_take_one_query_each(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(2):
        entries()
        digest()


def test_the_digest_stays_while_nothing_changes(own) -> None:
    own("giấy bà đỡ", "giay ba do", "đăng ký khai sinh")
    assert digest() == digest()


@pytest.mark.parametrize(
    ("field", "value"),
    [("official", "x"), ("region", "south"), ("kind", "regional"), ("active", False)],
)
def test_the_digest_changes_with_a_row(own, field: str, value: object) -> None:
    row = own("giấy bà đỡ", "giay ba do", "đăng ký khai sinh")
    before = digest()
    setattr(row, field, value)
    row.save()
    assert digest() != before


def test_the_digest_changes_with_the_file(tmp_path: Path, monkeypatch) -> None:
    before = digest()
    other = tmp_path / "other.csv"
    other.write_text("term,official,kind,region\na,b,colloquial,all\n", encoding="utf-8")
    monkeypatch.setattr("lantoa.catalogue.lexicon.shipped.FILE", other)
    assert digest() != before


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "SO DO"}, ["sổ đỏ"]),
        ({"text": "Sổ"}, ["sổ đỏ"]),
        ({"text": "dat dai"}, ["sổ đỏ", "giấy hồng"]),
        ({"kind": "oldname"}, ["hộ khẩu"]),
        ({"region": "south"}, ["giấy hồng"]),
        ({"text": "đất", "region": "south"}, ["giấy hồng"]),
        ({"own": True}, []),
        ({"text": "không có"}, []),
    ],
)
def test_the_list_can_be_narrowed(asked: dict, found: list[str]) -> None:
    assert [each.term.term for each in narrowed(lines(), **asked)] == found


def test_narrowed_to_own_shows_what_editors_touched(own) -> None:
    own("sổ đỏ", "so do", "", active=False)
    own("giấy bà đỡ", "giay ba do", "đăng ký khai sinh")
    assert [each.folded for each in narrowed(lines(), own=True)] == ["so do", "giay ba do"]


def test_a_line_says_its_key_kind_and_region_in_words() -> None:
    each = line("giay hong")
    assert (each.key, each.kind_label, each.region_label) == (
        "giay-hong",
        "Từ địa phương",
        "Miền Nam",
    )
