"""Every change of the lexicon is told of, can be taken back, and has the index built anew."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from lantoa.catalogue.lexicon import actions
from lantoa.catalogue.lexicon.errors import UnknownTerm
from lantoa.catalogue.lexicon.models import LexiconEntry
from lantoa.catalogue.lexicon.queries import Origin, Term, entries, line, shipped_term
from lantoa.core.audit.models import AuditRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]
BIRTH = Term("giấy bà đỡ", ("đăng ký khai sinh",), "regional", "central")


def save(now: datetime, *terms: Term) -> None:
    actions.save_entries(by="an", terms=terms or [BIRTH], now=now)


def told() -> list[tuple[str, str]]:
    rows = AuditRow.objects.order_by("id")
    return [(row.action.rpartition(".")[2], row.subject) for row in rows]


def test_a_saved_entry_is_in_use(now: datetime) -> None:
    save(now)
    assert entries()[-1] == BIRTH
    assert told() == [("save", "term giay ba do")]


def test_saving_again_changes_the_same_entry(now: datetime) -> None:
    save(now)
    save(now, Term("Giấy bà đỡ", ("đăng ký thường trú",), "colloquial", "all"))
    row = LexiconEntry.objects.get()
    assert (row.official, row.kind, row.changed_by) == ("đăng ký thường trú", "colloquial", "an")


def test_the_audit_row_holds_before_and_after(now: datetime) -> None:
    save(now)
    save(now, Term(BIRTH.term, ("đăng ký thường trú",), "regional", "central"))
    details = AuditRow.objects.order_by("-id")[0].details
    assert details["before"]["official"] == "đăng ký khai sinh"
    assert details["after"]["official"] == "đăng ký thường trú"


def test_a_shipped_term_can_be_switched_off_and_on_again(now: datetime) -> None:
    actions.switch_off(by="an", folded="so do", now=now)
    assert "sổ đỏ" not in [term.term for term in entries()]
    actions.switch_on(by="an", folded="so do", now=now)
    assert line("so do").term == shipped_term("so do")
    assert line("so do").origin is Origin.SHIPPED


def test_an_own_term_can_be_switched_off_and_on_again(now: datetime) -> None:
    save(now)
    actions.switch_off(by="an", folded="giay ba do", now=now)
    assert BIRTH not in entries()
    actions.switch_on(by="an", folded="giay ba do", now=now)
    assert BIRTH in entries()


def test_removing_a_changed_term_brings_the_shipped_one_back(now: datetime) -> None:
    save(now, Term("Sổ Đỏ", ("đăng ký biến động",), "colloquial", "all"))
    actions.remove_own(by="an", folded="so do", now=now)
    assert line("so do").origin is Origin.SHIPPED
    assert told()[-1] == ("remove", "term so do")


def test_an_own_term_that_is_removed_is_gone(now: datetime) -> None:
    save(now)
    actions.remove_own(by="an", folded="giay ba do", now=now)
    assert line("giay ba do") is None


@pytest.mark.parametrize("act", [actions.switch_off, actions.switch_on, actions.remove_own])
def test_nothing_can_be_done_to_a_term_that_is_not_there(act, now: datetime) -> None:
    with pytest.raises(UnknownTerm, match="Từ điển không có từ này"):
        act(by="an", folded="khong co", now=now)
    assert told() == []


def test_a_shipped_term_has_no_own_entry_to_remove(now: datetime) -> None:
    with pytest.raises(UnknownTerm):
        actions.remove_own(by="an", folded="so do", now=now)


@pytest.mark.parametrize(
    "change",
    [
        lambda now: save(now, BIRTH, Term("giấy nợ", ("đăng ký",), "colloquial", "all")),
        lambda now: actions.switch_off(by="an", folded="so do", now=now),
    ],
)
def test_each_change_has_the_index_built_anew_once(
    change,
    now: datetime,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as after_commit:
        change(now)
    assert [call.args for call in after_commit] == [("catalogue.search.rebuild", {})]


def test_many_are_saved_together_or_not_at_all(now: datetime) -> None:
    unfit = Term("từ lạ", ("đăng ký",), "no such kind", "all")
    with pytest.raises(IntegrityError), transaction.atomic():
        save(now, BIRTH, unfit)
    assert not LexiconEntry.objects.exists()
    assert told() == []
