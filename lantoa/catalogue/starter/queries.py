"""Life events: what happens in a life, and the procedures it brings with it, in order."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lantoa.catalogue.procedures.queries import active_names
from lantoa.ui.formats import in_english

FILE: Final = Path(__file__).parent / "data" / "life_events.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One procedure on the way. `name` as the source spells it; the notes say when and for whom."""

    code: str
    name: str
    note_vi: str
    note_en: str

    @property
    def note(self) -> str:
        """The note in the language of the page."""
        return self.note_en if in_english() else self.note_vi


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """An event with its steps that the catalogue holds; steps it lacks are left out."""

    slug: str
    title_vi: str
    title_en: str
    summary_vi: str
    summary_en: str
    steps: tuple[Step, ...]

    @property
    def title(self) -> str:
        """The title in the language of the page."""
        return self.title_en if in_english() else self.title_vi

    @property
    def summary(self) -> str:
        """The summary in the language of the page."""
        return self.summary_en if in_english() else self.summary_vi


def life_events() -> list[LifeEvent]:
    """Every life event with at least one step, in the order of the file, in one query."""
    names = active_names(step["code"] for event in _file() for step in event["steps"])
    events = (_event(event, names) for event in _file())
    return [event for event in events if event.steps]


def life_event(slug: str) -> LifeEvent | None:
    """One life event in one query; None where none is, or where the catalogue lacks its steps."""
    for event in _file():
        if event["slug"] == slug:
            found = _event(event, active_names(step["code"] for step in event["steps"]))
            return found if found.steps else None
    return None


@cache
def _file() -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return events


def _event(event: dict[str, Any], names: dict[str, str]) -> LifeEvent:
    steps = tuple(
        Step(step["code"], names[step["code"]], step["note_vi"], step["note_en"])
        for step in event["steps"]
        if step["code"] in names
    )
    texts = ("slug", "title_vi", "title_en", "summary_vi", "summary_en")
    return LifeEvent(**{key: event[key] for key in texts}, steps=steps)
