"""What a search gives back."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrowing of a search; an empty value does not narrow.

    `level` and `audience` as the catalogue writes them ("Cấp Xã", "Công dân Việt Nam"); `province`
    by name ("Gia Lai"): nation-wide procedures stay, those of other provinces go; `online`: only
    procedures whose source lists online as a way to hand in.
    """

    level: str = ""
    audience: str = ""
    province: str = ""
    online: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One entry found. `score` is the estimated probability (0-1) that it is what was meant.

    `matched`: words of the entry's name that the question led to. `via`: pairs (what was typed,
    what the catalogue calls it) where the lexicon or a correction made the match. `variants`: codes
    of the same entry published by other provinces.
    """

    code: str
    name: str
    score: float
    field: str
    levels: tuple[str, ...]
    agency: str
    online: bool
    publisher: str
    matched: tuple[str, ...] = ()
    via: tuple[tuple[str, str], ...] = ()
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is known after a search.

    `in_scope` is False where nothing in the catalogue fits the question; `results` are then what
    came nearest, to be shown as such or not at all. `total`: entries that matched, before `limit`.
    """

    query: str
    took_ms: float
    in_scope: bool
    results: tuple[Result, ...]
    total: int = 0
    reason: str = field(default="")
