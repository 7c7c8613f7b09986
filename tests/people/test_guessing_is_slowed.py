"""Six failures lock an account, and an address, for 15 minutes (OWASP ASVS 5.0, 6.3.1)."""

from datetime import datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from lantoa.core.audit.models import AuditRow
from lantoa.people.accounts.addresses import client_address
from lantoa.people.accounts.models import User
from lantoa.people.accounts.queries import minutes_locked
from tests.people.conftest import PASSWORD

pytestmark = pytest.mark.django_db
HERE = "/dang-nhap/"
FAILURES = 6
WRONG = "sai"
HOME = "10.0.0.1"


def attempt(client: Client, username: str = "an", password: str = WRONG, address: str = HOME):
    return client.post(HERE, {"username": username, "password": password}, REMOTE_ADDR=address)


def fail(client: Client, times: int = FAILURES, **how: str) -> list[int]:
    return [attempt(client, **how).status_code for _ in range(times)]


def test_the_sixth_failure_locks_and_the_page_says_for_how_long(client: Client, an: User) -> None:
    assert fail(client) == [200] * 5 + [429]
    response = attempt(client, password=PASSWORD)
    assert response.status_code == 429
    assert "sau 15 phút" in response.content.decode()
    assert response["Retry-After"] == "900"


def test_guessing_on_the_page_to_change_it_is_locked_like_the_door(
    client: Client, an: User
) -> None:
    client.force_login(an)
    new = "gió mùa về trên bến"
    form = {"current": WRONG, "new": new, "again": new}
    sent = [client.post("/doi-mat-khau/", form).status_code for _ in range(FAILURES)]
    assert sent == [200] * 5 + [429]
    assert client.post("/doi-mat-khau/", form | {"current": PASSWORD}).status_code == 429
    an.refresh_from_db()
    assert an.check_password(PASSWORD)


def test_an_account_is_locked_from_every_address(client: Client, an: User) -> None:
    fail(client)
    assert attempt(client, password=PASSWORD, address="10.0.0.2").status_code == 429


def test_spelling_the_name_otherwise_does_not_help_a_guesser(client: Client, an: User) -> None:
    statuses = [attempt(client, username=name).status_code for name in ["an", "AN", "An "] * 2]
    assert statuses[-1] == 429


def test_an_address_is_locked_for_every_account(client: Client, an: User) -> None:
    for name in ["a", "b", "c", "d", "e", "f"]:
        attempt(client, username=name)
    assert attempt(client, password=PASSWORD).status_code == 429
    assert attempt(client, password=PASSWORD, address="10.0.0.2").status_code == 302


def test_another_account_at_another_address_goes_on(client: Client, an: User, lan: User) -> None:
    fail(client, username="lan")
    assert attempt(client, password=PASSWORD, address="10.0.0.2").status_code == 302


def test_success_before_the_sixth_failure_counts_anew(client: Client, an: User) -> None:
    fail(client, times=5)
    attempt(client, password=PASSWORD)
    assert fail(client, times=5) == [200] * 5


def test_the_lock_opens_after_a_quarter_of_an_hour(client: Client, an: User) -> None:
    fail(client)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert attempt(client, password=PASSWORD).status_code == 302


def test_trying_again_does_not_prolong_the_lock(client: Client, an: User) -> None:
    fail(client)
    before = AccessAttempt.objects.get().attempt_time
    fail(client, times=3)
    assert AccessAttempt.objects.get().attempt_time == before


def test_one_row_tells_of_the_lock_however_often_it_is_tried(client: Client, an: User) -> None:
    fail(client, times=FAILURES + 4)
    told = [row.action for row in AuditRow.objects.order_by("id")]
    assert told == ["people.accounts.sign_in_refused"] * 5 + ["people.accounts.sign_in_locked"]


def test_no_password_is_kept_of_failed_attempts(client: Client, an: User) -> None:
    attempt(client, password="bí mật của tôi")
    kept = str(AccessAttempt.objects.values()) + str(AuditRow.objects.values())
    assert "bí mật của tôi" not in kept


@pytest.mark.parametrize(("ago", "minutes"), [(0, 15), (1, 14), (14.5, 1), (20, 1)])
def test_the_minutes_left_are_counted_from_the_last_failure(
    now: datetime, ago: float, minutes: int
) -> None:
    AccessAttempt.objects.create(
        username="an", ip_address="10.0.0.1", failures_since_start=6, attempt_time=now
    )
    AccessAttempt.objects.update(attempt_time=now - timedelta(minutes=ago))
    assert minutes_locked(username="an", address="", now=now) == minutes


def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(settings: Settings) -> None:
    request = RequestFactory().get(
        "/", headers={"X-Forwarded-For": "6.6.6.6, 203.0.113.7"}, REMOTE_ADDR="127.0.0.1"
    )
    assert client_address(request) == "127.0.0.1"
    settings.PRODUCTION = True
    assert client_address(request) == "203.0.113.7"


@pytest.mark.parametrize("sent", ["", "nowhere", "unix:/run/web.sock"])
def test_an_address_that_is_none_is_left_out(sent: str) -> None:
    assert client_address(RequestFactory().get("/", REMOTE_ADDR=sent)) == ""


def test_a_request_without_an_address_can_still_sign_in(client: Client, an: User) -> None:
    assert fail(client, times=2, address="") == [200, 200]
    assert attempt(client, password=PASSWORD, address="").status_code == 302
