"""`lantoa search`: ask the engine, measure it."""

import click


@click.group()
def search() -> None:
    """Ask the search engine, measure it."""
