"""`lantoa search`: ask the engine, measure it, build its index, train its ranking."""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import timezone

from lantoa.catalogue.search import actions, queries
from lantoa.catalogue.search.answer import Answer
from lantoa.catalogue.search.errors import (
    IndexDamagedError,
    IndexMissingError,
    QuestionsUnreadableError,
)


class AskByDefault(click.Group):
    """A group where anything that is not the name of a command is a question to ask."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Send unknown first words to `ask`."""
        if args and args[0] not in self.commands:
            args = ["ask", *args]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run; what may be wrong with an index or a file of questions becomes one line."""
        try:
            return super().invoke(ctx)
        except (IndexMissingError, IndexDamagedError, QuestionsUnreadableError) as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=AskByDefault, context_settings={"ignore_unknown_options": True})
def search() -> None:
    """Ask the search engine, measure it.

    `lantoa search "lam lai khai sinh"` asks; the commands below do the rest.
    """


@search.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 100))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def ask(text: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Search for TEXT."""
    answer = queries.search(" ".join(text), limit=limit)
    click.echo(json.dumps(_plain(answer), ensure_ascii=False) if as_json else _lines(answer))


def _plain(answer: Answer) -> dict[str, Any]:
    return {
        "query": answer.query,
        "took_ms": answer.took_ms,
        "in_scope": answer.in_scope,
        "results": [
            {"code": each.code, "name": each.name, "score": each.score} for each in answer.results
        ],
    }


def _lines(answer: Answer) -> str:
    head = f"{answer.total} found in {answer.took_ms} ms"
    if not answer.in_scope:
        head += "; nothing in the catalogue seems to fit"
        head += ", these come nearest" if answer.results else ""
    rows = [f"{each.score:6.3f}  {each.code:12}  {each.name}" for each in answer.results]
    return "\n".join([head, *rows])


@search.command("eval")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--strip", is_flag=True, help="Take the marks off the questions first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def evaluate(file: Path, *, strip: bool, as_json: bool) -> None:
    """Measure the engine on FILE, questions with accepted codes as JSON lines."""
    from lantoa.catalogue.search import evaluation  # noqa: PLC0415 - only this command needs it

    before = _resident_mb()
    started = time.perf_counter()
    engine = queries.engine()
    loaded = time.perf_counter() - started
    outcomes = evaluation.run(engine, evaluation.load(file), strip=strip)
    stamp = queries.stamp()
    figures = evaluation.report(outcomes) | {
        "entries": len(engine.index.documents),
        "index_seconds": stamp.seconds if stamp else None,
        "load_seconds": round(loaded, 3),
        "memory_mb": round(_resident_mb() - before, 1),
    }
    click.echo(json.dumps(figures, ensure_ascii=False) if as_json else _table(figures))


def _resident_mb() -> float:
    """Most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _table(figures: dict[str, Any]) -> str:
    rows = [f"{name:28} {value}" for name, value in figures.items() if not isinstance(value, dict)]
    groups = {"unaccented": figures["unaccented"], **figures["by_origin"]}
    return "\n".join([*rows, *(f"  {name:26} {value}" for name, value in groups.items())])


def _keep_quiet(_: str) -> None:
    """Steps of a build are of no use to a file or a pipe."""


@search.command()
@click.option("--force", is_flag=True, help="Build even where the index is up to date.")
def build(*, force: bool) -> None:
    """Build the index from catalogue and lexicon."""
    tell = click.echo if sys.stdout.isatty() else _keep_quiet
    built = True
    if force:
        actions.rebuild_index(now=timezone.now(), tell=tell)
    else:
        built = actions.ensure_index(now=timezone.now(), tell=tell)
    state = queries.index_state()
    click.echo(f"{'built' if built else 'up to date'}: {state.entries} entries")


@search.command()
def train() -> None:
    """Train the ranking on the product's own questions.

    Needs the full catalogue in the database.
    """
    from lantoa.catalogue.search import ranking  # noqa: PLC0415 - training is a developer's act
    from lantoa.catalogue.search.training import course  # noqa: PLC0415

    index = queries.index()
    model, figures = course.train(index, click.echo)
    ranking.save(model, ranking.MODEL)
    click.echo(json.dumps(figures, indent=1))
    click.echo(f"written: {ranking.MODEL.relative_to(settings.BASE_DIR)}")
