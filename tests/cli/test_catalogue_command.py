"""`lantoa catalogue`."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.procedures import queries as procedures
from lantoa.cli import catalogue as command
from lantoa.cli.catalogue import catalogue

pytestmark = pytest.mark.django_db
GOOD = {"code": "1.001193", "name": "Đăng ký khai sinh", "level": ["Cấp Xã"]}


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Note each time the index would be built; the engine has tests of its own."""
    times: list[object] = []
    monkeypatch.setattr(command, "ensure_index", lambda *, now: times.append(now))
    return times


def run(*arguments: object) -> Result:
    return CliRunner().invoke(catalogue, [str(one) for one in arguments])


def told(result: Result, outcome: str) -> int:
    """The number printed beside an outcome."""
    words = [line.split() for line in result.output.splitlines()]
    return next(int(line[1]) for line in words if line and line[0] == outcome)


def file(folder: Path, *records: dict | str, name: str = "tep.jsonl") -> Path:
    lines = [one if isinstance(one, str) else json.dumps(one) for one in records]
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_import_is_told_applied_and_indexed(tmp_path: Path, built: list) -> None:
    result = run("import", file(tmp_path, GOOD))
    assert (result.exit_code, len(built)) == (0, 1)
    assert told(result, "new") == 1
    assert "Applied." in result.output
    assert procedures.counts().active == 1


def test_the_same_again_applies_nothing(tmp_path: Path, built: list) -> None:
    path = file(tmp_path, GOOD)
    run("import", path)
    result = run("import", path)
    assert told(result, "unchanged") == 1
    assert "Nothing to apply." in result.output
    assert (len(built), ImportRun.objects.count()) == (1, 1)


def test_a_dry_run_changes_nothing(tmp_path: Path, built: list) -> None:
    result = run("import", file(tmp_path, GOOD), "--dry-run")
    assert told(result, "new") == 1
    assert procedures.is_empty()
    assert not built


def test_rejected_lines_are_told_with_reason_and_the_rest_counts(
    tmp_path: Path, built: list
) -> None:
    result = run("import", file(tmp_path, GOOD, "{", {"code": "1.2"}))
    assert result.exit_code == 3
    assert "line 2  -" in result.output
    assert "line 3  1.2" in result.output
    assert procedures.counts().active == 1


def test_json_says_it_to_programs(tmp_path: Path, built: list) -> None:
    result = run("import", file(tmp_path, GOOD, "{"), "--json")
    said = json.loads(result.output)
    assert (said["new"], said["rejected"], said["applied"]) == (1, 1, True)
    assert said["rejected_lines"][0]["line"] == 2
    assert said["problems"]["methods_missing"] == 1


def test_a_complete_file_withdraws_the_rest(tmp_path: Path, built: list) -> None:
    run("import", file(tmp_path, GOOD, {**GOOD, "code": "1.000002"}))
    result = run("import", file(tmp_path, GOOD), "--complete")
    assert told(result, "withdrawn") == 1
    assert procedures.counts().withdrawn == 1


def test_on_a_terminal_it_asks_first(
    tmp_path: Path, built: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_on_terminal", lambda: True)
    result = CliRunner().invoke(catalogue, ["import", str(file(tmp_path, GOOD))], input="n\n")
    assert "Apply? [Y/n]: n" in result.output
    assert procedures.is_empty()


def test_yes_is_not_asked(tmp_path: Path, built: list, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_on_terminal", lambda: True)
    result = run("import", file(tmp_path, GOOD), "--yes")
    assert "Apply?" not in result.output
    assert procedures.counts().active == 1


@pytest.mark.parametrize("name", ["tep.pdf", "tep.xlsx", "rong.jsonl"])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str) -> None:
    result = run("import", file(tmp_path, name=name))
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert run("import", tmp_path / "x.jsonl").exit_code == 2


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "a.xlsx"])
def test_an_export_imported_again_changes_nothing(tmp_path: Path, built: list, name: str) -> None:
    run("import", file(tmp_path, GOOD))
    path = tmp_path / name
    assert "Wrote 1 procedures" in run("export", path).output
    assert told(run("import", path, "--dry-run"), "unchanged") == 1


@pytest.mark.parametrize("name", ["mau.csv", "mau.xlsx"])
def test_the_template_is_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert run("template", path).exit_code == 0
    assert run("import", path).output.startswith("Error: ")


def test_a_kind_that_cannot_be_written_leaves_no_file(tmp_path: Path) -> None:
    assert run("export", tmp_path / "a.pdf").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_fails_leaves_the_old_file(
    tmp_path: Path, built: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(BytesIO(b"old").getvalue())
    monkeypatch.setattr(command, "write", lambda *_, **__: 1 / 0)
    assert isinstance(run("export", path).exception, ZeroDivisionError)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_many_rejected_lines_are_cut_short(tmp_path: Path, built: list) -> None:
    result = run("import", file(tmp_path, GOOD, *["{"] * 60))
    assert "... and 10 more" in result.output
    assert result.output.count("  line ") == 50


def test_only_a_later_day_of_reading_is_worth_applying(tmp_path: Path, built: list) -> None:
    run("import", file(tmp_path, {**GOOD, "crawled": "2026-07-18"}))
    assert "Applied." in run("import", file(tmp_path, {**GOOD, "crawled": "2026-09-01"})).output
    assert "Nothing" in run("import", file(tmp_path, {**GOOD, "crawled": "2026-09-01"})).output


def test_a_long_file_moves_a_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "EVERY", 2)
    records = [{**GOOD, "code": f"1.{n:06}"} for n in range(5)]
    assert told(run("import", file(tmp_path, *records), "--dry-run"), "new") == 5


def test_an_import_by_the_operator_stands_in_the_history(tmp_path: Path, built: list) -> None:
    run("import", file(tmp_path, GOOD))
    kept = ImportRun.objects.get()
    assert (kept.uploaded_by, kept.status, kept.file_name) == ("operator", "applied", "tep.jsonl")


@pytest.mark.parametrize("command", ["template", "export"])
def test_a_file_of_another_kind_is_refused_in_the_operators_language(
    command: str, tmp_path: Path
) -> None:
    result = run(command, tmp_path / "tep.pdf")
    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "This kind of file cannot be read" in result.output
