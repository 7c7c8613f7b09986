"""What a citizen typed and chose on the results page. Nothing here is ever refused."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.catalogue.procedures import provinces, words
from lantoa.catalogue.search.answer import Filters
from lantoa.catalogue.search.offers import field_names

LONGEST = 500
FIRST, STEP, MOST = 10, 10, 50
NEAREST = 3


class SearchForm(forms.Form):
    """Filters. A value that is not on offer narrows nothing, so that old links keep working."""

    use_required_attribute = False

    level = forms.ChoiceField(label=_("Cấp giải quyết"))
    audience = forms.ChoiceField(label=_("Dành cho ai"))
    province = forms.ChoiceField(label=_("Nơi bạn nộp"), widget=forms.Select({"lang": "vi"}))
    field = forms.ChoiceField(label=_("Lĩnh vực"), widget=forms.Select({"lang": "vi"}))
    online = forms.BooleanField(label=_("Chỉ thủ tục nộp trực tuyến được"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer what the catalogue holds; every field may stay empty."""
        super().__init__(*args, **kwargs)
        offers = {
            "level": [(source, words.level(source)) for source in words.LEVELS],
            "audience": [(source, words.audience(source)) for source in words.AUDIENCES],
            "province": [(name, name) for name in provinces.names()],
            "field": [(name, name) for name in field_names()],
        }
        for name, field in self.fields.items():
            field.required = False
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _("Tất cả")), *offers[name]]

    def filters(self) -> Filters:
        """What narrows the search."""
        self.is_valid()
        chosen = {
            name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data
        }
        return Filters(**chosen)

    def chosen(self) -> list[str]:
        """What narrows, in words: "cấp xã", "Gia Lai", "chỉ thủ tục nộp trực tuyến được"."""
        found = []
        for name, value in self.cleaned_data.items():
            field = self.fields[name]
            if value and isinstance(field, forms.ChoiceField):
                found.append(str(dict(field.choices)[value]))  # type: ignore[arg-type]
            elif value:
                found.append(str(field.label))
        return found


def question(typed: str) -> tuple[str, bool]:
    """The question as it is searched, and whether it was cut to the longest we read."""
    text = " ".join(typed.replace("\x00", " ").split())
    return text[:LONGEST], len(text) > LONGEST


def shown(wanted: str) -> int:
    """How many results to show: what the address asks for, within bounds."""
    return min(max(int(wanted), FIRST), MOST) if wanted.isdecimal() and len(wanted) < 4 else FIRST
