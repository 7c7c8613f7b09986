"""The living page: every component in its states, drawn from the same files as the real pages."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.ui.icons import ICONS

ROLES = (
    *("paper", "surface", "sunken", "ink", "ink-soft", "line-strong", "brand", "brand-soft"),
    *("band", "accent", "ok", "warn", "late", "link", "focus"),
)


class SampleForm(forms.Form):
    """One field of each kind, for showing."""

    name = forms.CharField(label=gettext_lazy("Họ và tên"))
    phone = forms.RegexField(
        r"0\d{9}",
        label=gettext_lazy("Số điện thoại"),
        help_text=gettext_lazy("Gồm 10 chữ số, bắt đầu bằng 0."),
        error_messages={
            "invalid": gettext_lazy("Số điện thoại gồm 10 chữ số, bắt đầu bằng 0."),
        },
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Bạn hỏi cho ai"),
        choices=[("me", gettext_lazy("cho tôi")), ("other", gettext_lazy("cho người khác"))],
        widget=forms.RadioSelect,
    )
    place = forms.ChoiceField(
        label=gettext_lazy("Nơi bạn nộp"), choices=[("1", "Gia Lai"), ("2", "Sa Pa")]
    )
    note = forms.CharField(
        label=gettext_lazy("Ghi chú"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    file = forms.FileField(label=gettext_lazy("Tệp đính kèm"), required=False)
    agree = forms.BooleanField(label=gettext_lazy("Tôi đã đọc"), required=False)


def gallery(request: HttpRequest) -> HttpResponse:
    """Show all components; needs no database."""
    context = {
        "blank": SampleForm(prefix="blank"),
        "wrong": SampleForm({"wrong-phone": "12345"}, prefix="wrong"),
        "page": Paginator(range(50), 10).page(2),
        "columns": _columns(),
        "rows": [zip(_columns(), row, strict=True) for row in _rows()],
        "icons": sorted(ICONS),
        "roles": ROLES,
    }
    return render(request, "ui/gallery.html", context)


def _columns() -> list[str]:
    return [_("Xã"), _("Hồ sơ"), _("Đúng hạn")]


def _rows() -> list[list[str]]:
    return [["Sa Pa", "1.204", "97,5 %"], ["Nam Dong", "860", "91 %"]]
