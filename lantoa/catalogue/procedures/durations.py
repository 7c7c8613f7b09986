"""How long a procedure takes, in one line."""

from django.utils.translation import gettext as _

from lantoa.catalogue.procedures import words
from lantoa.catalogue.procedures.content import Content, Method, TimeUnit
from lantoa.ui.formats import duration, number, unpublished

MOST_TOLD_APART = 3
LONGEST_LIMIT = 60
NO_LIMIT = frozenset({"", "không", "không có"})  # alone they say that nothing is fixed
PLAIN_UNITS = frozenset(TimeUnit) - {TimeUnit.OTHER, TimeUnit.UNKNOWN}


def method_duration(method: Method) -> str:
    """ "5 ngày làm việc"; the source's words where it is no plain number; or "not published"."""
    if method.time_value and method.time_unit in PLAIN_UNITS:
        return duration(method.time_value, method.time_unit)
    told = " ".join(method.time_text.split())
    return unpublished() if told.lower() in NO_LIMIT else told


def is_quoted(method: Method, limit: str) -> bool:
    """True where `limit` is the source's own words."""
    return bool(method.time_text) and limit == " ".join(method.time_text.split())


def time_summary(content: Content) -> str:
    """One limit; or each with its channels; or the span: never an average or a guess."""
    told = _told(content)
    if not told:
        return _("xem phần cách nộp") if content.methods_text else unpublished()
    if len(told) == 1 and len(next(iter(told))) <= LONGEST_LIMIT:
        return next(iter(told))
    if any(is_quoted(method, method_duration(method)) for method in content.methods):
        return _("tùy trường hợp, xem phần cách nộp")
    channels = [channel for group in told.values() for channel in group]
    if len(channels) == len(set(channels)) and len(told) <= MOST_TOLD_APART:
        return "; ".join(f"{limit} ({_names(group)})" for limit, group in told.items())
    return _span(content)


def _told(content: Content) -> dict[str, list[str]]:
    """Published limits and the channels each holds for."""
    told: dict[str, list[str]] = {}
    for method in content.methods:
        limit = method_duration(method)
        if limit != unpublished() and method.channel not in told.setdefault(limit, []):
            told[limit].append(method.channel)
    return told


def _names(channels: list[str]) -> str:
    return ", ".join(words.channel(channel).lower() for channel in channels)


def time_in_short(content: Content) -> str:
    """The limit in a few words for a line among others, "" where none is published."""
    told = _told(content)
    if len(told) == 1 and len(next(iter(told))) <= LONGEST_LIMIT:
        return next(iter(told))
    if not told:
        return ""
    return _extent(content) or _("tùy trường hợp")


def _span(content: Content) -> str:
    extent = _extent(content)
    if not extent:
        return _("tùy trường hợp, xem phần cách nộp")
    return _("%(extent)s, tùy trường hợp") % {"extent": extent}


def _extent(content: Content) -> str:
    """ "từ 3 đến 26 ngày"; "" where the limits are not all of one unit."""
    plain = [one for one in content.methods if one.time_value and one.time_unit in PLAIN_UNITS]
    units = {method.time_unit for method in plain}
    if len(units) != 1:
        return ""
    values = sorted(method.time_value or 0 for method in plain)
    longest = duration(values[-1], units.pop())
    return _("từ %(low)s đến %(high)s") % {"low": number(values[0]), "high": longest}
