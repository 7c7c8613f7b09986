"""Acts of the audit log in words, as the desk tells them."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.ui.formats import number, short_date

# What each act is called on the desk; %(name)s is the key of what it was done to, the rest are
# details of the audit row.
TOLD: dict[str, Promise] = {
    "catalogue.procedures.publish": _(
        "cập nhật danh mục: %(versions)s thủ tục mới hoặc thay đổi, %(withdrawn)s bãi bỏ"
    ),
    "catalogue.importing.receive": _("nạp lên tệp %(file)s"),
    "catalogue.importing.fail": _("không đọc được tệp của lần nạp số %(name)s"),
    "catalogue.importing.discard": _("bỏ lần nạp số %(name)s, danh mục không đổi"),
    "catalogue.lexicon.save": _("lưu từ “%(name)s” trong từ điển"),
    "catalogue.lexicon.switch_off": _("tắt từ “%(name)s” trong từ điển"),
    "catalogue.lexicon.remove": _("bỏ mục riêng cho từ “%(name)s” trong từ điển"),
    "people.accounts.create": _("tạo tài khoản %(name)s"),
    "people.accounts.reset_password": _("cấp mật khẩu một lần cho %(name)s"),
    "people.accounts.change_password": _("đổi mật khẩu của mình"),
    "people.accounts.sign_in_locked": _("bị tạm dừng đăng nhập vì sai mật khẩu nhiều lần"),
}
# Kept as evidence, but not news.
QUIET = frozenset(
    {
        "catalogue.importing.propose",
        "catalogue.importing.read_again",
        "catalogue.importing.request_apply",
        "catalogue.importing.apply",  # the publication is told
        "people.accounts.sign_in",
        "people.accounts.sign_out",
        "people.accounts.sign_in_refused",
        "people.accounts.wrong_password",
    }
)
# What is said of an import by its status.
IMPORTS: dict[str, Promise] = {
    "received": _("Đang đọc tệp %(file)s"),
    "proposed": _("Tệp %(file)s đã đọc xong, chờ bạn xem rồi áp dụng"),
    "applying": _("Đang áp dụng tệp %(file)s"),
}
ACTORS: dict[str, Promise] = {
    "system": _("Hệ thống"),
    "operator": _("Người vận hành"),
    "unknown": _("Người lạ"),
}


def act(action: str, subject: str, details: dict[str, Any]) -> str:
    """ "lưu từ “so do” trong từ điển" for ("catalogue.lexicon.save", "term so do", {...})."""
    known = {key: _shown(value) for key, value in details.items()}
    return str(TOLD[action]) % {"name": subject.partition(" ")[2], **known}


def _shown(value: object) -> str:
    return number(value) if isinstance(value, int) else str(value)


def actor(name: str) -> str:
    """Who acted: the sign-in name, or a word for those who have none."""
    return str(ACTORS.get(name, name))


def import_line(status: str, file_name: str) -> str:
    """What waits in an import."""
    return str(IMPORTS[status]) % {"file": file_name}


def moment(at: datetime, *, now: datetime) -> str:
    """ "hôm nay, 14 giờ 30" or "23/11/2026, 14 giờ 30", in the portal's time zone; it is
    never broken into two lines."""
    local = timezone.localtime(at)
    today = local.date() == timezone.localtime(now).date()
    day = gettext("hôm nay") if today else short_date(local)
    clock = gettext("%(hour)s giờ %(minute)s") % {"hour": local.hour, "minute": f"{local:%M}"}
    return f"{day}, {clock}".replace(" ", "\u00a0")
