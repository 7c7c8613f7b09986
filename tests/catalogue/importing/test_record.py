"""One raw record into a content, with everything odd about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.catalogue.importing.normalise.record import record
from lantoa.catalogue.importing.problems import LABELS, REJECTING


def codes(found) -> set[str]:
    return {problem.code for problem in found.problems}


def test_an_ordinary_record_has_nothing_odd(read) -> None:
    found = read()
    assert found.problems == ()
    assert (found.code, found.synced_at, found.status) == (
        "1.001193",
        date(2026, 7, 18),
        "active",
    )


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"code": ""}, "code_missing"),
        ({"code": None}, "code_missing"),
        ({"code": "1/2"}, "code_unusable"),
        ({"code": "1" * 61}, "code_unusable"),
        ({"name": "  "}, "name_missing"),
    ],
)
def test_without_code_or_name_it_is_rejected(read, parts: dict, code: str) -> None:
    found = read(**parts)
    assert (found.content, codes(found)) == (None, {code})
    assert code in REJECTING


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"code": "1.014955-Xoa"}, "code_malformed"),
        ({"level": []}, "levels_missing"),
        ({"level": ["Cấp Sao Hỏa"]}, "level_unknown"),
        ({"methods": None}, "methods_missing"),
        ({"dossier": None}, "dossier_missing"),
        ({"steps": 5}, "part_unreadable"),
        ({"methods": {"a": 1}}, "part_unreadable"),
        ({"source_url": "javascript:alert(1)"}, "source_url_dropped"),
        ({"crawled": "18/07/2026"}, "date_unreadable"),
        ({"online_level": "cấp 4"}, "online_level_unknown"),
        ({"status": "gone"}, "status_unknown"),
        ({"note": "may be repealed"}, "source_note"),
    ],
)
def test_what_is_odd_is_kept_and_told(read, parts: dict, code: str) -> None:
    found = read(**parts)
    assert found.content is not None
    assert code in codes(found)


def test_only_web_addresses_become_links(read) -> None:
    address = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"
    assert read(source_url=address).content.source_url == address
    assert read(source_url="javascript:alert(1)").content.source_url == ""


def test_levels_are_spelled_in_one_way(read) -> None:
    assert read(level=["CẤP XÃ", "cấp tỉnh"]).content.levels == ("Cấp Xã", "Cấp Tỉnh")


@pytest.mark.parametrize(("said", "level"), [("full", "full"), ("Một phần", "partial"), (None, "")])
def test_the_online_level_is_taken_where_the_source_says_it(read, said, level: str) -> None:
    assert read(online_level=said).content.online_level == level


@pytest.mark.parametrize(("said", "status"), [("Đã bãi bỏ", "withdrawn"), ("replaced", "replaced")])
def test_statuses_have_names_in_vietnamese_too(read, said: str, status: str) -> None:
    assert read(status=said).status == status


def test_a_stated_publisher_needs_no_guess(read) -> None:
    assert read(publisher="Gia Lai").content.publisher == "Gia Lai"
    assert read(publisher="Gia Lai").publisher_stated
    assert not read().publisher_stated


def test_a_very_long_field_is_cut_to_what_is_stored(read) -> None:
    assert len(read(field="x" * 400).content.field) == 300


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["channel", "fees", "items", "name", "x"]), inner)
    ),
    max_leaves=8,
)
keys = st.sampled_from(
    ["name", "steps", "methods", "dossier", "legal_basis", "forms", "level", "publisher", "status"]
)


@given(st.dictionaries(keys, anything, max_size=9))
def test_no_record_whatever_is_in_it_breaks_the_reading(parts: dict) -> None:
    found = record(1, {"code": "1.000001", "name": "A", **parts})
    assert codes(found) <= LABELS.keys()
