"""Imports on the desk."""

from datetime import datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.catalogue.importing import actions
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.importing.problems import LABELS
from lantoa.catalogue.starter.actions import load_starter
from lantoa.people.accounts.models import User
from lantoa.people.roles.models import Role

pytestmark = pytest.mark.django_db
ROOT = "/ban-lam-viec/nap-thu-tuc/"
UPLOAD = f"{ROOT}tai-len/"


@pytest.fixture
def desk(client: Client, now: datetime) -> Client:
    """A browser in which the administrator Lan is signed in."""
    client.force_login(User.objects.create(username="lan", role=Role.ADMINISTRATOR, created_at=now))
    return client


def review(run: ImportRun) -> str:
    return reverse("catalogue:import_review", args=[run.pk])


def lines(run: ImportRun) -> str:
    return reverse("catalogue:import_rows", args=[run.pk])


def act(desk: Client, run: ImportRun, what: str):
    return desk.post(reverse("catalogue:import_act", args=[run.pk]), {"act": what}, follow=True)


def page(response) -> str:
    return response.content.decode()


def upload(desk: Client, content: bytes, name: str = "tep.jsonl", **more):
    file = SimpleUploadedFile(name, content)
    return desk.post(UPLOAD, {"file": file, **more}, follow=True)


@pytest.mark.parametrize("url", [ROOT, UPLOAD, f"{ROOT}mau/csv/", f"{ROOT}1/", f"{ROOT}1/dong/"])
def test_strangers_are_sent_to_sign_in(client: Client, url: str) -> None:
    assert client.get(url)["Location"] == f"/dang-nhap/?next={url}"


@pytest.mark.parametrize("url", [ROOT, UPLOAD, f"{ROOT}1/"])
def test_an_editor_has_no_business_here(client: Client, now: datetime, url: str) -> None:
    client.force_login(User.objects.create(username="an", role=Role.EDITOR, created_at=now))
    assert client.get(url).status_code == 403


def test_without_imports_the_page_says_what_will_stand_there(desk: Client) -> None:
    shown = page(desk.get(ROOT))
    assert "Chưa nạp tệp nào" in shown
    assert UPLOAD in shown


def test_an_upload_leads_to_its_page_which_looks_again_by_itself(desk: Client, jsonl) -> None:
    response = upload(desk, jsonl({}).getvalue(), complete="on")
    run = ImportRun.objects.get()
    assert response.redirect_chain == [(review(run), 302)]
    assert (run.complete, run.uploaded_by, response["Refresh"]) == (True, "lan", "4")
    assert "Bạn có thể rời trang" in page(response)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tep.pdf", b"%PDF", "không thuộc loại nhận được"),
        ("tep.xlsx", b"{}", "bị hỏng hoặc không đúng"),
        ("tep.jsonl", b"", "trống"),
    ],
)
def test_a_wrong_file_is_refused_at_the_field(
    desk: Client, name: str, content: bytes, said: str
) -> None:
    shown = page(upload(desk, content, name))
    assert "field-error" in shown
    assert said in shown
    assert not ImportRun.objects.exists()


def test_a_file_larger_than_allowed_is_refused(desk: Client, settings: Settings) -> None:
    settings.MAX_UPLOAD_MB = 0
    assert "Tệp lớn quá 0 MB" in page(upload(desk, b"{}"))


def test_figures_are_doors_to_their_lines(desk: Client, received) -> None:
    run = received({}, {"code": "1.2"}, {"name": ""})
    shown = page(desk.get(review(run)))
    assert f'href="{lines(run)}?outcome=new"><strong class="number">2</strong> mới' in shown
    assert f'href="{lines(run)}?outcome=rejected"' in shown
    assert f'href="{lines(run)}?problem=code_malformed"' in shown
    assert "outcome=changed" not in shown


def test_a_read_import_does_not_look_again(desk: Client, received) -> None:
    assert "Refresh" not in desk.get(review(received({}))).headers


