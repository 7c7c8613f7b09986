"""Everything `make test` checks, one step after the other; all steps run even if one fails.

    scripts/checks.py            linters, types, layers, translations, tests
    scripts/checks.py --quick    without the tests

Tests run on PostgreSQL where LANTOA_TEST_POSTGRES gives the address of a server, for instance
postgres://postgres@127.0.0.1:5432/postgres; databases for tests are made and dropped there.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
POSTGRES = "LANTOA_TEST_POSTGRES"
PROCESSES = "2"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LAST_LINE = re.compile(r"=*\s*(\d+ \w+,? )+in [\d.]+s")
TALLY = re.compile(r"(\d+) (passed|failed|error|skipped)")


@dataclass
class Step:
    """A command with a heading. `tests`: its output ends with pytest's tally."""

    heading: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    tests: bool = False


@dataclass
class Outcome:
    """What came of a step: exit code, seconds, tests by how they ended."""

    step: Step
    code: int
    seconds: float
    tally: dict[str, int]


def tool(name: str, *arguments: str) -> list[str]:
    """A command of the environment."""
    return [str(BIN / name), *arguments]


def linters() -> list[Step]:
    """What needs no test run."""
    python = str(BIN / "python")
    return [
        Step("Lint (ruff)", tool("ruff", "check", ".")),
        Step("Format (ruff)", tool("ruff", "format", "--check", ".")),
        Step("Templates (djlint)", tool("djlint", "--lint", "--quiet", "lantoa")),
        Step("Types (mypy, strict)", tool("mypy")),
        Step("Layers (import-linter)", tool("lint-imports", "--no-cache")),
        Step("Migrations", tool("lantoa", "manage", "makemigrations", "--check", "--dry-run")),
        Step("Translations", [python, "scripts/messages.py", "--check"]),
        Step("Django's checks", tool("lantoa", "manage", "check", "--fail-level", "WARNING")),
    ]


def pytest(*arguments: str) -> list[str]:
    """The test runner, as quiet as it can be without hiding failures."""
    return tool("pytest", "-q", "--no-header", "--durations=5", *arguments)


def tests(browser: bool, postgres: str) -> list[Step]:
    """The test runs. Coverage of branches is that of SQLite and browser together."""
    workers = ["-n", PROCESSES, "--dist", "loadgroup"]
    covered = ["--cov", "--cov-report="]
    report = Step("Coverage of branches", tool("coverage", "report"))
    steps = [Step("Tests on SQLite", pytest("-m", "not browser", *workers, *covered), tests=True)]
    if browser:
        run = pytest("-m", "browser", *covered, "--cov-append")
        steps.append(Step("Tests in a browser", run, tests=True))
    steps.append(report)
    if postgres:
        run = pytest("-m", "not browser and not installation", *workers)
        steps.append(Step("Tests on PostgreSQL", run, {"DATABASE_URL": postgres}, tests=True))
    if postgres and browser:
        run, there = pytest("-m", "browser"), {"DATABASE_URL": postgres}
        steps.append(Step("Tests in a browser on PostgreSQL", run, there, tests=True))
    return steps


def run(step: Step, environment: dict[str, str]) -> Outcome:
    """Run one step, showing its output as it comes."""
    print(f"\n=== {step.heading}", flush=True)
    started = time.monotonic()
    tally: dict[str, int] = {}
    with subprocess.Popen(
        step.command,
        cwd=ROOT,
        env={**environment, **step.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            tally = counted(line) if step.tests and LAST_LINE.match(line) else tally
    return Outcome(step, process.returncode, time.monotonic() - started, tally)


def counted(line: str) -> dict[str, int]:
    """The figures of pytest's last line: {"passed": 12, "failed": 1}."""
    return {word: int(number) for number, word in TALLY.findall(line)}


def total(outcomes: list[Outcome], *words: str) -> int:
    """How many tests of all runs ended in one of these ways."""
    return sum(outcome.tally.get(word, 0) for outcome in outcomes for word in words)


def summarise(outcomes: list[Outcome], missing: list[str]) -> bool:
    """Print what came of each step and the tally of all; true where all is well."""
    print("\n=== Summary")
    for outcome in outcomes:
        mark = "ok    " if outcome.code == 0 else "FAILED"
        print(f"{mark} {outcome.seconds:6.1f} s  {outcome.step.heading}")
    for line in missing:
        print(line)
    passed, failed = total(outcomes, "passed"), total(outcomes, "failed", "error")
    skipped = total(outcomes, "skipped")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return all(outcome.code == 0 for outcome in outcomes)


def plain_environment(var: str) -> dict[str, str]:
    """Ours without this machine's settings: tests must not see a developer's database or `.env`."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LANTOA_")}
    neutral = {"LANTOA_PRODUCTION": "false", "LANTOA_DEBUG": "false", "LANTOA_LOG_LEVEL": "INFO"}
    database = {"DATABASE_URL": f"sqlite:///{var}/lantoa.sqlite3"}
    return {**kept, **neutral, **database, "LANTOA_VAR": var, "COVERAGE_FILE": f"{var}/.coverage"}


def main() -> None:
    """Run what was asked for; exit code 1 where anything failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="linters only")
    quick = parser.parse_args().quick
    browser = any(shutil.which(name) for name in BROWSERS)
    postgres = os.environ.get(POSTGRES, "")
    missing = []
    if not quick and not postgres:
        missing.append(f"skipped: tests on PostgreSQL, because {POSTGRES} is not set")
    if not quick and not browser:
        missing.append("FAILED: no browser for the browser tests. Type: apt install chromium")
    with tempfile.TemporaryDirectory(prefix="lantoa-test-") as var:
        steps = linters() + ([] if quick else tests(browser, postgres))
        outcomes = [run(step, plain_environment(var)) for step in steps]
    well = summarise(outcomes, missing)
    sys.exit(0 if well and (quick or browser) else 1)


if __name__ == "__main__":
    main()
