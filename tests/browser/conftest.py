"""A real browser on the real application.

`page` is a phone (360 x 740) in light colours; `open_page(...)` makes others: wide, dark, without
JavaScript. `accessible(page)` fails with axe's report where it finds anything.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from lantoa.catalogue.search.actions import ensure_index
from lantoa.catalogue.starter.actions import load_starter

# Playwright's own event loop runs in the thread of the test, which uses the database too.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
PATIENCE_MS = 15_000

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's chromium; nothing is downloaded."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("no browser to test in: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live_server: LiveServer) -> Iterator[OpenPage]:
    """Open a page on the running application: open_page(width=1280, height=900, scheme="dark")."""
    contexts = []

    def open_one(
        width: int = 360, height: int = 740, scheme: str = "light", javascript: bool = True
    ) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=javascript,
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A phone."""
    return open_page()


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Fail with a readable report where axe finds anything on the page as it stands."""

    def check(page: Page) -> None:
        results = Axe().run(page)
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check


@pytest.fixture
def catalogue(transactional_db: None, now: datetime) -> None:
    """The starter catalogue, with the index over it."""
    load_starter(now=now)
    ensure_index(now=now)
