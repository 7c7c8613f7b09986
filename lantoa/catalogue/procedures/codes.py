"""Codes of procedures."""

import re

# The national list writes d.dddddd (1.004194, 2.000815).
_WELL_FORMED = re.compile(r"[1-9]\.\d{6}", re.ASCII)
# What can stand in an address and in a file's name; three codes of the list are longer or end in
# letters.
_USABLE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,59}", re.ASCII)


def is_well_formed(code: str) -> bool:
    """True for a code as the national list writes it."""
    return bool(_WELL_FORMED.fullmatch(code))


def is_usable(code: str) -> bool:
    """True for a code that can be an address, well formed or not."""
    return bool(_USABLE.fullmatch(code))
