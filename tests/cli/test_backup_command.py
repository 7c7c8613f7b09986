"""`lantoa backup` and `lantoa restore`, also from one database engine to another."""

import json
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.conf import LazySettings
from django.utils import timezone

from lantoa.cli import backup as commands
from lantoa.cli import main
from lantoa.core.audit.actions import record
from lantoa.core.audit.models import AuditRow
from lantoa.core.backup.actions import back_up
from lantoa.core.backup.manifest import Manifest, Table
from lantoa.core.backup.tables import described, models_kept, read_lines
from tests.cli.installation import Ended, Installation

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("installation")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def rebuilt(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A folder of its own; notes when the index is looked after."""
    settings.VAR_DIR, settings.FILES_DIR = tmp_path / "var", tmp_path / "var" / "files"
    settings.VAR_DIR.mkdir()
    noted: list[str] = []
    monkeypatch.setattr(commands, "ensure_index", lambda now: noted.append("ensured"))
    return noted


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """One row in one archive, written by the command."""
    record(actor="an", action="a.b.c", subject="thing", now=timezone.now())
    assert run("backup", tmp_path / "copy.tar.gz").exit_code == 0
    return tmp_path / "copy.tar.gz"


def holding() -> dict[str, Table]:
    """What the tables hold now, without the notes of backups and restores."""
    AuditRow.objects.filter(action__startswith="core.backup.").delete()
    return {
        model._meta.label_lower: described(model, read_lines(model), len) for model in models_kept()
    }


def test_a_backup_says_what_it_wrote(tmp_path: Path) -> None:
    done = run("backup", tmp_path / "x.tar.gz")
    assert (done.exit_code, done.output) == (0, f"Wrote {tmp_path}/x.tar.gz: 0 rows, 0 files.\n")


def test_figures_come_as_json(archive: Path) -> None:
    figures = json.loads(run("backup", archive, "--force", "--json").output)
    assert figures["tables"]["core.auditrow"] == 2
    assert figures["bytes"] == archive.stat().st_size


def test_a_file_that_exists_is_not_replaced_unless_told_to(archive: Path) -> None:
    before = archive.read_bytes()
    refused = run("backup", archive)
    assert (refused.exit_code, archive.read_bytes()) == (1, before)
    assert "--force replaces it" in refused.output


def test_a_restore_proves_it_and_looks_after_the_index(archive: Path, rebuilt: list[str]) -> None:
    done = run("restore", archive, "--force")
    assert (done.exit_code, rebuilt) == (0, ["ensured"])
    assert "proven equal: 1 rows" in done.output


def test_data_is_not_replaced_unless_told_to(archive: Path, rebuilt: list[str]) -> None:
    done = run("restore", archive)
    assert (done.exit_code, rebuilt) == (1, [])
    assert "there is data already (core.auditrow); --force replaces all of it" in done.output


@pytest.mark.parametrize("content", [b"", b"no archive"])
def test_what_is_no_archive_is_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    done = run("restore", tmp_path / "x", "--force")
    assert (done.exit_code, done.output.count("\n")) == (1, 1)


def test_an_archive_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    assert run("restore", tmp_path / "nothing").exit_code == 2


def test_a_folder_that_cannot_be_written_is_one_line() -> None:
    done = run("backup", "/dev/null/x.tar.gz")
    assert done.exit_code == 1
    assert "Not a directory" in done.output


def test_a_whole_installation_goes_from_sqlite_to_this_engine_and_back_equal(
    installation: Installation, first_start: Ended, tmp_path: Path
) -> None:
    there, here = tmp_path / "there.tar.gz", tmp_path / "here.tar.gz"
    assert installation.run("backup", str(there)).returncode == 0
    assert run("restore", there).exit_code == 0
    with tarfile.open(there) as tar:
        original = Manifest.from_bytes(tar.extractfile("manifest.json").read())  # type: ignore[union-attr]
    assert holding() == original.tables
    assert original.tables["catalogue.procedure"].rows >= 60

    copied = back_up(target=here, now=timezone.now())
    elsewhere = Installation(tmp_path / "elsewhere")
    done = elsewhere.run("restore", str(here), "--json")
    assert json.loads(done.stdout)["rows"] == copied.row_total
