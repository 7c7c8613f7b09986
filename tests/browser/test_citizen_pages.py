"""Every citizens' page: accessible in light and dark, light to load, fit for a narrow screen."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, Request

from lantoa.catalogue.procedures.actions import publish
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.publication import Publication

OpenPage = Callable[..., Page]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("catalogue")]

MOST_BYTES = 60_000
PAGES = (
    "/",
    "/en/",
    "/ui/",
    "/su-kien/sinh-con/",
    "/tim-kiem/",
    "/tim-kiem/?q=dang+ky+khai+sinh",
    "/tim-kiem/?q=khai+sinh&online=on",
    "/tim-kiem/?q=mua+iphone+cu+o+dau+re",
    "/en/tim-kiem/?q=khai+sinh",
    "/thu-tuc/1.001193/",
    "/en/thu-tuc/1.001193/",
    "/thu-tuc/1.001193/thay-doi/",
    "/thu-tuc/1.001193/phien-ban/1/",
    "/thu-tuc/1.002755/",
    "/khong-co-trang-nay/",
)


@pytest.fixture
def changed(catalogue: None, now: datetime) -> None:
    """A procedure with a second version, and one that was replaced by it."""
    content = Content(code="1.001193", name="Đăng ký khai sinh", steps=("Nộp tờ khai.",))
    old = Content(code="1.002755", name="Gia hạn tạm trú")
    publish(
        publications=[Publication(content), Publication(old, None, "replaced", "1.001193")],
        by="test",
        now=now,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(
    scheme: str, changed: None, open_page: OpenPage, accessible: Callable[[Page], None]
):
    page = open_page(scheme=scheme)
    for address in PAGES:
        page.goto(address)
        accessible(page)


@pytest.mark.parametrize(("width", "zoom"), [(320, 100), (320, 200), (1280, 100)])
def test_no_page_is_wider_than_its_screen(
    width: int, zoom: int, changed: None, open_page: OpenPage
):
    page = open_page(width=width)
    for address in PAGES:
        page.goto(address)
        page.evaluate(f"document.documentElement.style.fontSize = '{zoom * 1.0625}%'")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, address


def test_the_first_load_of_every_page_is_light(changed: None, open_page: OpenPage):
    for address in PAGES:
        page, finished = open_page(), list[Request]()
        page.on("requestfinished", lambda request, kept=finished: kept.append(request))
        page.goto(address, wait_until="networkidle")
        assert sum(map(weight, finished)) <= MOST_BYTES, address
        page.context.close()


def weight(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def test_everything_to_tap_is_large_enough(changed: None, page: Page):
    for address in ("/", "/tim-kiem/?q=khai+sinh", "/thu-tuc/1.001193/"):
        page.goto(address)
        small = page.eval_on_selector_all(
            "button, summary, select, input:not([type=checkbox], [type=hidden]), .check",
            "all => all.filter(e => e.checkVisibility() && e.offsetHeight < 44)"
            ".map(e => e.outerHTML)",
        )
        assert small == [], address
