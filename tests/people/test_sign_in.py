"""Signing in and out."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.core.audit.models import AuditRow
from lantoa.people.accounts.actions import reset_password
from lantoa.people.accounts.models import User
from tests.people.conftest import PASSWORD

pytestmark = pytest.mark.django_db
HERE = "/dang-nhap/"


def sign_in(client: Client, username: str, password: str = PASSWORD, **more: str):
    return client.post(HERE, {"username": username, "password": password, **more})


def actions_told() -> list[str]:
    return [row.action.rpartition(".")[2] for row in AuditRow.objects.order_by("id")]


def test_the_page_asks_for_name_and_password_in_both_languages(client: Client) -> None:
    assert "Mật khẩu" in client.get(HERE).content.decode()
    assert client.get(f"/en{HERE}").status_code == 200


def test_right_name_and_password_lead_to_the_desk(client: Client, an: User) -> None:
    response = sign_in(client, "an")
    assert response["Location"] == reverse("portal:desk")
    assert client.session["_auth_user_id"] == str(an.pk)


def test_capitals_and_spaces_in_the_name_make_no_difference(client: Client, an: User) -> None:
    assert sign_in(client, " AN ").status_code == 302


def test_a_wrong_password_and_an_unknown_name_read_the_same(client: Client, an: User) -> None:
    wrong = sign_in(client, "an", "sai").content.decode().replace('value="an"', "")
    unknown = sign_in(client, "ai", "sai").content.decode().replace('value="ai"', "")
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in wrong
    assert strip_tokens(wrong) == strip_tokens(unknown)


def test_an_unknown_name_costs_a_password_hash_too(client: Client, monkeypatch) -> None:
    hashed = []
    monkeypatch.setattr(User, "set_password", lambda self, raw: hashed.append(raw))
    sign_in(client, "ai", "sai")
    assert hashed == ["sai"]


def test_somebody_who_left_cannot_sign_in(client: Client, an: User) -> None:
    User.objects.filter(pk=an.pk).update(is_active=False)
    assert "chưa đúng" in sign_in(client, "an").content.decode()


def test_an_open_session_ends_when_somebody_leaves(client: Client, an: User) -> None:
    client.force_login(an)
    User.objects.filter(pk=an.pk).update(is_active=False)
    assert client.get(reverse("portal:desk"))["Location"].startswith(HERE)


def test_an_open_session_ends_when_the_password_is_reset(
    client: Client, an: User, now: datetime
) -> None:
    client.force_login(an)
    reset_password(by="lan", username="an", now=now)
    assert client.get("/doi-mat-khau/")["Location"].startswith(HERE)


@pytest.mark.parametrize("sent", [{"username": "a\0n"}, {"password": "x" * 1000}])
def test_what_no_browser_sends_is_refused_kindly(
    client: Client, an: User, sent: dict[str, str]
) -> None:
    response = client.post(HERE, {"username": "an", "password": PASSWORD, **sent})
    assert response.status_code == 200
    assert "field-error" in response.content.decode()


def test_the_session_gets_a_new_key(client: Client, an: User) -> None:
    session = client.session
    session["something"] = "fixed by somebody else"
    session.save()
    sign_in(client, "an")
    assert client.session.session_key != session.session_key
    assert not client.session.exists(session.session_key)


def test_signing_in_leads_on_to_where_one_was_going(client: Client, an: User) -> None:
    there = reverse("catalogue:lexicon")
    asked = client.get(there)
    assert asked["Location"] == f"{HERE}?next={there}"
    assert f'value="{there}"' in client.get(asked["Location"]).content.decode()
    assert sign_in(client, "an", next=there)["Location"] == there


@pytest.mark.parametrize(
    "target",
    ["https://example.org/", "//example.org", "javascript:alert(1)", "\\\\example.org", ""],
)
def test_signing_in_never_leads_to_another_site(client: Client, an: User, target: str) -> None:
    assert sign_in(client, "an", next=target)["Location"] == reverse("portal:desk")


def test_who_is_signed_in_goes_straight_on(client: Client, an: User) -> None:
    client.force_login(an)
    assert client.get(HERE)["Location"] == reverse("portal:desk")


def test_empty_fields_are_named(client: Client) -> None:
    assert client.post(HERE, {}).content.decode().count("field-error") == 2


def test_the_page_is_never_kept_in_a_cache(client: Client) -> None:
    assert "no-store" in client.get(HERE)["Cache-Control"]


def test_sign_in_needs_the_token_against_forged_requests(an: User) -> None:
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client, "an").status_code == 403


def test_signing_out_ends_the_session_and_says_so(client: Client, an: User) -> None:
    client.force_login(an)
    response = client.post("/dang-xuat/", follow=True)
    assert "Bạn đã đăng xuất." in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_link_cannot_sign_anybody_out(client: Client, an: User) -> None:
    client.force_login(an)
    assert client.get("/dang-xuat/").status_code == 405
    assert "_auth_user_id" in client.session


def test_signing_out_twice_is_no_error(client: Client) -> None:
    assert client.post("/dang-xuat/").status_code == 302
    assert actions_told() == []


def test_audit_rows_tell_who_came_went_and_failed(client: Client, an: User) -> None:
    sign_in(client, "an", "sai")
    sign_in(client, "an")
    client.post("/dang-xuat/")
    assert actions_told() == ["sign_in_refused", "sign_in", "sign_out"]
    assert {row.actor for row in AuditRow.objects.all()} == {"an"}
    assert AuditRow.objects.first().details == {}
    assert AuditRow.objects.last().details == {"address": "127.0.0.1"}


def test_what_was_typed_as_an_unknown_name_is_not_kept(client: Client, an: User) -> None:
    sign_in(client, PASSWORD, "sai")
    row = AuditRow.objects.get()
    assert (row.actor, row.subject) == ("unknown", "account unknown")
    assert PASSWORD not in str(row.details)


def strip_tokens(page: str) -> str:
    """The page without what differs from one request to the next."""
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)
