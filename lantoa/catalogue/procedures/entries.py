"""Which codes are one entry: same name is not same procedure.

Of the groups of codes with one name most differ in level (commune, consular, ministry) and are
different procedures. Only codes of one name and the same set of levels, at least one of them
published by a province, are local variants of one entry.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lantoa.core.text.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Candidate:
    """What decides the entry of a procedure. `publisher`: "" for the whole country's."""

    code: str
    name: str
    levels: tuple[str, ...]
    publisher: str


def entry_keys(procedures: Iterable[Candidate]) -> Mapping[str, str]:
    """Code -> entry key, which is the code of the entry's head.

    The whole country's procedure heads its local variants. Several of the whole country's with one
    name stay apart, and the provinces' ones beside them then make an entry of their own, since
    nothing says which of them they carry out. One of provinces only has its lowest code as head.
    """
    groups: dict[tuple[str, frozenset[str]], list[Candidate]] = defaultdict(list)
    for one in procedures:
        groups[fold(one.name), frozenset(one.levels)].append(one)
    return {code: key for group in groups.values() for code, key in _keys(group).items()}


def _keys(group: list[Candidate]) -> dict[str, str]:
    central = sorted(one.code for one in group if not one.publisher)
    local = sorted(one.code for one in group if one.publisher)
    head = central[0] if len(central) == 1 else min(local, default="")
    return {code: code for code in central} | dict.fromkeys(local, head)
