"""Every staff page: accessible in light and dark, in its states, fit for a narrow screen."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from lantoa.catalogue.lexicon.actions import save_entries, switch_off
from lantoa.catalogue.lexicon.queries import Term
from lantoa.people.accounts.models import User
from lantoa.people.roles.models import Role

OpenPage = Callable[..., Page]
pytestmark = pytest.mark.browser
LEXICON = "/ban-lam-viec/tu-dien/"
PAGES = (
    "/ban-lam-viec/",
    "/en/ban-lam-viec/",
    "/doi-mat-khau/",
    LEXICON,
    f"{LEXICON}?q=khong+co+tu+nao",
    f"{LEXICON}?own=on",
    f"{LEXICON}them/",
    f"{LEXICON}nap/",
    f"{LEXICON}tu/so-do/",
    f"{LEXICON}tu/giay-ba-mu/",
)


@pytest.fixture
def lan(transactional_db: None, now: datetime) -> User:
    """An administrator on whose desk something happened."""
    lan = User(username="lan", full_name="Lê Thị Lan", role=Role.ADMINISTRATOR, created_at=now)
    lan.set_unusable_password()
    lan.save()
    own = Term("giấy bà mụ", ("đăng ký khai sinh",), "regional", "central")
    save_entries(by="lan", terms=[own], now=now)
    switch_off(by="lan", folded="so do", now=now)
    return lan


@pytest.fixture
def desk(lan: User, open_page: OpenPage, live_server: LiveServer) -> OpenPage:
    """Open a page on which Lan is signed in."""
    client = Client()
    client.force_login(lan)
    session = client.cookies[settings.SESSION_COOKIE_NAME]

    def opened(**how: object) -> Page:
        page = open_page(**how)
        page.context.add_cookies(
            [{"name": session.key, "value": session.value, "url": live_server.url}]
        )
        return page

    return opened


def send(page: Page, address: str, button: str) -> None:
    page.goto(address)
    page.get_by_role("button", name=button).click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(scheme: str, desk: OpenPage, accessible: Callable[[Page], None]):
    page = desk(scheme=scheme)
    for address in PAGES:
        page.goto(address)
        accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_that_say_what_is_wrong_are_accessible(
    scheme: str, desk: OpenPage, accessible: Callable[[Page], None]
):
    page = desk(scheme=scheme)
    for address, button in [
        (f"{LEXICON}them/", "Lưu"),
        (f"{LEXICON}nap/", "Xem trước"),
        ("/doi-mat-khau/", "Đổi mật khẩu"),
    ]:
        send(page, address, button)
        accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signing_in_and_being_locked_out_is_accessible(
    scheme: str, transactional_db: None, open_page: OpenPage, accessible: Callable[[Page], None]
):
    page = open_page(scheme=scheme)
    page.goto("/dang-nhap/")
    accessible(page)
    for _attempt in range(6):
        page.get_by_label("Tên đăng nhập").fill("ai")
        page.get_by_label("Mật khẩu").fill("sai")
        page.get_by_role("button", name="Đăng nhập").click()
    assert "phút" in page.get_by_role("main").inner_text()
    accessible(page)


def test_a_file_is_previewed_accessibly(desk: OpenPage, accessible: Callable[[Page], None]):
    page = desk()
    page.goto(f"{LEXICON}nap/")
    text = "term,official\ngiấy tờ con,đăng ký khai sinh\nbà,x\n".encode()
    page.set_input_files(
        "input[type=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": text}
    )
    page.get_by_role("button", name="Xem trước").click()
    assert "Không nhận" in page.get_by_role("main").inner_text()
    accessible(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_its_screen(width: int, desk: OpenPage):
    page = desk(width=width)
    for address in PAGES:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, address
