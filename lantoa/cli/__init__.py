"""The operator's command, `lantoa`, also `python -m lantoa`. See docs/reference/command-line.md.

Nothing of Django is loaded until a command runs, so that `lantoa --help` answers at once.
"""

import click

from lantoa import __version__
from lantoa.cli.lazy import LazyGroup

COMMANDS = {
    "up": ("lantoa.cli.up:up", "Prepare everything, then start web and worker together."),
    "serve": ("lantoa.cli.serve:serve", "Answer web requests."),
    "worker": ("lantoa.cli.worker:worker", "Work off background jobs."),
    "check": ("lantoa.cli.check:check", "Say what is unsafe for production."),
    "backup": ("lantoa.cli.backup:backup", "Write database and files into one archive."),
    "restore": ("lantoa.cli.backup:restore", "Bring an archive back and prove it equal."),
    "catalogue": ("lantoa.cli.catalogue:catalogue", "Import, export and templates of procedures."),
    "search": ("lantoa.cli.search:search", "Ask the search engine, measure it."),
    "staff": ("lantoa.cli.staff:staff", "Accounts of members of staff."),
    "manage": ("lantoa.cli.manage:manage", ""),
}


@click.group(
    cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="lantoa")
def main() -> None:
    """Run and look after Lan Tỏa on this machine.

    Exit codes: 0 done; 1 failed, one line on standard error says why; 2 wrong use of the command;
    3 checked, and problems were found.
    """
