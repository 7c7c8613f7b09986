"""Every act that is recorded is either told on the desk in words or left out on purpose."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import lantoa
from lantoa.core.jobs import registry
from lantoa.portal.desk import words

SOURCE = Path(lantoa.__file__).parent
ACT = re.compile(r'"((?:catalogue|people)\.[a-z]+\.[a-z_]+)"')
IMPORT_ACT = re.compile(r'_tell\(run, "(\w+)"')
DETAILS = {"file": "a.xlsx", "versions": 5757, "withdrawn": 0}


def recorded() -> set[str]:
    """All acts that the actions of the program record."""
    sources = [path.read_text(encoding="utf-8") for path in SOURCE.glob("*/*/actions.py")]
    literal = {act for source in sources for act in ACT.findall(source)}
    importing = {
        f"catalogue.importing.{act}" for source in sources for act in IMPORT_ACT.findall(source)
    }
    return (literal - set(registry.names())) | importing  # jobs have names of the same form


def test_the_search_for_acts_finds_them() -> None:
    assert {"people.accounts.create", "catalogue.importing.apply"} <= recorded()


def test_every_recorded_act_has_words_or_is_quiet_on_purpose() -> None:
    assert recorded() == set(words.TOLD) | words.QUIET


@pytest.mark.parametrize("action", words.TOLD)
def test_every_act_can_be_told(action: str) -> None:
    assert "%" not in words.act(action, "term so do", DETAILS)


def test_numbers_in_acts_read_as_people_write_them() -> None:
    told = words.act("catalogue.procedures.publish", "catalogue", DETAILS)
    assert told == "cập nhật danh mục: 5.757 thủ tục mới hoặc thay đổi, 0 bãi bỏ"


def test_an_act_names_what_it_was_done_to() -> None:
    assert words.act("people.accounts.create", "account an", {}) == "tạo tài khoản an"


@pytest.mark.parametrize(("name", "said"), [("system", "Hệ thống"), ("lan", "lan")])
def test_who_acted_is_said(name: str, said: str) -> None:
    assert words.actor(name) == said


def test_a_moment_of_today_is_said_so_by_vietnamese_time() -> None:
    now = datetime(2026, 11, 20, 18, 5, tzinfo=UTC)  # 1:05 on the 21st in Việt Nam
    said = [words.moment(at, now=now) for at in (now, now - timedelta(hours=2))]
    assert [each.replace("\u00a0", " ") for each in said] == [
        "hôm nay, 1 giờ 05",
        "20/11/2026, 23 giờ 05",
    ]
