"""A small lexicon in place of the product's, and an editor."""

from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client

from lantoa.catalogue.lexicon import shipped
from lantoa.catalogue.procedures.models import Procedure, ProcedureVersion
from lantoa.people.accounts.models import User
from lantoa.people.roles.models import Role

SMALL = """term,official,kind,region
sổ đỏ,cấp giấy chứng nhận quyền sử dụng đất | đăng ký đất đai,colloquial,all
làm lại bằng lái,cấp lại giấy phép lái xe,colloquial,all
hộ khẩu,đăng ký thường trú,oldname,all
giấy hồng,đăng ký đất đai,regional,south
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four terms in place of the product's file."""
    path = tmp_path / "lexicon.csv"
    path.write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(shipped, "FILE", path)
    return path


@pytest.fixture
def desk(client: Client, db: None, now: datetime) -> Client:
    """A browser in which the editor An is signed in."""
    an = User.objects.create(username="an", role=Role.EDITOR, created_at=now)
    client.force_login(an)
    return client


@pytest.fixture
def names(db: None, now: datetime) -> None:
    """Two procedures whose names the entries of the stories lead to."""
    for code, name in [("1.000001", "Đăng ký khai sinh"), ("1.000002", "Đăng ký thường trú")]:
        ProcedureVersion.objects.create(
            procedure=Procedure.objects.create(code=code),
            number=1,
            name=name,
            entry_key=code,
            body={},
            digest=code,
            created_at=now,
        )
