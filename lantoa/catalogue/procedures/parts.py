"""The parts of a procedure as lines of plain text, for comparing versions and reviewing imports."""

from collections.abc import Callable
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.catalogue.procedures.content import (
    Channel,
    Content,
    Fee,
    Method,
    OnlineLevel,
    Paper,
    TimeUnit,
)
from lantoa.ui.formats import duration, money, number, unpublished

LABELS: Final[dict[str, Promise]] = {
    "name": gettext_lazy("Tên thủ tục"),
    "field": gettext_lazy("Lĩnh vực"),
    "levels": gettext_lazy("Cấp thực hiện"),
    "audiences": gettext_lazy("Đối tượng thực hiện"),
    "agency": gettext_lazy("Cơ quan thực hiện"),
    "competent_agency": gettext_lazy("Cơ quan có thẩm quyền"),
    "coordinating_agency": gettext_lazy("Cơ quan phối hợp"),
    "delegated_agency": gettext_lazy("Cơ quan được ủy quyền"),
    "steps": gettext_lazy("Trình tự thực hiện"),
    "methods": gettext_lazy("Cách thức thực hiện"),
    "dossier": gettext_lazy("Thành phần hồ sơ"),
    "conditions": gettext_lazy("Yêu cầu, điều kiện"),
    "result": gettext_lazy("Kết quả"),
    "legal_bases": gettext_lazy("Căn cứ pháp lý"),
    "forms": gettext_lazy("Mẫu đơn, tờ khai"),
    "decision": gettext_lazy("Quyết định công bố"),
    "procedure_type": gettext_lazy("Loại thủ tục"),
    "submission_address": gettext_lazy("Địa chỉ tiếp nhận"),
    "keywords": gettext_lazy("Từ khóa"),
    "description": gettext_lazy("Mô tả"),
    "online_level": gettext_lazy("Mức độ dịch vụ công trực tuyến"),
    "source_url": gettext_lazy("Đường dẫn nguồn"),
    "publisher": gettext_lazy("Địa phương công bố"),
}
# Parts that stand in two members of a content: told apart, or as running text.
MEMBERS: Final[dict[str, tuple[str, ...]]] = {
    "methods": ("methods", "methods_text"),
    "dossier": ("dossier", "dossier_text"),
    "legal_bases": ("legal_bases", "legal_text"),
}
CHANNELS: Final[dict[str, Promise]] = {
    Channel.DIRECT: gettext_lazy("Trực tiếp"),
    Channel.ONLINE: gettext_lazy("Trực tuyến"),
    Channel.POSTAL: gettext_lazy("Bưu chính"),
}
ONLINE_LEVELS: Final[dict[str, Promise]] = {
    OnlineLevel.FULL: gettext_lazy("Toàn trình"),
    OnlineLevel.PARTIAL: gettext_lazy("Một phần"),
    OnlineLevel.NONE: gettext_lazy("Chưa có dịch vụ trực tuyến"),
}


def lines(content: Content, part: str) -> list[str]:
    """Part `part` (a key of LABELS) of `content` as lines; none where it is not published."""
    make = _MAKERS.get(part)
    if make is not None:
        return make(content)
    value = getattr(content, part)
    texts = value if isinstance(value, tuple) else (value,)
    return [line for text in texts for line in _split(text)]


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _fee(fee: Fee) -> str:
    told = [money(fee.amount)] if fee.amount else []
    return " – ".join([*told, *([fee.note] if fee.note else [])]) or unpublished()


def _limit(method: Method) -> str:
    if method.time_value is None:
        return " ".join(method.time_text.split())
    if method.time_unit in (TimeUnit.OTHER, TimeUnit.UNKNOWN):
        return _("%s (không rõ đơn vị)") % number(method.time_value)
    return duration(method.time_value, method.time_unit)


def _methods(content: Content) -> list[str]:
    rows = [
        "; ".join(
            part
            for part in (
                str(CHANNELS.get(method.channel, method.channel)),
                _limit(method),
                *(_fee(fee) for fee in method.fees),
                " ".join(method.description.split()),
            )
            if part
        )
        for method in content.methods
    ]
    return rows + _split(content.methods_text)


def _paper(paper: Paper) -> str:
    copies = [
        _("bản chính: %d") % paper.originals if paper.originals is not None else "",
        _("bản sao: %d") % paper.copies if paper.copies is not None else "",
        paper.form,
    ]
    told = ", ".join(filter(None, copies))
    return f"{paper.name} ({told})" if told else paper.name


def _dossier(content: Content) -> list[str]:
    rows: list[str] = []
    for case in content.dossier:
        rows += [case.title] if case.title else []
        rows += [_paper(paper) for paper in case.papers]
    return rows + _split(content.dossier_text)


def _legal(content: Content) -> list[str]:
    rows = [" – ".join(filter(None, (basis.number, basis.title))) for basis in content.legal_bases]
    return rows + _split(content.legal_text)


def _online(content: Content) -> list[str]:
    known = ONLINE_LEVELS.get(content.online_level)
    return [str(known)] if known else []


_MAKERS: Final[dict[str, Callable[[Content], list[str]]]] = {
    "methods": _methods,
    "dossier": _dossier,
    "legal_bases": _legal,
    "online_level": _online,
}


def is_empty(content: Content, part: str) -> bool:
    """True where nothing is published for a part."""
    return not any(getattr(content, member) for member in MEMBERS.get(part, (part,)))
