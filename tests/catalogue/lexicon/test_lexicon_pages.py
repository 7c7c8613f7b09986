"""The lexicon editor on the desk."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lantoa.catalogue.lexicon import shipped
from lantoa.catalogue.lexicon.models import LexiconEntry
from lantoa.catalogue.lexicon.queries import Origin, entries, line
from lantoa.catalogue.lexicon.staff_views import PER_PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]
LIST = "/ban-lam-viec/tu-dien/"
ADD = f"{LIST}them/"
IMPORT = f"{LIST}nap/"
FORM = {"official": "Đăng ký khai sinh", "kind": "colloquial", "region": "all"}


def edit(key: str = "so-do") -> str:
    return reverse("catalogue:lexicon_edit", args=[key])


def act(desk: Client, what: str, key: str = "so-do"):
    return desk.post(reverse("catalogue:lexicon_act", args=[key]), {"act": what}, follow=True)


def page(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("url", [LIST, ADD, IMPORT, f"{LIST}tai-ve/", f"{LIST}tu/so-do/"])
def test_pages_exist_in_english_too(desk: Client, url: str) -> None:
    assert desk.get(f"/en{url}").status_code == 200


@pytest.mark.parametrize("url", [LIST, ADD, IMPORT, f"{LIST}tai-ve/", f"{LIST}tu/so-do/"])
def test_strangers_are_sent_to_sign_in(client: Client, url: str) -> None:
    assert client.get(url)["Location"] == f"/dang-nhap/?next={url}"


def test_the_list_shows_terms_and_what_they_stand_for(desk: Client) -> None:
    shown = page(desk.get(LIST))
    assert "4 từ" in shown
    assert f'href="{edit()}"><strong>sổ đỏ</strong>' in shown
    assert "cấp giấy chứng nhận quyền sử dụng đất; đăng ký đất đai" in shown


def test_the_list_is_searched_without_marks(desk: Client) -> None:
    shown = page(desk.get(LIST, {"q": "bang lai"}))
    assert "làm lại bằng lái" in shown
    assert edit() not in shown


def test_a_filter_it_does_not_know_narrows_nothing(desk: Client) -> None:
    assert "4 từ" in page(desk.get(LIST, {"kind": "nonsense", "page": "x"}))


def test_nothing_found_says_what_to_do(desk: Client) -> None:
    shown = page(desk.get(LIST, {"q": "không có"}))
    assert "Không từ nào khớp" in shown
    assert ADD in shown


def test_fifty_terms_stand_on_a_page(desk: Client, small) -> None:
    rows = "".join(f"từ số {n},đăng ký,colloquial,all\n" for n in range(PER_PAGE + 1))
    small.write_text(f"term,official,kind,region\n{rows}", encoding="utf-8")
    shipped.shipped_terms.cache_clear()
    assert page(desk.get(LIST)).count("Cách nói thường ngày</span>") == PER_PAGE
    assert page(desk.get(LIST, {"page": 2})).count("Cách nói thường ngày</span>") == 1


def test_the_list_takes_three_queries(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):  # session, user, own entries
        desk.get(LIST)


@pytest.mark.usefixtures("names")
def test_a_new_term_is_saved_and_shown(desk: Client) -> None:
    response = desk.post(ADD, {"term": " giấy  chứng sinh ", **FORM}, follow=True)
    assert "Đã lưu." in page(response)
    assert response.redirect_chain[-1][0] == edit("giay-chung-sinh")
    row = LexiconEntry.objects.get()
    assert (row.term, row.official, row.changed_by) == (
        "giấy chứng sinh",
        "Đăng ký khai sinh",
        "an",
    )


@pytest.mark.usefixtures("names")
def test_each_line_and_stroke_is_one_phrase(desk: Client) -> None:
    official = "đăng ký khai sinh\n\n đăng  ký thường trú |đăng ký khai sinh"
    desk.post(ADD, {**FORM, "term": "giấy tờ con", "official": official})
    assert entries()[-1].officials == ("đăng ký khai sinh", "đăng ký thường trú")


def test_a_phrase_in_no_name_is_asked_about_once(desk: Client) -> None:
    sent = {**FORM, "term": "giấy tờ con", "official": "chuyện không tên"}
    shown = page(desk.post(ADD, sent))
    assert "“chuyện không tên”" in shown
    assert 'type="checkbox" name="confirm"' in shown
    assert not LexiconEntry.objects.exists()
    assert desk.post(ADD, {**sent, "confirm": "on"}).status_code == 302


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"term": "bà"}, "Từ ngắn quá"),
        ({"term": "SO DO"}, "Từ này đã có trong từ điển."),
        ({"official": ""}, "field-error"),
        ({"official": "=1+1"}, "phải bắt đầu bằng chữ"),
        ({"kind": "nonsense"}, "field-error"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(desk: Client, sent: dict, said: str) -> None:
    shown = page(desk.post(ADD, {"term": "giấy tờ con", **FORM, **sent}))
    assert said in shown
    assert not LexiconEntry.objects.exists()


def test_a_change_that_is_not_fit_is_said_and_nothing_changes(desk: Client) -> None:
    shown = page(desk.post(edit(), {**FORM, "official": "\n".join("abcdef")}))
    assert "Nhiều nhất 5 cách gọi." in shown
    assert line("so do").origin is Origin.SHIPPED


def test_a_term_that_is_there_already_is_linked(desk: Client) -> None:
    assert f'href="{edit()}"' in page(desk.post(ADD, {**FORM, "term": "So Do"}))


def test_the_term_can_come_in_the_address(desk: Client) -> None:
    assert 'value="giấy chứng sinh"' in page(desk.get(ADD, {"tu": "giấy chứng sinh"}))


def test_what_was_typed_is_escaped(desk: Client) -> None:
    shown = page(desk.post(ADD, {**FORM, "term": "sổ <b>đỏ</b>", "official": "<i>x"}))
    assert "<b>" not in shown
    assert "<i>" not in shown


@pytest.mark.usefixtures("names")
def test_a_shipped_term_is_changed_and_the_old_words_stay_in_sight(desk: Client) -> None:
    shown = page(desk.post(edit(), {**FORM, "term": "đổi tên"}, follow=True))
    assert line("so do").term.officials == ("Đăng ký khai sinh",)
    assert line("doi ten") is None
    assert "Bản có sẵn: cấp giấy chứng nhận quyền sử dụng đất" in shown


def test_the_form_of_a_term_starts_as_it_stands(desk: Client) -> None:
    shown = page(desk.get(edit()))
    assert "cấp giấy chứng nhận quyền sử dụng đất\nđăng ký đất đai</textarea>" in shown
    assert "/tim-kiem/?q=s%E1%BB%95%20%C4%91%E1%BB%8F" in shown


@pytest.mark.parametrize("key", ["khong-co", "so_do", "So-Do"])
def test_a_term_that_is_not_there_is_not_found(desk: Client, key: str) -> None:
    assert desk.get(edit(key)).status_code == 404


def test_a_term_is_switched_off_and_on(desk: Client) -> None:
    assert "Từ này đang tắt" in page(act(desk, "off"))
    assert not line("so do").active
    assert "Đã bật lại." in page(act(desk, "on"))
    assert line("so do").origin is Origin.SHIPPED


def test_an_own_term_is_removed(desk: Client, now: datetime) -> None:
    LexiconEntry.objects.create(
        term="từ lạ", folded="tu la", official="x", changed_by="an", changed_at=now
    )
    response = act(desk, "remove", "tu-la")
    assert response.redirect_chain[-1][0] == LIST
    assert not LexiconEntry.objects.exists()


def test_a_shipped_term_cannot_be_removed(desk: Client) -> None:
    assert "Từ điển không có từ này." in page(act(desk, "remove"))


def test_an_unknown_act_does_nothing(desk: Client) -> None:
    assert act(desk, "explode").status_code == 200
    assert not LexiconEntry.objects.exists()


def test_own_entries_are_downloaded_for_a_spreadsheet(desk: Client) -> None:
    desk.post(ADD, {**FORM, "term": "giấy tờ con", "confirm": "on"})
    response = desk.get(f"{LIST}tai-ve/")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert page(response).startswith("\ufeffterm,official,kind,region\r\ngiấy tờ con,")


def test_the_file_page_says_what_the_file_looks_like(desk: Client) -> None:
    assert "term, official, kind, region" in page(desk.get(IMPORT))


def upload(desk: Client, content: bytes):
    return desk.post(IMPORT, {"file": SimpleUploadedFile("own.csv", content)})


def test_a_file_is_shown_before_it_changes_anything(desk: Client) -> None:
    shown = page(upload(desk, "term,official\ngiấy tờ con,đăng ký\nbà,x\n".encode()))
    assert "Thêm mới" in shown
    assert "Từ ngắn quá" in shown
    assert not LexiconEntry.objects.exists()


def test_what_was_shown_is_applied(desk: Client) -> None:
    text = "term,official\r\ngiấy tờ con,đăng ký\r\nbà,x\r\n"
    response = desk.post(IMPORT, {"text": text, "apply": "1"}, follow=True)
    assert "Đã nạp 1 từ." in page(response)
    assert [row.term for row in LexiconEntry.objects.all()] == ["giấy tờ con"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "field-error"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"term,official\na\x00b,c\n", "UTF-8"),
        (b"a;b\n", "các cột"),
        (b"x" * 500_001, "500 KB"),
    ],
)
def test_a_file_that_is_none_is_refused_kindly(desk: Client, content: bytes, said: str) -> None:
    assert said in page(upload(desk, content))


def test_no_file_at_all_is_said(desk: Client) -> None:
    assert "Hãy chọn tệp cần nạp." in page(desk.post(IMPORT, {}))
