"""Template tags and filters that every template has (listed as builtins in the settings)."""

from datetime import date
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override

from lantoa.ui import formats, navigation
from lantoa.ui.assets import asset_url
from lantoa.ui.icons import ICONS

register = template.Library()
register.simple_tag(asset_url, name="asset")


@register.filter
def number(value: formats.Number | None) -> str:
    """ "1.234,5"; nothing becomes "cơ quan chưa công bố"."""
    return formats.unpublished() if value is None else formats.number(value)


@register.filter
def money(value: formats.Number | None) -> str:
    """ "70.000 đồng"; nothing becomes "cơ quan chưa công bố"."""
    return formats.unpublished() if value is None else formats.money(value)


@register.filter
def short_date(value: date | None) -> str:
    """ "23/11/2026"; nothing becomes "cơ quan chưa công bố"."""
    return formats.unpublished() if value is None else formats.short_date(value)


@register.filter
def long_date(value: date | None) -> str:
    """ "thứ Hai, 23/11/2026"; nothing becomes "cơ quan chưa công bố"."""
    return formats.unpublished() if value is None else formats.long_date(value)


@register.filter
def duration(value: formats.Number | None, unit: str) -> str:
    """`{{ 5|duration:"working_day" }}` -> "5 ngày làm việc"."""
    return formats.duration(value, unit)


@register.filter
def published(value: Any) -> Any:
    """The value itself, or "cơ quan chưa công bố" where it is empty."""
    return value or formats.unpublished()


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "search" %}`: an icon of `lantoa.ui.icons`, hidden from screen readers."""
    shape = ICONS[name]
    return mark_safe(  # noqa: S308  # constant text of this package
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shape}</svg>'
    )


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, code: str) -> str:
    """Address of the page shown in the language `code`; the home page where it has none."""
    request: HttpRequest | None = context.get("request")
    path = request.get_full_path() if request else "/"
    if code == get_language():
        return path
    other = translate_url(path, code)
    return other if other != path else _home(code)


def _home(code: str) -> str:
    with override(code):
        return reverse("portal:home")


@register.simple_tag(takes_context=True)
def desk_links(context: template.Context) -> list[navigation.Link]:
    """The desk's navigation for the person of the request."""
    request: HttpRequest | None = context.get("request")
    return list(navigation.links(request)) if request else []
