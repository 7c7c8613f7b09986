"""What a file would do, line by line."""

from dataclasses import replace
from datetime import date

import pytest

from lantoa.catalogue.importing.lines import Line
from lantoa.catalogue.importing.normalise.record import record
from lantoa.catalogue.importing.proposal import Row, counts, problem_counts, propose, with_changes
from lantoa.catalogue.procedures.content import UNKNOWN_PROVINCE
from lantoa.catalogue.procedures.publication import Known

DAY = date(2026, 7, 18)


@pytest.fixture
def known(raw):
    """The catalogue holds the usual record, with some of its state changed."""

    def make(code: str = "1.001193", **state) -> dict[str, Known]:
        content = record(1, raw(code=code)).content
        usual = Known(content.digest, "active", "", "", content.name, DAY)
        return {code: replace(usual, **state)}

    return make


def rows(*raws: dict, known: dict[str, Known] | None = None, complete: bool = False) -> list[Row]:
    lines = [Line(number, raw=one) for number, one in enumerate(raws, 1)]
    return propose(lines, known or {}, complete=complete)


def one(*raws: dict, **more) -> Row:
    (row,) = rows(*raws, **more)
    return row


def codes(row: Row) -> list[str]:
    return [problem.code for problem in row.problems]


def test_a_code_nobody_knows_is_new(raw) -> None:
    row = one(raw())
    assert (row.line, row.code, row.outcome) == (1, "1.001193", "new")
    assert row.publication is not None
    assert row.publication.synced_at == DAY


def test_an_equal_content_is_unchanged_and_brings_nothing(raw, known) -> None:
    row = one(raw(), known=known())
    assert (row.outcome, row.publication, row.read_day) == ("unchanged", None, None)


@pytest.mark.parametrize(
    ("crawled", "news"), [("2026-09-01", date(2026, 9, 1)), ("2026-01-01", None), (None, None)]
)
def test_a_later_day_of_reading_is_news(raw, known, crawled, news) -> None:
    assert one(raw(crawled=crawled), known=known()).read_day == news


def test_a_content_that_differs_is_changed_and_says_where(raw, known) -> None:
    row = one(raw(result="Bản sao", agency="Sở Tư pháp"), known=known())
    current = {"1.001193": record(1, raw()).content}
    (told,) = with_changes([row], current)
    assert (told.outcome, told.changes) == ("changed", ("agency", "result"))


def test_parts_that_the_file_would_empty_are_a_problem(raw, known) -> None:
    row = one(raw(agency=""), known=known())
    (told,) = with_changes([row], {"1.001193": record(1, raw()).content})
    assert ("parts_emptied", "1") in told.problems


@pytest.mark.parametrize("status", ["withdrawn", "replaced"])
def test_a_status_that_differs_is_a_change(raw, known, status: str) -> None:
    row = one(raw(), known=known(status=status))
    assert (row.outcome, row.changes) == ("changed", ("status",))


def test_a_line_that_could_not_be_read_is_rejected_with_its_reason() -> None:
    (row,) = propose([Line(7, problem="broken_json", detail="x")], {}, complete=False)
    assert (row.line, row.outcome, row.problems) == (7, "rejected", (("broken_json", "x"),))


def test_a_record_without_name_is_rejected_and_keeps_its_code(raw) -> None:
    row = one(raw(name=""))
    assert (row.code, row.outcome, codes(row)) == ("1.001193", "rejected", ["name_missing"])


def test_the_second_of_two_alike_is_rejected_and_names_the_first(raw) -> None:
    first, second = rows(raw(), raw(name="Khác"))
    assert (first.outcome, second.outcome) == ("new", "rejected")
    assert second.problems == (("duplicate_code", "1"),)


def test_only_a_complete_file_withdraws_what_it_lacks(raw, known) -> None:
    missing = known("1.000009")
    assert [row.outcome for row in rows(raw(), known=missing)] == ["new"]
    last = rows(raw(), known=missing, complete=True)[-1]
    assert (last.line, last.code, last.outcome) == (0, "1.000009", "withdrawn")
    assert last.name == "Đăng ký khai sinh"


def test_what_is_withdrawn_already_is_not_withdrawn_again(raw, known) -> None:
    missing = known("1.000009", status="withdrawn")
    assert len(rows(raw(), known=missing, complete=True)) == 1


def test_a_rejected_line_does_not_withdraw_its_procedure(raw, known) -> None:
    assert one(raw(name=""), known=known(), complete=True).outcome == "rejected"


def test_a_successor_in_the_same_file_is_known(raw) -> None:
    first, _ = rows(raw(status="replaced", replaced_by="1.000002"), raw(code="1.000002"))
    assert first.publication is not None
    assert (first.publication.status, first.publication.replaced_by) == ("replaced", "1.000002")


@pytest.mark.parametrize("successor", ["", "9.999999", "1.001193"])
def test_an_unknown_successor_makes_it_withdrawn_and_is_told(raw, successor: str) -> None:
    row = one(raw(status="replaced", replaced_by=successor))
    assert row.publication is not None
    assert (row.publication.status, row.publication.replaced_by) == ("withdrawn", "")
    assert codes(row) == ["replaced_by_unknown"]


def test_a_stated_publisher_wins_over_the_decision(raw) -> None:
    row = one(raw(decision="1/QĐ-UBND", agency="Sở Y tế tỉnh Hà Tĩnh", publisher="Gia Lai"))
    assert row.publication is not None
    assert row.publication.content.publisher == "Gia Lai"


def test_a_local_one_of_no_known_province_is_told(raw) -> None:
    row = one(raw(decision="1/QĐ-UBND"))
    assert row.publication is not None
    assert row.publication.content.publisher == UNKNOWN_PROVINCE
    assert row.problems == (("publisher_unknown", "1/QĐ-UBND"),)


def test_outcomes_and_problems_are_counted(raw) -> None:
    found = rows(raw(), raw(), raw(code=""), raw(code="1.2", level=[]))
    assert counts(found) == {
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "rejected": 2,
        "withdrawn": 0,
    }
    assert problem_counts(found) == {
        "duplicate_code": 1,
        "code_missing": 1,
        "code_malformed": 1,
        "levels_missing": 1,
    }
