"""`lantoa staff`: accounts of members of staff."""

import click


@click.group()
def staff() -> None:
    """Accounts of members of staff."""
