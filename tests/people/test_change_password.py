"""A one-time password is changed before anything else."""

from datetime import datetime

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from lantoa.core.audit.models import AuditRow
from lantoa.people.accounts import actions
from lantoa.people.accounts.errors import WrongPassword
from lantoa.people.accounts.models import User
from tests.people.conftest import PASSWORD

pytestmark = pytest.mark.django_db
HERE = "/doi-mat-khau/"
NEW = "gió mùa về trên bến"


def change(client: Client, current: str = PASSWORD, new: str = NEW, again: str | None = None):
    return client.post(
        HERE, {"current": current, "new": new, "again": new if again is None else again}
    )


def act(user: User, current: str, now: datetime) -> None:
    request = RequestFactory().post(HERE)
    actions.change_password(request=request, user=user, current=current, new=NEW, now=now)


@pytest.fixture
def signed_in(client: Client, an: User) -> Client:
    """An at her desk."""
    client.force_login(an)
    return client


def test_a_one_time_password_leads_to_no_page_but_this(client: Client, lan: User) -> None:
    client.force_login(lan)
    for name in ["portal:desk", "catalogue:lexicon", "catalogue:lexicon_new"]:
        assert client.get(reverse(name))["Location"] == HERE
    assert "mật khẩu một lần" in client.get(HERE).content.decode()


def test_the_one_time_password_opens_nothing_for_posts_either(client: Client, lan: User) -> None:
    client.force_login(lan)
    assert client.post(reverse("catalogue:lexicon_new"), {})["Location"] == HERE


def test_changing_it_opens_the_desk(client: Client, lan: User) -> None:
    client.force_login(lan)
    assert change(client, current=lan.one_time)["Location"] == reverse("portal:desk")
    lan.refresh_from_db()
    assert lan.check_password(NEW)
    assert not lan.must_change_password


def test_who_changes_it_stays_signed_in_under_a_new_key(signed_in: Client) -> None:
    before = signed_in.session.session_key
    change(signed_in)
    assert signed_in.session.session_key != before
    assert signed_in.get(HERE).status_code == 200


def test_sessions_elsewhere_end(signed_in: Client, an: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(an)
    change(signed_in)
    assert elsewhere.get(HERE)["Location"].startswith("/dang-nhap/")


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(HERE)["Location"] == f"/dang-nhap/?next={HERE}"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"current": "sai"}, "Mật khẩu đang dùng chưa đúng."),
        ({"again": "khác hẳn"}, "Hai lần gõ chưa giống nhau."),
        ({"new": "ngắn quá"}, "Mật khẩu cần ít nhất 12 ký tự."),
        ({"new": "1q2w3e4r5t6y"}, "Nhiều người dùng mật khẩu này"),
        ({"new": PASSWORD}, "Mật khẩu mới phải khác mật khẩu đang dùng."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    signed_in: Client, an: User, sent: dict[str, str], said: str
) -> None:
    assert said in change(signed_in, **sent).content.decode()
    an.refresh_from_db()
    assert an.check_password(PASSWORD)


def test_a_password_like_ones_name_is_refused(client: Client, lan: User) -> None:
    User.objects.filter(pk=lan.pk).update(username="nguyenthilan")
    client.force_login(lan)
    page = change(client, current=lan.one_time, new="nguyenthilan1").content.decode()
    assert "giống tên của bạn quá" in page


def test_what_was_typed_never_comes_back_in_the_page(signed_in: Client) -> None:
    page = change(signed_in, current="sai", again="khác").content.decode()
    assert NEW not in page


def test_the_action_itself_asks_for_the_current_password(an: User, now: datetime) -> None:
    with pytest.raises(WrongPassword):
        act(an, "sai", now)
    an.refresh_from_db()
    assert an.check_password(PASSWORD)
    assert AuditRow.objects.get().action == "people.accounts.wrong_password"


def test_the_audit_row_names_the_account_and_no_password(an: User, now: datetime) -> None:
    act(an, PASSWORD, now)
    row = AuditRow.objects.get()
    assert (row.actor, row.action) == ("an", "people.accounts.change_password")
    assert (row.subject, row.details, row.at) == ("account an", {}, now)
