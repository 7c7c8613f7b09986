"""Tables that officers fill in: reading, the template, formulas."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest

from lantoa.catalogue.importing import bounds
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.readers import csv_rows, read
from lantoa.catalogue.importing.tables import parse
from lantoa.catalogue.importing.tables.build import MOST_SIGNS, pieces
from lantoa.catalogue.importing.tables.cells import harmless, text, undone
from lantoa.catalogue.importing.tables.columns import COLUMNS
from lantoa.catalogue.importing.writers import write
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.publication import Publication

HEAD = ["Mã thủ tục", "Tên thủ tục"]


def table(*rows: list, head: list[str] = HEAD) -> list[dict]:
    return [line.raw for line in parse.records([head, *rows])]


def from_csv(content: str | bytes) -> list:
    raw = content if isinstance(content, bytes) else content.encode()
    return list(read(BytesIO(raw), "tep.csv"))


def refusal(stream: BytesIO, name: str) -> str:
    with pytest.raises(FileRefusedError) as caught:
        list(read(stream, name))
    return caught.value.code


def workbook(*rows: list) -> BytesIO:
    book, stream = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return BytesIO(stream.getvalue())


def test_rows_without_code_and_name_go_on_with_the_procedure_above() -> None:
    head = [*HEAD, "Trình tự thực hiện", "Cấp thực hiện"]
    (raw,) = table(["1.1", "A", "Một", "Cấp Xã"], [None, None, "Hai"], head=head)
    assert (raw["steps"], raw["level"]) == (["Một", "Hai"], ["Cấp Xã"])


def test_text_that_goes_on_is_on_a_new_line() -> None:
    (raw,) = table(["1.1", "A", "Một"], ["", "", "Hai"], head=[*HEAD, "Kết quả"])
    assert raw["result"] == "Một\nHai"


def test_fees_belong_to_the_way_to_hand_in_above() -> None:
    head = [*HEAD, "Cách nộp", "Thời hạn", "Phí (đồng)", "Ghi chú phí"]
    rows = [["1.1", "A", "Trực tiếp", 5, 1000, ""], ["", "", "", "", 2000, "x"]]
    (raw,) = table(*rows, ["", "", "Trực tuyến", 3], head=head)
    assert raw["methods"] == [
        {
            "channel": "Trực tiếp",
            "time_value": "5",
            "fees": [{"amount_vnd": "1000"}, {"amount_vnd": "2000", "note": "x"}],
        },
        {"channel": "Trực tuyến", "time_value": "3", "fees": []},
    ]


def test_papers_belong_to_the_case_above() -> None:
    head = [*HEAD, "Trường hợp hồ sơ", "Giấy tờ cần có"]
    rows = [["1.1", "A", "Cấp mới", "Đơn"], ["", "", "", "Ảnh"], ["", "", "Cấp lại", "Giấy cũ"]]
    (raw,) = table(*rows, head=head)
    assert [(case["case"], len(case["items"])) for case in raw["dossier"]] == [
        ("Cấp mới", 2),
        ("Cấp lại", 1),
    ]


def test_headings_are_known_without_marks_in_any_order_and_others_are_passed_over() -> None:
    (raw,) = table(["x", "A", "1.000001"], head=["Cột riêng", "ten thu tuc", "MA THU TUC"])
    assert (raw["code"], raw["name"]) == ("1.000001", "A")


def test_headings_may_stand_below_a_title() -> None:
    found = list(parse.records([["Danh mục năm 2026"], [], HEAD, ["1.1", "A"]]))
    assert [line.number for line in found] == [4]


def test_a_table_without_headings_is_refused() -> None:
    with pytest.raises(FileRefusedError, match="tiêu đề"):
        table(["1.1", "A"], head=["Mã", "Tên"])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (1.004194, "1.004194"),
        (1.00419, "1.004190"),
        ("1.0042", "1.004200"),
        ("1,00419", "1.004190"),
    ],
)
def test_codes_that_a_spreadsheet_took_for_numbers_are_mended(cell: object, code: str) -> None:
    assert table([cell, "A"])[0]["code"] == code


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "MOST_ROWS", 3)
    with pytest.raises(FileRefusedError):
        table(*[["1.1", "A"]] * 5)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_may_be_parted_by_what_the_spreadsheet_likes(separator: str) -> None:
    content = "\n".join(separator.join(row) for row in (HEAD, ["1.1", "A"]))
    assert from_csv("\ufeff" + content)[0].raw["name"] == "A"


def test_csv_in_another_alphabet_is_refused() -> None:
    assert refusal(BytesIO(",".join(HEAD).encode("utf-16")), "tep.csv") == "not_utf8"


def test_broken_csv_is_refused() -> None:
    content = f'{",".join(HEAD)}\n1.1,"A" B\n'.encode()
    assert refusal(BytesIO(content), "tep.csv") == "broken_file"


def test_a_workbook_reads_like_csv() -> None:
    (line,) = read(workbook(HEAD, ["1.1", "A"]), "tep.xlsx")
    assert (line.number, line.raw["name"]) == (2, "A")


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_BYTES", 100)
    assert refusal(workbook(HEAD), "tep.xlsx") == "too_big"


def test_a_workbook_with_entities_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
        )
    assert refusal(BytesIO(stream.getvalue()), "tep.xlsx") == "broken_file"


@pytest.mark.parametrize("parts", [{}, {"xl/workbook.xml": "<x/>"}, {"[Content_Types].xml": "<"}])
def test_a_zip_that_is_no_workbook_is_refused(parts: dict[str, str]) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("other.txt", "x")
        for name, content in parts.items():
            archive.writestr(name, content)
    assert refusal(BytesIO(stream.getvalue()), "tep.xlsx") == "broken_file"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_template_explains_itself_and_brings_nothing_in(kind: str) -> None:
    stream = BytesIO()
    write(stream, f"mau.{kind}", (), notes=True)
    content = stream.getvalue()
    assert list(read(BytesIO(content), f"mau.{kind}")) == []
    assert b"PK" in content if kind == "xlsx" else "Bắt buộc".encode() in content


def test_the_example_of_the_template_is_a_right_one() -> None:
    height = max(len(column.example) for column in COLUMNS)
    rows = [
        [column.example[at] if at < len(column.example) else "" for column in COLUMNS]
        for at in range(height)
    ]
    rows[0][0] = "1.000001"
    (raw,) = table(*rows, head=[column.heading for column in COLUMNS])
    assert len(raw["methods"]) == 2
    assert raw["dossier"][0]["items"][0]["name"] == "Đơn mượn phòng"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "'"])
def test_formulas_are_made_harmless_and_come_back(sign: str) -> None:
    cell = f"{sign}cmd|calc"
    assert harmless(cell) == f"'{cell}"
    assert undone(harmless(cell)) == cell


@pytest.mark.parametrize("cell", ["", "Đơn", "'trích dẫn'", "5-3"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert undone(cell) == cell


def test_an_export_never_holds_a_formula() -> None:
    one = Publication(Content("1.1", "=HYPERLINK(1)", result="+1", steps=("@x",)))
    sheet, stream = BytesIO(), BytesIO()
    write(sheet, "x.xlsx", [one], notes=False)
    write(stream, "x.csv", [one], notes=False)
    cells = [cell for row in openpyxl.load_workbook(sheet).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    rows = csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig")))
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("cell", "written"),
    [(5.0, "5"), (2.5, "2.5"), (1.125, "1.1250"), (None, ""), (17.5e9, "17500000000")],
)
def test_numbers_are_written_so_that_they_read_back(cell: object, written: str) -> None:
    assert text(cell) == written


def test_text_too_long_for_a_cell_is_parted_between_lines() -> None:
    lines = ["x" * 20_000] * 3
    parts = pieces("\n".join(lines))
    assert "\n".join(parts).split("\n") == lines
    assert max(map(len, parts)) <= MOST_SIGNS


def test_headings_far_below_the_top_are_not_looked_for() -> None:
    with pytest.raises(FileRefusedError):
        list(parse.records([*[["x"]] * parse.HEADING_WITHIN, HEAD, ["1.1", "A"]]))


def test_rows_before_the_first_procedure_belong_to_none() -> None:
    assert [raw["name"] for raw in table(["", "", "x"], ["1.1", "A"])] == ["A"]


def test_empty_rows_between_procedures_do_no_harm() -> None:
    assert [raw["name"] for raw in table(["1.1", "A"], ["", None], [], ["1.2", "B"])] == ["A", "B"]


def test_a_procedure_whose_code_was_forgotten_does_not_join_the_one_above() -> None:
    assert [raw["code"] for raw in table(["1.1", "A"], ["", "B"])] == ["1.100000", ""]


@pytest.mark.parametrize(
    "cell", [datetime(2026, 7, 18, 9, 30, tzinfo=UTC), date(2026, 7, 18), "2026-07-18"]
)
def test_days_are_read_however_the_spreadsheet_keeps_them(cell: object) -> None:
    assert table(["1.1", "A", cell], head=[*HEAD, "Ngày đọc nguồn"])[0]["crawled"] == "2026-07-18"


@pytest.mark.parametrize("column", ["methods", "dossier", "legal_basis"])
def test_parts_in_running_text_have_columns_of_their_own(column: str) -> None:
    headings = {
        "methods": "Cách nộp (nguyên văn)",
        "dossier": "Hồ sơ (nguyên văn)",
        "legal_basis": "Căn cứ pháp lý (nguyên văn)",
    }
    (raw,) = table(["1.1", "A", "Một đoạn"], head=[*HEAD, headings[column]])
    assert raw[column] == "Một đoạn"


def test_a_csv_larger_than_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "MOST_BYTES", 10)
    assert refusal(BytesIO(",".join(HEAD).encode()), "tep.csv") == "too_big"


def test_only_the_first_sheet_of_a_workbook_counts() -> None:
    book, stream = openpyxl.Workbook(), BytesIO()
    for row in (HEAD, ["1.1", "A"]):
        book.active.append(row)
    book.create_sheet("Nháp").append(["1.2", "B"])
    book.save(stream)
    assert len(list(read(BytesIO(stream.getvalue()), "tep.xlsx"))) == 1


def test_a_formula_counts_as_its_last_value_and_is_not_run() -> None:
    stream = workbook(HEAD, ["1.000001", '=HYPERLINK("http://x","A")'], ["1.2", "B"])
    first = next(iter(read(stream, "tep.xlsx")))
    assert first.raw is not None
    assert "name" not in first.raw


def test_a_workbook_that_lies_about_its_size_is_read_all_the_same() -> None:
    stream = workbook(HEAD, ["1.1", "A"])
    lied = BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(lied, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
            new.writestr(name, part)
    assert len(list(read(BytesIO(lied.getvalue()), "tep.xlsx"))) == 1


def test_the_template_offers_what_a_cell_may_hold() -> None:
    stream = BytesIO()
    write(stream, "mau.xlsx", (), notes=True)
    sheet = openpyxl.load_workbook(stream).active
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"Trực tiếp,Trực tuyến,Bưu chính,Không rõ"' in lists
    assert sheet.freeze_panes == "C2"


def test_codes_in_the_template_are_text_so_that_no_zero_is_lost() -> None:
    stream = BytesIO()
    write(stream, "x.xlsx", [Publication(Content("1.004190", "A"))], notes=False)
    cell = openpyxl.load_workbook(stream).active["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == ("1.004190", "s", "@")


def test_what_no_column_knows_is_written_nowhere() -> None:
    headings = [column.heading for column in COLUMNS]
    assert len(headings) == len(set(headings))
    assert len({column.key for column in COLUMNS}) == len(COLUMNS)
