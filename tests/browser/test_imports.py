"""An import from upload to application, as an administrator sees it on a phone."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from lantoa.catalogue.importing import jobs
from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.procedures import queries as procedures
from lantoa.people.accounts.models import User
from lantoa.people.roles.models import Role

OpenPage = Callable[..., Page]
Check = Callable[[Page], None]
pytestmark = pytest.mark.browser
ROOT = "/ban-lam-viec/nap-thu-tuc/"
BIRTH = {"code": "1.001193", "name": "Đăng ký khai sinh", "level": ["Cấp Xã"], "result": "Giấy"}
NARROW = 320


@pytest.fixture
def desk(
    transactional_db: None, open_page: OpenPage, live_server: LiveServer, now: datetime
) -> OpenPage:
    """Open a page on which the administrator Lan is signed in."""
    client = Client()
    client.force_login(User.objects.create(username="lan", role=Role.ADMINISTRATOR, created_at=now))
    session = client.cookies[settings.SESSION_COOKIE_NAME]

    def opened(**how: object) -> Page:
        page = open_page(**how)
        cookie = {"name": session.key, "value": session.value, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return opened


def upload(page: Page, folder: Path, *records: dict) -> ImportRun:
    """Upload a file of records; the job that reads it is done at once."""
    path = folder / "tep.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    page.goto(f"{ROOT}tai-len/")
    page.get_by_label("Tệp thủ tục").set_input_files(path)
    page.get_by_role("button", name="Nạp và xem trước").click()
    run = ImportRun.objects.first()
    assert run is not None
    return run


def read(page: Page, run: ImportRun) -> None:
    jobs.read(run.pk)
    page.get_by_role("link", name="Xem lại ngay").click()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_file_is_uploaded_looked_at_and_applied(
    desk: OpenPage, tmp_path: Path, accessible: Check
) -> None:
    page = desk()
    run = upload(page, tmp_path, BIRTH, {"code": "1.2"})
    expect(page.get_by_text("Bạn có thể rời trang")).to_be_visible()
    accessible(page)
    read(page, run)
    page.get_by_role("link", name="1 không nhận").click()
    expect(page.get_by_role("table").get_by_text("Thiếu tên thủ tục")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Áp dụng vào danh mục").click()
    accessible(page)
    jobs.apply(run.pk, "lan")
    page.goto(ROOT)
    expect(page.get_by_text("Đã áp dụng", exact=True)).to_be_visible()
    assert procedures.counts().active == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_a_narrow_screen(
    desk: OpenPage, tmp_path: Path, accessible: Check, scheme: str
) -> None:
    page = desk(scheme=scheme, width=NARROW)
    page.goto(ROOT)
    accessible(page)
    first = upload(page, tmp_path, BIRTH)
    jobs.read(first.pk)
    jobs.apply(first.pk, "lan")
    changed = {**BIRTH, "result": "Giấy khai sinh"}
    run = upload(page, tmp_path, changed, {**BIRTH, "code": "1.2-Xoa"}, {"code": "1.3"})
    read(page, run)
    row = run.rows.get(outcome="changed")
    for address in ("", "dong/", f"dong/{row.pk}/", "dong/?outcome=withdrawn"):
        page.goto(f"{ROOT}{run.pk}/{address}")
        accessible(page)
        assert fits(page), address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_went_wrong_is_accessible(
    desk: OpenPage, tmp_path: Path, accessible: Check, scheme: str
) -> None:
    page = desk(scheme=scheme)
    page.goto(f"{ROOT}tai-len/")
    page.get_by_role("button", name="Nạp và xem trước").click()
    accessible(page)
    run = upload(page, tmp_path, "chỉ là chữ")
    ImportRun.objects.filter(pk=run.pk).update(status="failed", problem="not_utf8")
    page.goto(f"{ROOT}{run.pk}/")
    expect(page.get_by_text("không dùng bảng mã UTF-8")).to_be_visible()
    accessible(page)
