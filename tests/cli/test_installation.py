"""`lantoa up` on a fresh machine: everything is there, and everything goes when told to."""

import json
import os
import re
import signal
import sqlite3
import stat

import pytest

from tests.cli.installation import Ended, Installation, named, stop

pytestmark = [pytest.mark.installation, pytest.mark.xdist_group("installation")]
PASSWORD = re.compile(r"password +([a-z0-9-]{19,})")


def count(installation: Installation, query: str) -> int:
    with sqlite3.connect(installation.var / "lantoa.sqlite3") as database:
        return int(database.execute(query).fetchone()[0])


def test_a_first_start_loads_the_starter_catalogue_and_builds_the_index(
    first_start: Ended, installation: Installation
) -> None:
    assert "Loaded the starter catalogue" in first_start.stdout
    assert "Built the search index." in first_start.stdout
    assert count(installation, "SELECT count(*) FROM catalogue_procedure") >= 60


def test_a_first_start_prints_addresses_and_a_one_time_password(
    first_start: Ended, installation: Installation
) -> None:
    assert f"http://127.0.0.1:{installation.port}/\n" in first_start.stdout
    assert PASSWORD.search(first_start.stdout)


def test_the_password_is_in_no_log(first_start: Ended) -> None:
    found = PASSWORD.search(first_start.stdout)
    assert found and found[1] not in first_start.stderr


def test_a_second_start_does_nothing_twice(
    first_start: Ended, second_start: Ended, installation: Installation
) -> None:
    said = second_start.stdout
    assert "Loaded" not in said and "Built" not in said and not PASSWORD.search(said)
    assert count(installation, "SELECT count(*) FROM people_user") == 1


@pytest.mark.parametrize("name", ["first_start", "second_start"])
def test_ctrl_c_and_sigterm_stop_everything_cleanly(
    request: pytest.FixtureRequest, name: str
) -> None:
    ended: Ended = request.getfixturevalue(name)
    assert (ended.code, ended.left_behind) == (0, [])
    assert ended.stdout.endswith("Stopped.\n")
    assert "Traceback" not in ended.stdout + ended.stderr


@pytest.mark.parametrize("name", ["first_start", "second_start"])
def test_every_line_of_the_log_is_json(request: pytest.FixtureRequest, name: str) -> None:
    ended: Ended = request.getfixturevalue(name)
    lines = [json.loads(line) for line in ended.stderr.splitlines()]
    assert {"_granian", "django_tasks_db", "lantoa.access"} <= {line["logger"] for line in lines}


@pytest.mark.usefixtures("first_start")
def test_nobody_else_can_look_into_the_folder(installation: Installation) -> None:
    assert stat.S_IMODE(installation.var.stat().st_mode) == 0o700


@pytest.mark.usefixtures("second_start")
def test_a_child_that_dies_stops_the_whole_with_code_1(installation: Installation) -> None:
    process = installation.start()
    os.kill(named(process.pid, "worker"), signal.SIGKILL)
    ended = stop(process, signal.SIGCONT)
    assert (ended.code, ended.left_behind) == (1, [])
    assert "Stopped, because worker ended with code -9." in ended.stderr


@pytest.mark.usefixtures("first_start")
def test_a_second_one_in_the_same_folder_is_refused(installation: Installation) -> None:
    process = installation.start()
    refused = installation.run("up")
    stop(process, signal.SIGTERM)
    assert refused.returncode == 1
    assert "another `lantoa up` runs" in refused.stderr


@pytest.mark.usefixtures("first_start")
def test_a_worker_works_off_what_waits_and_ends(installation: Installation) -> None:
    done = installation.run("worker", "--once")
    assert done.returncode == 0
    assert [json.loads(line)["logger"] for line in done.stderr.splitlines()]


@pytest.mark.usefixtures("first_start")
def test_check_names_the_administrator_who_has_not_signed_in(installation: Installation) -> None:
    done = installation.run("check", "--json")
    findings = {row["code"]: row for row in json.loads(done.stdout)["findings"]}
    assert done.returncode == 3
    assert "quantri" in findings["one_time_password"]["what"]
    assert "secret_key_readable" not in findings
