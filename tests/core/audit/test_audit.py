"""Audit rows."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError

from lantoa.core.audit.actions import record
from lantoa.core.audit.queries import rows_about
from lantoa.core.ops import logs

pytestmark = pytest.mark.django_db


def test_a_row_says_who_did_what_to_what_and_when(now: datetime) -> None:
    record(actor="an", action="a.b.c", subject="thing 1", now=now, details={"before": 1})
    row = rows_about("thing 1").get()
    assert (row.actor, row.action, row.at, row.details) == ("an", "a.b.c", now, {"before": 1})
    assert str(row) == "2026-11-20 02:00 an a.b.c thing 1"


def test_a_row_carries_the_id_of_its_request(now: datetime) -> None:
    token = logs._request_id.set("abc")
    row = record(actor="an", action="a.b.c", subject="thing 1", now=now)
    logs._request_id.reset(token)
    assert row.request_id == "abc"


def test_rows_about_one_thing_come_newest_first(now: datetime) -> None:
    for day in range(3):
        record(actor="an", action=f"a.b.{day}", subject="x 1", now=now + timedelta(days=day))
    record(actor="an", action="a.b.c", subject="x 2", now=now)
    assert [row.action for row in rows_about("x 1")] == ["a.b.2", "a.b.1", "a.b.0"]


@pytest.mark.parametrize(("actor", "action"), [("", "a.b.c"), ("an", "")])
def test_a_row_without_actor_or_action_is_refused(actor: str, action: str, now: datetime) -> None:
    with pytest.raises(IntegrityError):
        record(actor=actor, action=action, subject="x", now=now)
