"""An import said for people: what it would do, in numbers that lead to the lines behind them."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.catalogue.importing.errors import REFUSALS
from lantoa.catalogue.importing.models import ImportRow, ImportRun, Outcome, RunStatus
from lantoa.catalogue.importing.problems import LABELS, REJECTING
from lantoa.catalogue.procedures import parts
from lantoa.catalogue.procedures.errors import CatalogueChangedError

MEANINGS: Final[dict[str, Promise]] = {
    Outcome.NEW: _("thủ tục chưa có trong danh mục, sẽ được thêm"),
    Outcome.CHANGED: _("thủ tục có thay đổi, sẽ có phiên bản mới; bản cũ vẫn đọc được"),
    Outcome.WITHDRAWN: _("thủ tục không còn trong danh sách đầy đủ, sẽ được ghi là đã bãi bỏ"),
    Outcome.UNCHANGED: _("thủ tục giống hệt trong danh mục"),
    Outcome.REJECTED: _("dòng không nhận được, sẽ bị bỏ qua"),
}
TAGS: Final[dict[str, str]] = {
    RunStatus.PROPOSED: "warn",
    RunStatus.APPLIED: "ok",
    RunStatus.FAILED: "late",
    RunStatus.RECEIVED: "brand",
    RunStatus.APPLYING: "brand",
}
UNDER_WAY: Final = (RunStatus.RECEIVED, RunStatus.APPLYING)
PARTS: Final[dict[str, Promise]] = {**parts.LABELS, "status": _("Tình trạng")}


@dataclass(frozen=True, slots=True)
class Door:
    """A figure that opens the lines behind it: the value to filter by, its number, its meaning."""

    key: str
    label: str
    number: int
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A line of an import as shown: problems and changed parts in words."""

    id: int
    line: int
    code: str
    name: str
    outcome: str
    outcome_label: str
    problems: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def has_changes(self) -> bool:
        """True where before and after can be compared."""
        return self.outcome == Outcome.CHANGED


def outcomes(run: ImportRun) -> list[Door]:
    """What the lines come to, the ones that change the catalogue first; outcomes nobody has left
    out.
    """
    return [
        Door(key, str(Outcome(key).label), number, str(meaning))
        for key, meaning in MEANINGS.items()
        if (number := run.counts.get(key, 0))
    ]


def problems(run: ImportRun) -> list[Door]:
    """What is wrong or odd about how many lines: what rejects them first, then the frequent."""
    pairs = sorted(
        run.problem_counts.items(), key=lambda pair: (pair[0] not in REJECTING, -pair[1], pair[0])
    )
    return [
        Door(code, str(LABELS.get(code, code)), number, str(_("không nhận")) * (code in REJECTING))
        for code, number in pairs
    ]


def rows(found: list[ImportRow]) -> list[RowView]:
    """Lines as they are shown."""
    return [row_view(row) for row in found]


def row_view(row: ImportRow) -> RowView:
    """One line as it is shown."""
    return RowView(
        id=row.pk,
        line=row.line,
        code=row.code,
        name=row.name,
        outcome=row.outcome,
        outcome_label=row.get_outcome_display(),
        problems=_problems(row),
        changes=tuple(str(PARTS.get(part, part)) for part in row.changes),
    )


def _problems(row: ImportRow) -> tuple[str, ...]:
    """Each problem once, with all its details behind it."""
    details: dict[str, list[str]] = {}
    for code, detail in row.problems:
        details.setdefault(code, []).extend([detail] if detail else [])
    return tuple(
        ": ".join(filter(None, (str(LABELS.get(code, code)), "; ".join(told))))
        for code, told in details.items()
    )


def trouble(run: ImportRun) -> str:
    """Why the file could not be read or applied, in words; "" where nothing is wrong."""
    if run.problem == CatalogueChangedError.code:
        return str(CatalogueChangedError.message)
    return str(REFUSALS.get(run.problem, run.problem))


def context(run: ImportRun) -> dict[str, Any]:
    """What the page of one import shows."""
    changing = (Outcome.NEW, Outcome.CHANGED, Outcome.WITHDRAWN)
    return {
        "run": run,
        "tag": TAGS.get(RunStatus(run.status), ""),
        "under_way": run.status in UNDER_WAY,
        "trouble": trouble(run),
        "outcomes": outcomes(run),
        "problems": problems(run),
        "changes_something": any(run.counts.get(outcome) for outcome in changing),
        "must_read_again": run.problem == CatalogueChangedError.code,
    }
