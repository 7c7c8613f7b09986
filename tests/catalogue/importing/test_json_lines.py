"""Reading JSON lines."""

from io import BytesIO

import pytest

from lantoa.catalogue.importing import bounds
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.readers import json_lines, read


def lines(content: bytes, name: str = "tep.jsonl") -> list:
    return list(read(BytesIO(content), name))


def refusal(content: bytes, name: str = "tep.jsonl") -> str:
    with pytest.raises(FileRefusedError) as caught:
        lines(content, name)
    return caught.value.code


def test_each_line_is_a_record_with_its_number() -> None:
    found = lines(b'{"code": "1"}\n\n{"code": "2"}\n')
    assert [(line.number, line.raw) for line in found] == [(1, {"code": "1"}), (3, {"code": "2"})]


def test_packed_files_read_alike(jsonl) -> None:
    packed = jsonl({"code": "1.1"}, packed=True)
    assert [line.raw["code"] for line in read(packed, "tep.JSONL.GZ")] == ["1.1"]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert lines(b'\xef\xbb\xbf{"code": "1"}')[0].raw == {"code": "1"}


@pytest.mark.parametrize("broken", [b"{", b"nonsense", b'{"fee": NaN}', b"[" * 100_000])
def test_a_broken_line_is_told_and_the_rest_is_read(broken: bytes) -> None:
    first, second = lines(broken + b'\n{"code": "2"}')
    assert (first.raw, first.problem, second.raw) == (None, "broken_json", {"code": "2"})


@pytest.mark.parametrize("other", [b"[]", b'"text"', b"5", b"null"])
def test_a_line_that_is_no_record_is_told(other: bytes) -> None:
    assert lines(other)[0].problem == "not_a_record"


def test_another_alphabet_is_refused() -> None:
    assert refusal('{"name": "Đăng ký"}'.encode("utf-16")) == "not_utf8"
    assert refusal('{"name": "café"}'.encode("latin-1")) == "not_utf8"


def test_a_file_of_endless_short_lines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MOST_RECORDS", 3)
    assert len(lines(b"{}\n" * 3)) == 3
    assert refusal(b"{}\n" * 4) == "too_big"


@pytest.mark.parametrize("name", ["tep.pdf", "tep", "tep.json", "tep.gz", ".jsonl.exe"])
def test_other_kinds_are_refused_by_name(name: str) -> None:
    assert refusal(b"{}", name) == "unknown_kind"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"{}", "tep.jsonl.gz"),
        (b"\x1f\x8b\x08", "tep.jsonl"),
        (b"PK\x03\x04", "tep.csv"),
        (b"{}", "tep.xlsx"),
        (b"\x1f\x8b\x08\x00broken", "tep.jsonl.gz"),
        (b"PK\x03\x04broken", "tep.xlsx"),
    ],
)
def test_content_must_be_what_the_name_says(content: bytes, name: str) -> None:
    assert refusal(content, name) == "broken_file"


def test_a_cut_off_packed_file_is_refused(jsonl) -> None:
    whole = jsonl({"name": "x" * 5000}, packed=True).getvalue()
    assert refusal(whole[:-20], "tep.jsonl.gz") == "broken_file"


def test_a_packed_file_that_grows_too_big_is_refused(
    jsonl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MOST_BYTES", 1000)
    bomb = jsonl(*[" " * 200] * 20, packed=True)
    assert refusal(bomb.getvalue(), "tep.jsonl.gz") == "too_big"


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MOST_LINE_BYTES", 100)
    assert refusal(b'{"name": "' + b"x" * 200 + b'"}') == "too_big"


def test_the_bounds_hold_the_national_list_with_room() -> None:
    assert bounds.MOST_BYTES > 4 * 40 * bounds.MEGABYTE
