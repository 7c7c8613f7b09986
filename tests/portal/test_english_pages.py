"""English is complete: outside what quotes the source, no Vietnamese is left on an English page."""

import re
from datetime import date, datetime
from html.parser import HTMLParser

import pytest
from django.test import Client

from lantoa.catalogue.procedures.actions import publish
from lantoa.catalogue.procedures.content import (
    Content,
    DossierCase,
    Fee,
    LegalBasis,
    Method,
    Paper,
)
from lantoa.catalogue.procedures.publication import Publication
from lantoa.catalogue.search import views
from lantoa.catalogue.search.answer import Answer, Result

MARKED = re.compile(r"[À-ỹ]")
ALONE = {"meta", "link", "input", "br", "img", "hr"}

FULL = Content(
    code="1.001193",
    name="Đăng ký khai sinh",
    field="Hộ tịch",
    levels=("Cấp Xã", "Cấp Tỉnh"),
    audiences=("Công dân Việt Nam", "Người nước ngoài"),
    agency="Ủy ban nhân dân xã",
    steps=("Bước 1: Nộp.", "Bước 2: Nhận."),
    methods=(
        Method("online", 5, "working_day", fees=(Fee(8000, "cho mỗi bản"),)),
        Method("direct", time_text="ngay trong ngày", description="Tại xã"),
    ),
    dossier=(DossierCase("Nộp", (Paper("Tờ khai", 1, 2, "Mẫu 1"),)),),
    conditions="Đủ tuổi",
    result="Giấy khai sinh",
    legal_bases=(LegalBasis("Luật Hộ tịch", "60/2014/QH13"),),
    forms=("Mẫu số 1",),
    decision="1872/QĐ-BTP",
    submission_address="12 Trần Phú",
    publisher="Gia Lai",
)
EMPTY = Content(code="1.000002", name="Việc trống")
RAW = Content(code="1.000003", name="Việc thô", methods_text="Miễn phí", dossier_text="Tờ khai")


class Outside(HTMLParser):
    """Gathers the text of a page's body that is not inside an element marked lang="vi"."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[bool] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALONE:
            quoted = ("lang", "vi") in attrs or tag == "head"
            self.inside.append(quoted or any(self.inside))

    def handle_endtag(self, tag: str) -> None:
        if tag not in ALONE:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.inside):
            self.text.append(data)


def vietnamese_left(html: str) -> list[str]:
    """Texts with Vietnamese letters outside quotations."""
    parser = Outside()
    parser.feed(html.replace("Lan Tỏa", ""))
    return [text.strip() for text in parser.text if MARKED.search(text)]


@pytest.fixture
def catalogue(db: None, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    day = date(2026, 7, 18)
    old = Content(code="1.001193", name="Tên cũ")
    publish(publications=[Publication(old, day)], by="test", now=now)
    gone = Publication(Content(code="1.000004", name="Việc cũ"), day, "replaced", "1.001193")
    off = Publication(Content(code="1.000005", name="Việc bỏ"), day, "withdrawn")
    rest = [Publication(content, day) for content in (FULL, EMPTY, RAW)]
    publish(publications=[*rest, gone, off], by="test", now=now)
    monkeypatch.setattr(views, "find", answer)


def answer(text: str, **options: object) -> Answer:
    rows = (
        Result("1.001193", "Đăng ký khai sinh", 0.9, "Hộ tịch", ("Cấp Xã",), "Ủy ban", True, "",
               ("khai",), (("giấy", "đăng ký"),), ("1.000009",)),
        Result("1.000002", "Việc trống", 0.1, "", ("Cấp Tỉnh",), "", False, "Gia Lai"),
    )  # fmt: skip
    return Answer(text, 1.0, "phone" not in text, rows, 40)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ui/",
        "su-kien/sinh-con/",
        "tim-kiem/",
        "tim-kiem/?q=birth&online=on",
        "tim-kiem/?q=phone",
        "tim-kiem/?q=" + "long+" * 200,
        "thu-tuc/1.001193/",
        "thu-tuc/1.000002/",
        "thu-tuc/1.000003/",
        "thu-tuc/1.000004/",
        "thu-tuc/1.000005/",
        "thu-tuc/1.001193/thay-doi/",
        "thu-tuc/1.001193/phien-ban/1/",
        "khong-co/",
    ],
)
def test_nothing_vietnamese_is_left_on_an_english_page(
    address: str, client: Client, catalogue: None
):
    html = client.get(f"/en/{address}").content.decode()
    assert '<html lang="en">' in html
    assert vietnamese_left(html) == []


def test_the_check_itself_sees_what_is_left():
    html = '<html><body><p lang="vi">Được</p><p>Tiếng Việt</p></body></html>'
    assert vietnamese_left(html) == ["Tiếng Việt"]
