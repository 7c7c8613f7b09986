"""`lantoa catalogue`: procedures in and out."""

import click


@click.group()
def catalogue() -> None:
    """Import, export and templates of procedures."""
