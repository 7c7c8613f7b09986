"""Ways to hand in: channel, time limit, fees."""

import re
from typing import Any, Final

from lantoa.catalogue.importing.normalise.clean import clean, decimal, line
from lantoa.catalogue.importing.problems import Problem
from lantoa.catalogue.procedures.content import Channel, Fee, Method, TimeUnit

CHANNELS: Final[dict[str, str]] = {
    "direct": Channel.DIRECT,
    "trực tiếp": Channel.DIRECT,
    "online": Channel.ONLINE,
    "trực tuyến": Channel.ONLINE,
    "postal": Channel.POSTAL,
    "bưu chính": Channel.POSTAL,
    "dịch vụ bưu chính": Channel.POSTAL,
    "không rõ": "",
    "": "",
}
UNITS: Final[dict[str, str]] = {
    "giờ": TimeUnit.HOUR,
    "hour": TimeUnit.HOUR,
    "ngày": TimeUnit.DAY,
    "day": TimeUnit.DAY,
    "ngày làm việc": TimeUnit.WORKING_DAY,
    "working_day": TimeUnit.WORKING_DAY,
    "tháng": TimeUnit.MONTH,
    "month": TimeUnit.MONTH,
    "năm": TimeUnit.YEAR,
    "year": TimeUnit.YEAR,
    "khác": TimeUnit.OTHER,
    "other": TimeUnit.OTHER,
}
_LIMIT = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s+(\w+(?: \w+)*)")
# The smallest note in use is 1,000 đồng: what is below is dollars or thousands, and nobody says
# which.
LEAST_DONG = 1000
# An empty field of the portal, printed: "Phí :  Đồng", "Lệ phí : 0 Đồng".
_EMPTY_FEE = re.compile(r"((lệ )?phí\s*:\s*0?\s*(đồng|vnđ)?\s*)+", re.IGNORECASE)

# The two ways in which a whole table came as running text and can still be told apart for sure.
_ROW = r"(Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(\d+)Miễn phí"
_GLUED_ROW = re.compile(_ROW)
_GLUED = re.compile(rf"Hình thức nộpThời gianPhí, lệ phíMô tả((?:{_ROW})+)")
_LISTED_ROW = re.compile(
    r"\s*\* Hình thức nộp: (\w+)\s*\n\s*Thời hạn giải quyết: ([^\n]*)\n\s*Phí, lệ phí:([^\n]*)\n?"
)


def methods(value: Any) -> tuple[tuple[Method, ...], str, list[Problem]]:
    """Methods told apart, or else as text, and what is odd about them."""
    if isinstance(value, str):
        return _from_text(value)
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    if not rows:
        return (), "", [Problem("methods_missing")]
    problems: list[Problem] = []
    found = dict.fromkeys(_method(row, problems) for row in rows)
    return tuple(found), "", list(dict.fromkeys(problems))


def _from_text(text: str) -> tuple[tuple[Method, ...], str, list[Problem]]:
    """A zero fee was printed as "Miễn phí"; it is the default of an empty field like any other."""
    rows: list[dict[str, Any]] = []
    if glued := _GLUED.fullmatch(text.strip()):
        rows = [
            {"channel": channel, "time_value": value, "time_unit": "other"}
            for channel, value in _GLUED_ROW.findall(glued[1])
        ]
    elif text.strip() and not _LISTED_ROW.sub("", text).strip():
        rows = [
            {"channel": channel, "time_limit": limit, "fee": fee}
            for channel, limit, fee in _LISTED_ROW.findall(text)
        ]
    if rows:
        return methods(rows)
    raw = clean(text)
    return (), raw, [Problem("methods_as_text" if raw else "methods_missing")]


def _method(row: dict[str, Any], problems: list[Problem]) -> Method:
    said = line(row.get("channel"))
    channel = CHANNELS.get(said.lower())
    if not channel:
        problems.append(Problem("channel_unknown", said))
    value, unit, text = _limit(row)
    if value is not None and unit == TimeUnit.OTHER:
        problems.append(Problem("time_unit_missing"))
    return Method(
        channel=channel or "",
        time_value=value,
        time_unit=unit,
        time_text=text,
        fees=_fees(row, problems),
        description=clean(row.get("description")),
    )


def _limit(row: dict[str, Any]) -> tuple[float | None, str, str]:
    """Value, unit, words. A limit of 0 is an empty field; a number with a known unit is one."""
    value = decimal(row.get("time_value"))
    if value is not None:
        unit = UNITS.get(line(row.get("time_unit")).lower(), TimeUnit.OTHER)
        return (value, unit, "") if value else (None, "", "")
    text = line(line(row.get("time_limit")).removesuffix("OTHER"))
    if not text:
        return None, "", ""
    plain = _LIMIT.fullmatch(text.lower())
    unit = UNITS.get(plain[2], "") if plain else ""
    if plain and unit:
        value = decimal(plain[1])
        return (value, unit, "") if value else (None, "", "")
    return None, "", text


def _fees(row: dict[str, Any], problems: list[Problem]) -> tuple[Fee, ...]:
    given = row.get("fees")
    if isinstance(given, list) and given:
        found = [_fee(fee, problems) for fee in given if isinstance(fee, dict)]
    else:
        found = [Fee(note=note) for note in _fee_texts(line(row.get("fee")))]
    return tuple(dict.fromkeys(fee for fee in found if fee.published))


def _fee(fee: dict[str, Any], problems: list[Problem]) -> Fee:
    """0 is the portal's default and says nothing, so that only the note counts then."""
    amount, note = decimal(fee.get("amount_vnd")), line(fee.get("note"))
    if not amount:
        return Fee(note=note)
    if amount >= LEAST_DONG:
        return Fee(amount=amount, note=note)
    problems.append(Problem("fee_unit_doubtful", f"{amount:g}"))
    told = f"{amount:g} (nguồn không ghi đơn vị tiền)"
    return Fee(note=f"{told}: {note}" if note else told)


def _fee_texts(text: str) -> list[str]:
    if _EMPTY_FEE.fullmatch(text) or re.fullmatch(r"0\s*(đồng|vnđ)?", text, re.IGNORECASE):
        return []
    return [part for part in map(line, text.split("|")) if part]
