"""The page staff start from."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.search.queries import IndexState
from lantoa.core.audit.actions import record
from lantoa.people.accounts.models import User
from lantoa.people.roles.models import Role

pytestmark = pytest.mark.django_db
HERE = "/ban-lam-viec/"


@pytest.fixture(autouse=True)
def no_index(tmp_path: Path, settings: Settings) -> None:
    """An installation whose index is not built yet."""
    settings.INDEX_DIR = tmp_path


@pytest.fixture
def desk_of(client: Client, now: datetime) -> Callable[[Role], str]:
    """The start page as somebody of a role sees it: desk_of(Role.EDITOR)."""

    def page(role: Role) -> str:
        user = User.objects.create(username=role.value, role=role, created_at=now)
        client.force_login(user)
        return client.get(HERE).content.decode()

    return page


def indexed(monkeypatch: pytest.MonkeyPatch, *, stale: bool) -> None:
    built = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
    state = IndexState(built, 5757, stale)
    monkeypatch.setattr("lantoa.portal.desk.queries.index_state", lambda: state)


def an_import(now: datetime, status: str, name: str = "thu-tuc.xlsx") -> ImportRun:
    return ImportRun.objects.create(
        file_name=name,
        file_path="x",
        file_digest="x",
        status=status,
        uploaded_by="lan",
        created_at=now,
    )


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(HERE)["Location"] == f"/dang-nhap/?next={HERE}"


def test_a_quiet_day_says_so(desk_of, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(monkeypatch, stale=False)
    page = desk_of(Role.ADMINISTRATOR)
    assert "Không có việc nào đang chờ." in page
    assert "Tra cứu đã cập nhật" in page
    assert "5.757 mục" in page


def test_an_import_that_waits_is_a_door(desk_of, now: datetime) -> None:
    run = an_import(now, "proposed")
    page = desk_of(Role.ADMINISTRATOR)
    assert "Tệp thu-tuc.xlsx đã đọc xong, chờ bạn xem rồi áp dụng" in page
    assert f"/{run.pk}/" in page


@pytest.mark.parametrize("status", ["discarded", "failed"])
def test_an_import_that_is_over_does_not_wait(desk_of, now: datetime, status: str) -> None:
    an_import(now, status)
    assert "thu-tuc.xlsx" not in desk_of(Role.ADMINISTRATOR)


def test_an_editor_sees_no_imports(desk_of, now: datetime) -> None:
    an_import(now, "proposed")
    page = desk_of(Role.EDITOR)
    assert "thu-tuc.xlsx" not in page
    assert "Nạp thủ tục" not in page


def test_a_missing_index_is_said(desk_of) -> None:
    assert "Chưa có chỉ mục tra cứu" in desk_of(Role.EDITOR)


def test_an_index_that_is_behind_is_said(desk_of, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(monkeypatch, stale=True)
    assert "Tra cứu đang cập nhật" in desk_of(Role.EDITOR)


def test_figures_are_doors(desk_of) -> None:
    page = desk_of(Role.EDITOR)
    assert '<a href="/tim-kiem/">0 thủ tục</a>' in page
    assert '<a href="/ban-lam-viec/tu-dien/">' in page


def test_the_last_five_acts_are_told_newest_first(desk_of, now: datetime) -> None:
    for n in range(6):
        later = now + timedelta(minutes=n)
        record(actor="an", action="catalogue.lexicon.save", subject=f"term tu {n}", now=later)
    page = desk_of(Role.EDITOR)
    assert page.count("trong từ điển<br>") == 5
    assert page.index("tu 5") < page.index("tu 1")
    assert "tu 0" not in page


def test_names_from_the_log_are_escaped(desk_of, now: datetime) -> None:
    record(
        actor="an",
        action="catalogue.importing.receive",
        subject="import 1",
        now=now,
        details={"file": "<b>x</b>"},
    )
    assert "&lt;b&gt;x&lt;/b&gt;" in desk_of(Role.EDITOR)


def test_the_start_page_takes_seven_queries(
    client: Client, desk_of, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk_of(Role.ADMINISTRATOR)
    for n in range(9):
        an_import(now, "proposed", f"{n}.xlsx")
        record(actor="an", action="catalogue.lexicon.save", subject=f"term {n}", now=now)
    with django_assert_num_queries(7):  # session, user, lexicon, imports, procedures twice, acts
        client.get(HERE)
