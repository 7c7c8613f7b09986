"""What tests of the catalogue share: one procedure with every part filled, and publishing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

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

BIRTH = Content(
    code="1.001193",
    name="Đăng ký khai sinh",
    field="Hộ tịch",
    levels=("Cấp Xã",),
    audiences=("Công dân Việt Nam",),
    agency="Ủy ban nhân dân xã",
    steps=("Bước 1: Nộp tờ khai.", "Bước 2: Nhận giấy khai sinh."),
    methods=(
        Method("online", 5, "working_day", fees=(Fee(8000, ""),)),
        Method("direct", 5, "working_day", fees=(Fee(8000, ""),)),
    ),
    dossier=(DossierCase("", (Paper("Tờ khai", 1, 0), Paper("Giấy chứng sinh", 1, 2))),),
    conditions="Trẻ sinh tại Việt Nam.",
    result="Giấy khai sinh",
    legal_bases=(LegalBasis("Luật Hộ tịch", "60/2014/QH13"),),
    forms=("Mẫu số 1",),
    decision="1872/QĐ-BTP",
    submission_address="12 Trần Phú",
    source_url="https://dichvucong.gov.vn/thu-tuc/1",
)

Publish = Callable[..., Content]


@pytest.fixture
def birth() -> Content:
    """A procedure with every part published."""
    return BIRTH


@pytest.fixture
def published(db: None, now: datetime) -> Publish:
    """Publish the birth registration with some parts changed; returns its content."""

    def make(*, status: str = "active", replaced_by: str = "", **parts: Any) -> Content:
        content = replace(BIRTH, **parts)
        one = Publication(content, date(2026, 7, 18), status, replaced_by)
        publish(publications=[one], by="test", now=now)
        return content

    return make
