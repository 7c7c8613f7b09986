"""Words of the source said plainly: levels, audiences, channels. The rest stays as it is."""

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
    "Tổ chức (không bao gồm doanh nghiệp, HTX)": _("tổ chức không phải doanh nghiệp, hợp tác xã"),
    "Tổ chức nước ngoài": _("tổ chức nước ngoài"),
    "Cán bộ, công chức, viên chức": _("cán bộ, công chức, viên chức"),
}


def level(source: str) -> str:
    """ "Cấp Xã" -> "cấp xã" ("commune level" in English)."""
    return str(LEVELS.get(source, source))


def audience(source: str) -> str:
    """ "Công dân Việt Nam" -> the same, in English "Vietnamese citizens"."""
    return str(AUDIENCES.get(source, source))


def channel(source: str) -> str:
    """ "online" -> "Trực tuyến"."""
    return str(CHANNELS.get(source, source))
