"""Words of the source said plainly: levels, audiences, channels. The rest stays as it is."""

import re
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.catalogue.procedures.parts import CHANNELS

LEVELS: Final[dict[str, Promise]] = {
    "Cấp Xã": _("cấp xã"),
    "Cấp Tỉnh": _("cấp tỉnh"),
    "Cấp Bộ": _("cấp bộ"),
    "Cơ quan khác": _("cơ quan khác"),
}
AUDIENCES: Final[dict[str, Promise]] = {
    "Công dân Việt Nam": _("công dân Việt Nam"),
    "Người Việt Nam định cư ở nước ngoài": _("người Việt Nam định cư ở nước ngoài"),
    "Người nước ngoài": _("người nước ngoài"),
    "Doanh nghiệp": _("doanh nghiệp"),
    "Doanh nghiệp Việt Nam": _("doanh nghiệp Việt Nam"),
    "Doanh nghiệp có vốn đầu tư nước ngoài": _("doanh nghiệp có vốn đầu tư nước ngoài"),
    "Hợp tác xã": _("hợp tác xã"),
    "Tổ chức (không bao gồm doanh nghiệp, HTX)": _("tổ chức (không phải doanh nghiệp, hợp tác xã)"),
    "Tổ chức nước ngoài": _("tổ chức nước ngoài"),
    "Cán bộ, công chức, viên chức": _("cán bộ, công chức, viên chức"),
}
# What in an agency's name tells its level: the places it serves, or that it is a ministry. Neither
# "trật tự xã hội" nor "hợp tác xã" is a commune, neither "Bộ phận" nor "Bộ đội" a ministry.
_TELLS: Final = {
    "Cấp Xã": re.compile(r"(?i:(?<!hợp tác )\bxã\b(?! hội)|\bphường\b|\bthị trấn\b|\bđặc khu\b)"),
    "Cấp Tỉnh": re.compile(r"(?i:\btỉnh\b)"),
    "Cấp Bộ": re.compile(r"\bBộ\b(?! phận| đội)|\b[Cc]ấp [Bb]ộ\b"),
}


def agency(source: str) -> str:
    """An agency's name on one line without the full stop that some sources put behind it."""
    return " ".join(source.split()).rstrip(" .")


def tells_level(agency: str, source: str) -> bool:
    """True where the agency's name says by itself that it is of the level ("Cấp Xã")."""
    pattern = _TELLS.get(source)
    return bool(pattern and pattern.search(agency))


def level(source: str) -> str:
    """ "Cấp Xã" -> "cấp xã" ("commune level" in English)."""
    return str(LEVELS.get(source, source))


def audience(source: str) -> str:
    """ "Công dân Việt Nam" -> the same, in English "Vietnamese citizens"."""
    return str(AUDIENCES.get(source, source))


def channel(source: str) -> str:
    """ "online" -> "Trực tuyến"."""
    return str(CHANNELS.get(source, source))