def test_lines_say_what_is_wrong_in_plain_words(desk: Client, received) -> None:
    run = received({"name": ""}, {"code": "1.2"})
    shown = page(desk.get(lines(run), {"outcome": "rejected"}))
    assert "1 dòng" in shown
    assert "Thiếu tên thủ tục" in shown
    assert "1.2<" not in shown


@pytest.mark.parametrize("asked", [{"outcome": "x"}, {"problem": "x"}, {"page": "x"}])
def test_a_filter_it_does_not_know_narrows_nothing(desk: Client, received, asked: dict) -> None:
    assert "2 dòng" in page(desk.get(lines(received({}, {"code": "1.2"})), asked))


def test_no_line_says_so(desk: Client, received) -> None:
    assert "Không dòng nào khớp" in page(desk.get(lines(received({})), {"outcome": "changed"}))


def test_a_long_list_is_paged_in_few_queries(
    desk: Client, received, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    run = received(*({"code": f"1.{n:06}"} for n in range(60)))
    with django_assert_num_queries(5):
        shown = page(desk.get(lines(run), {"outcome": "new"}))
    assert shown.count("data-label") == 50 * 3
    assert "Trang 1 / 2" in shown


@pytest.mark.parametrize("number", [1, 5])
def test_history_takes_as_many_queries_for_many_as_for_one(
    desk: Client, received, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        received({})
    with django_assert_num_queries(4):
        assert page(desk.get(ROOT)).count("tep.jsonl") == number


def test_a_review_takes_few_queries(
    desk: Client, received, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    run = received(*({"code": f"1.{n:06}"} for n in range(30)))
    with django_assert_num_queries(3):
        desk.get(review(run))


def test_a_changed_line_shows_before_and_after(desk: Client, received, applied) -> None:
    applied({"result": "Bản <cũ>"})
    run = received({"result": "Bản mới"})
    url = reverse("catalogue:import_row", args=[run.pk, run.rows.get().pk])
    assert url in page(desk.get(lines(run)))
    shown = page(desk.get(url))
    assert "<del>Bản &lt;cũ&gt;</del>" in shown
    assert "<ins>Bản mới</ins>" in shown


def test_a_line_of_another_import_is_not_found(desk: Client, received) -> None:
    first, second = received({}), received({})
    url = reverse("catalogue:import_row", args=[first.pk, second.rows.get().pk])
    assert desk.get(url).status_code == 404


@pytest.mark.parametrize("url", [f"{ROOT}99/", f"{ROOT}99/dong/", f"{ROOT}mau/doc/"])
def test_what_is_not_there_is_not_found(desk: Client, url: str) -> None:
    assert desk.get(url).status_code == 404


def test_applying_is_asked_for_and_goes_on_in_the_background(desk: Client, received) -> None:
    run = received({})
    assert "Áp dụng vào danh mục" in page(desk.get(review(run)))
    response = act(desk, run, "apply")
    run.refresh_from_db()
    assert (run.status, response["Refresh"]) == ("applying", "4")
    assert "Đang áp dụng" in page(response)


def test_withdrawals_are_announced_before_applying(desk: Client, received, applied) -> None:
    applied({}, {"code": "1.2"})
    shown = page(desk.get(review(received({}, complete=True))))
    assert "1 thủ tục sẽ được ghi là đã bãi bỏ" in shown


def test_a_file_that_changes_nothing_need_not_be_applied(desk: Client, received, applied) -> None:
    applied({})
    shown = page(desk.get(review(received({}))))
    assert "không làm danh mục thay đổi" in shown
    assert "Áp dụng vào danh mục" not in shown


def test_an_import_for_another_catalogue_offers_to_read_again(
    desk: Client, received, now: datetime
) -> None:
    run = received({})
    ImportRun.objects.update(problem="catalogue_changed")
    shown = page(desk.get(review(run)))
    assert "Danh mục thủ tục đã thay đổi" in shown
    assert "Áp dụng vào danh mục" not in shown
    assert "Đang đọc lại tệp" in page(act(desk, run, "read_again"))


def test_a_file_that_could_not_be_read_says_why(desk: Client, now: datetime) -> None:
    run = actions.receive_file(
        by="lan", name="a.csv", stream=BytesIO(b"a,b\n"), complete=False, now=now
    )
    actions.propose(run_id=run.pk, now=now)
    shown = page(desk.get(review(run)))
    assert "Không tìm thấy hàng tiêu đề" in shown
    assert "Nạp tệp khác" in shown


def test_a_discarded_import_stays_in_the_history(desk: Client, received) -> None:
    run = received({})
    assert "Danh mục không thay đổi" in page(act(desk, run, "discard"))
    assert "Đã bỏ" in page(desk.get(ROOT))


def test_an_act_that_comes_too_late_is_told(desk: Client, applied) -> None:
    assert "không còn ở trạng thái" in page(act(desk, applied({}), "apply"))


@pytest.mark.parametrize("what", ["", "delete"])
def test_an_act_it_does_not_know_does_nothing(desk: Client, received, what: str) -> None:
    run = received({})
    act(desk, run, what)
    run.refresh_from_db()
    assert run.status == "proposed"


def test_acts_need_a_post(desk: Client, received) -> None:
    url = reverse("catalogue:import_act", args=[received({}).pk])
    assert desk.get(url).status_code == 405


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("csv", "\ufeffMã".encode())])
def test_the_template_can_be_fetched(desk: Client, kind: str, begins: bytes) -> None:
    response = desk.get(f"{ROOT}mau/{kind}/")
    assert response.content.startswith(begins)
    assert f"mau-nap-thu-tuc.{kind}" in response["Content-Disposition"]


def test_names_of_files_and_procedures_are_escaped(desk: Client, received) -> None:
    run = received({"name": "<script>alert(1)</script>"})
    ImportRun.objects.update(file_name="<b>.jsonl")
    shown = page(desk.get(review(run))) + page(desk.get(lines(run))) + page(desk.get(ROOT))
    assert "<script>alert" not in shown
    assert "<b>.jsonl" not in shown


def test_every_problem_is_said_in_vietnamese() -> None:
    assert all(str(label)[0].isupper() for label in LABELS.values())


def test_a_file_that_turns_out_too_large_is_refused_at_the_field(
    desk: Client, jsonl, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise FileRefusedError("too_big")

    monkeypatch.setattr(actions, "receive_file", refuse)
    assert "quá lớn khi mở ra" in page(upload(desk, jsonl({}).getvalue()))


def test_without_a_file_it_says_what_to_do(desk: Client) -> None:
    assert "Hãy chọn tệp cần nạp" in page(desk.post(UPLOAD, {}))


def test_an_applied_change_leads_to_the_history_of_the_procedure(desk: Client, applied) -> None:
    applied({"result": "Cũ"})
    run = applied({"result": "Mới"})
    shown = page(desk.get(reverse("catalogue:import_row", args=[run.pk, run.rows.get().pk])))
    assert reverse("catalogue:procedure_history", args=["1.001193"]) in shown


def test_a_problem_of_a_line_is_said_once_with_all_its_details(desk: Client, received) -> None:
    fees = [{"amount_vnd": 5}, {"amount_vnd": 25}]
    run = received({"methods": [{"channel": "direct", "fees": fees}]})
    shown = page(desk.get(lines(run)))
    assert shown.count("nguồn không ghi đơn vị tiền: 5; 25") == 1


def test_what_rejects_a_line_stands_before_what_is_only_odd(desk: Client, received) -> None:
    run = received({"code": "1.2"}, {"code": "1.3"}, {"name": ""})
    shown = page(desk.get(review(run)))
    assert shown.index("Thiếu tên thủ tục") < shown.index("Mã không đúng dạng")
    assert "không nhận</span>" in shown


def test_a_starter_import_is_told_as_the_systems(desk: Client, now: datetime) -> None:
    load_starter(now=now)
    assert "Hệ thống nạp ngày" in page(desk.get(ROOT))


def test_the_pages_speak_english_too(desk: Client, received) -> None:
    run = received({})
    for url in (ROOT, UPLOAD, review(run), lines(run)):
        assert '<html lang="en"' in page(desk.get(f"/en{url}"))
