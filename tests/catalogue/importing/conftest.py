"""What import tests share: a record as a file has it, files of records, an import under way."""

import gzip
import json
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest

from lantoa.catalogue.importing import actions
from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.importing.normalise.record import Record, record

Raw = dict[str, Any]
RAW: Raw = {
    "code": "1.001193",
    "name": "Đăng ký khai sinh",
    "field": "Hộ tịch",
    "level": ["Cấp Xã"],
    "audience": ["Công dân Việt Nam"],
    "agency": "Ủy ban nhân dân xã",
    "steps": "Bước 1: Nộp tờ khai.\nBước 2: Nhận giấy khai sinh.",
    "methods": [{"channel": "online", "time_value": 5.0, "time_unit": "working_day"}],
    "dossier": [{"case": None, "items": [{"name": "Tờ khai", "originals": 1, "copies": 0}]}],
    "decision": "1872/QĐ-BTP",
    "crawled": "2026-07-18",
}


@pytest.fixture
def raw() -> Callable[..., Raw]:
    """A record with some parts changed."""
    return lambda **parts: {**RAW, **parts}


@pytest.fixture
def read() -> Callable[..., Record]:
    """A record with some parts changed, made readable."""
    return lambda **parts: record(1, {**RAW, **parts})


@pytest.fixture
def jsonl() -> Callable[..., BytesIO]:
    """A file of JSON lines; records are completed from the usual one."""

    def make(*records: Raw | str, packed: bool = False) -> BytesIO:
        lines = [
            one if isinstance(one, str) else json.dumps({**RAW, **one}, ensure_ascii=False)
            for one in records
        ]
        content = "\n".join(lines).encode()
        return BytesIO(gzip.compress(content) if packed else content)

    return make


@pytest.fixture
def received(db: None, now: datetime, jsonl: Callable[..., BytesIO]) -> Callable[..., ImportRun]:
    """An uploaded file of some records, read already."""

    def make(*records: Raw | str, complete: bool = False) -> ImportRun:
        run = actions.receive_file(
            by="lan", name="tep.jsonl", stream=jsonl(*records), complete=complete, now=now
        )
        actions.propose(run_id=run.pk, now=now)
        run.refresh_from_db()
        return run

    return make


@pytest.fixture
def applied(received: Callable[..., ImportRun], now: datetime) -> Callable[..., ImportRun]:
    """An import of some records, applied."""

    def make(*records: Raw | str, complete: bool = False) -> ImportRun:
        run = received(*records, complete=complete)
        actions.apply_import(import_id=run.pk, by="lan", now=now)
        run.refresh_from_db()
        return run

    return make
