"""Take the pictures of the README from a running portal.

    .venv/bin/python -m scripts.pictures http://127.0.0.1:8000

The portal must hold the whole catalogue: the pictures show what citizens see. They go to
docs/pictures/.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from scripts.checks import BROWSERS, ROOT

FOLDER = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000
PATIENCE_MS = 20_000
PAGES = {
    "home": "/",
    "results": "/tim-kiem/?q=dang+ky+khai+sinh+cho+con",
    "procedure": "/thu-tuc/1.004194/",
}
SIZES = {"phone": (360, 740), "desktop": (1280, 800)}


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: file name without ending, path of the page, size in pixels, colours."""

    name: str
    path: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


def wanted() -> Iterator[Picture]:
    """Every page on a phone and on a desktop, and the results in the dark."""
    for page, path in PAGES.items():
        for size, (width, height) in SIZES.items():
            yield Picture(f"{page}-{size}", path, width, height)
    yield Picture("results-phone-dark", PAGES["results"], *SIZES["phone"], scheme="dark")


def take(browser: Browser, base: str, picture: Picture) -> int:
    """Take one picture as a PNG; how many bytes it has."""
    context = browser.new_context(
        base_url=base,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        locale="vi-VN",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    response = page.goto(picture.path)
    if response is None or not response.ok:
        sys.exit(f"pictures: {base}{picture.path} does not answer well")
    image = page.screenshot(path=FOLDER / f"{picture.name}.png")
    context.close()
    return len(image)


def main() -> None:
    """Take all; exit code 1 where one is too heavy for a README."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("address", help="of a running portal with the whole catalogue")
    base = parser.parse_args().address.rstrip("/")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("pictures: no browser. Type: apt install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        sizes = {picture.name: take(browser, base, picture) for picture in wanted()}
        browser.close()
    for name, size in sizes.items():
        print(f"{size:8}  {FOLDER.relative_to(ROOT) / name}.png")
    sys.exit(any(size > MOST_BYTES for size in sizes.values()))


if __name__ == "__main__":
    main()
