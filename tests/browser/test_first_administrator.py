"""The first administrator, from the one-time password to the first word of the lexicon.

docs/journeys/first-administrator.md walks the same way through the code.
"""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from lantoa.catalogue.procedures.actions import publish
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.publication import Publication
from lantoa.people.accounts.actions import create_first_administrator

OpenPage = Callable[..., Page]
pytestmark = pytest.mark.browser
OWN = "mưa rào trên phố huyện"


@pytest.fixture
def one_time(transactional_db: None, now: datetime) -> str:
    """A new installation with one procedure; the password it printed."""
    birth = Content(code="1.001193", name="Đăng ký khai sinh")
    publish(publications=[Publication(birth)], by="system", now=now)
    password = create_first_administrator(now=now)
    assert password is not None
    return password


def sign_in(page: Page, password: str) -> None:
    page.goto("/ban-lam-viec/")
    page.get_by_label("Tên đăng nhập").fill("quantri")
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def set_own_password(page: Page, one_time: str) -> None:
    page.get_by_label("Mật khẩu một lần bạn vừa dùng").fill(one_time)
    page.get_by_label("Mật khẩu mới", exact=True).fill(OWN)
    page.get_by_label("Gõ lại mật khẩu mới").fill(OWN)
    page.get_by_role("button", name="Đổi mật khẩu").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_one_time_password_to_a_new_word(
    javascript: bool, one_time: str, open_page: OpenPage
):
    page = open_page(javascript=javascript)
    sign_in(page, one_time)
    page.goto("/ban-lam-viec/tu-dien/")  # no way round
    set_own_password(page, one_time)
    expect(page.get_by_role("heading", name="Hôm nay")).to_be_visible()
    page.get_by_role("link", name="Từ điển", exact=True).click()
    page.get_by_role("link", name="Thêm từ").click()
    page.get_by_label("Từ người dân hay gõ").fill("giấy bà mụ")
    page.get_by_label("Cách gọi trong tên thủ tục").fill("đăng ký khai sinh")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("status")).to_contain_text("Đã lưu.")
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("status")).to_contain_text("Bạn đã đăng xuất.")


def test_the_one_time_password_is_good_for_once(one_time: str, page: Page):
    sign_in(page, one_time)
    set_own_password(page, one_time)
    page.get_by_role("button", name="Đăng xuất").click()
    sign_in(page, one_time)
    expect(page.get_by_role("alert")).to_contain_text("chưa đúng")
