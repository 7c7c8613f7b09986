"""What is exported and read again is the same."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.catalogue.importing.normalise.record import record
from lantoa.catalogue.importing.readers import read
from lantoa.catalogue.importing.writers import write
from lantoa.catalogue.procedures.content import UNKNOWN_PROVINCE, Content
from lantoa.catalogue.procedures.publication import Publication

KINDS = ["jsonl", "jsonl.gz", "csv", "xlsx"]
# What comes out of reading, made by reading: a content is whatever `record` makes of a file.
TRAPS = ["NULL", "-", "OTHER", "|", "; -", "=1", "'=1", "# x", "Mọi trường hợp", "Không rõ", "<br>"]
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(TRAPS)
amounts = st.none() | st.integers(0, 10**8) | st.floats(0, 10**6)
fees = st.fixed_dictionaries({"amount_vnd": amounts, "note": st.none() | words})
methods = st.fixed_dictionaries(
    {
        "channel": st.sampled_from(["direct", "online", "postal", "fax"]),
        "time_value": st.none() | st.floats(0, 400),
        "time_unit": st.sampled_from(["day", "working_day", "other", "hour"]),
        "time_limit": st.none() | words,
        "fees": st.lists(fees, max_size=3),
        "description": st.none() | words,
    }
)
counts = st.integers(0, 5)
papers = st.fixed_dictionaries(
    {"name": words, "originals": counts, "copies": counts, "form": st.none() | words}
)
cases = st.fixed_dictionaries({"case": st.none() | words, "items": st.lists(papers, max_size=3)})
laws = st.fixed_dictionaries({"title": words, "number": st.none() | words})
texts = st.none() | words | st.lists(words, max_size=3).map("\n".join)
raws = st.fixed_dictionaries(
    {
        "code": st.from_regex(r"[1-9]\.[0-9]{6}", fullmatch=True),
        "name": st.just("Đăng ký"),
        "field": texts,
        "level": st.lists(st.sampled_from(["Cấp Xã", "Cấp Tỉnh", "Cấp Bộ"]), max_size=2),
        "audience": st.lists(words, max_size=2),
        "agency": texts,
        "steps": texts,
        "methods": st.lists(methods, max_size=3) | words,
        "dossier": st.lists(cases, max_size=3) | words,
        "conditions": texts,
        "legal_basis": st.lists(laws, max_size=2) | words,
        "forms": st.lists(words, max_size=3),
        "decision": texts,
        "online_level": st.sampled_from([None, "full", "partial", "none"]),
        "publisher": st.sampled_from(["", "Gia Lai", UNKNOWN_PROVINCE]),
        "crawled": st.none() | st.dates(date(2020, 1, 1)).map(str),
    }
)


def publication(raw: dict) -> Publication:
    found = record(1, raw)
    assert found.content is not None
    return Publication(found.content, found.synced_at, found.status, found.replaced_by)


def back(one: Publication, kind: str) -> Publication:
    stream = BytesIO()
    write(stream, f"x.{kind}", [one], notes=False)
    (line,) = read(BytesIO(stream.getvalue()), f"x.{kind}")
    assert line.raw is not None
    return publication(line.raw)


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(raw=raws)
def test_any_record_survives_export_and_import(kind: str, raw: dict) -> None:
    one = publication(raw)
    assert back(one, kind) == one


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(raw=raws)
def test_any_record_survives_a_workbook(raw: dict) -> None:
    one = publication(raw)
    assert back(one, "xlsx") == one


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_procedure_survives_every_kind_of_file(birth: Content, kind: str) -> None:
    one = Publication(birth, date(2026, 7, 18), "replaced", "1.000002")
    assert back(one, kind) == one
