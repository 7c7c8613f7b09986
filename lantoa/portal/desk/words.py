"""Acts of the audit log in words, as the desk tells them."""

from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from lantoa.ui.formats import short_date

# What each act is called on the desk; %(name)s is the key of what it was done to.
TOLD: dict[str, Promise] = {
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
    {"people.accounts.sign_in", "people.accounts.sign_out", "people.accounts.sign_in_refused"}
)
ACTORS: dict[str, Promise] = {
    "system": _("Hệ thống"),
    "operator": _("Người vận hành"),
    "unknown": _("Người lạ"),
}


def act(action: str, subject: str) -> str:
    """ "lưu từ “so do” trong từ điển" for ("catalogue.lexicon.save", "term so do")."""
    name = subject.partition(" ")[2]
    return str(TOLD[action]) % {"name": name}


def actor(name: str) -> str:
    """Who acted: the sign-in name, or a word for those who have none."""
    return str(ACTORS.get(name, name))


def moment(at: datetime, *, now: datetime) -> str:
    """ "hôm nay, 14 giờ 30" or "23/11/2026, 14 giờ 30", in the portal's time zone."""
    local = timezone.localtime(at)
    today = local.date() == timezone.localtime(now).date()
    day = _t("hôm nay") if today else short_date(local)
    clock = _t("%(hour)s giờ %(minute)s") % {"hour": f"{local:%H}", "minute": f"{local:%M}"}
    return f"{day}, {clock}"
