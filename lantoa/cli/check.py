"""`lantoa check`: is this installation safe for production?"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

import click
from django.db import DatabaseError

from lantoa.cli.exits import Exit
from lantoa.core.ops import safety
from lantoa.people.accounts.queries import staff


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print findings as JSON.")
def check(as_json: bool) -> None:
    """Say what is unsafe for production and what to do about it.

    Exit code 0 when nothing is, 3 when something is.
    """
    findings = [*safety.findings(), *of_accounts()]
    if as_json:
        rows = [asdict(finding) for finding in findings]
        click.echo(json.dumps({"safe": not rows, "findings": rows}, ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            click.echo(f"- {finding.what}\n  {finding.do}  [{finding.code}]")
        click.echo(f"{len(findings)} findings." if findings else "Nothing unsafe was found.")
    sys.exit(Exit.PROBLEMS if findings else Exit.OK)


def of_accounts() -> Iterator[safety.Finding]:
    """Accounts whose one-time password nobody has changed yet."""
    try:
        waiting = [user.username for user in staff().filter(must_change_password=True)]
    except DatabaseError:  # no tables yet: the findings on health say so
        return
    for name in waiting:
        yield safety.Finding(
            "one_time_password",
            f"{name} still has a one-time password.",
            f"Sign in and change it, or make a new one: lantoa staff reset {name}",
        )
