"""The citizens' pages of one procedure."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lantoa.catalogue.procedures.content import Content, DossierCase, Fee, Method, Paper

Publish = Callable[..., Content]

ADDRESS = "/thu-tuc/1.001193/"


def page(client: Client, address: str = ADDRESS) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_answers_first_and_cites_the_law_last(client: Client, published: Publish):
    published()
    text = page(client)
    anchors = [text.index(f'id="{name}"') for name in ("tom-tat", "giay-to", "cac-buoc", "can-cu")]
    assert anchors == sorted(anchors)
    assert "8.000\u00a0đồng" in text and "5 ngày làm việc" in text and "18/07/2026" in text


def test_papers_are_boxes_to_tick(client: Client, published: Publish):
    published()
    assert page(client).count('type="checkbox"') == 2


def test_the_page_asks_the_database_three_times(
    client: Client, published: Publish, django_assert_num_queries: DjangoAssertNumQueries
):
    published()
    with django_assert_num_queries(3):
        page(client)


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_zero_fee_is_never_called_free(client: Client, published: Publish, language: str):
    published(methods=(Method("direct", 1, "day", fees=(Fee(0, ""),)),))
    text = page(client, language + ADDRESS).lower()
    main = text[text.index("<main") : text.index("</main>")]
    assert "miễn phí" not in main and "free" not in main and "0 đồng" not in main


def test_words_of_the_source_are_escaped(client: Client, published: Publish):
    evil = "<script>alert(1)</script>"
    published(name=f"Tên {evil}", steps=(evil,), agency=evil, submission_address=evil)
    text = page(client)
    assert "<script" not in text and "&lt;script&gt;" in text


def test_a_source_address_that_is_no_web_address_is_not_linked(client: Client, published: Publish):
    published(source_url="javascript:alert(1)")
    assert "javascript:" not in page(client)


def test_the_link_to_file_goes_to_the_procedures_own_page(client: Client, published: Publish):
    published()
    assert page(client).count('href="https://dichvucong.gov.vn/thu-tuc/1"') == 2


def test_without_an_online_way_the_card_has_no_button_to_file(client: Client, published: Publish):
    published(methods=(Method("direct", 1, "day"),))
    assert "answer-action" not in page(client)


def test_parts_the_source_leaves_out_say_so(client: Client, published: Publish):
    empty: dict[str, object] = dict.fromkeys(("steps", "methods", "dossier", "legal_bases"), ())
    published(**empty, result="", conditions="", submission_address="", agency="")
    text = page(client)
    assert text.lower().count("cơ quan chưa công bố") >= 8
    assert 'id="dieu-kien"' not in text


def test_raw_text_is_shown_as_a_quotation(client: Client, published: Publish):
    published(methods=(), methods_text="Trực tiếp1Miễn phí", dossier=(), dossier_text="Tờ khai")
    text = page(client)
    assert text.count("<blockquote") == 2
    assert "có thể chỉ là ô để trống" in text


def test_a_dossier_of_many_papers_opens_one_case(client: Client, published: Publish):
    papers = tuple(Paper(f"Giấy {number}") for number in range(10))
    published(dossier=(DossierCase("Lần đầu", papers), DossierCase("Lần sau", papers)))
    text = page(client)
    assert text.count('<details class="case"') == 2
    assert text.count('<details class="case" lang="vi" open') == 1


def test_steps_are_numbered_only_where_the_source_numbers_them(client: Client, published: Publish):
    published()
    assert '<ol class="steps"' in page(client)
    published(steps=("- Nộp.", "- Nhận."))
    assert '<ol class="steps"' not in page(client)


def test_in_english_the_page_says_that_the_source_is_vietnamese(client: Client, published: Publish):
    published()
    assert '<p class="notice">' in page(client, "/en" + ADDRESS)
    assert '<p class="notice">' not in page(client)


def test_a_name_of_a_paragraph_is_cut_in_the_heading_and_kept_below(
    client: Client, published: Publish
):
    published(name="Đăng ký " + "rất dài " * 60)
    text = page(client)
    assert "Tên đầy đủ" in text
    heading = text[text.index("<h1") : text.index("</h1>")]
    assert len(heading) < 400


def test_local_variants_say_whose_they_are(client: Client, published: Publish):
    published()
    published(code="2.000001", publisher="Gia Lai")
    text = page(client)
    assert "Gia Lai" in text[text.index('id="dia-phuong"') :]


def test_a_replaced_code_keeps_its_page_and_says_the_way_on(client: Client, published: Publish):
    published(code="1.999999", name="Khai sinh mới")
    published(status="replaced", replaced_by="1.999999")
    text = page(client)
    assert "đã được thay thế" in text
    assert 'href="/thu-tuc/1.999999/">Khai sinh mới' in text


def test_a_withdrawn_code_keeps_its_page_and_warns(client: Client, published: Publish):
    published(status="withdrawn")
    text = page(client)
    assert "không còn áp dụng" in text and "answer-action" not in text


def test_a_malformed_code_has_its_page(client: Client, published: Publish):
    published(code="1.014955-Xoa")
    assert "1.014955-Xoa" in page(client, "/thu-tuc/1.014955-Xoa/")


@pytest.mark.parametrize("tail", ["", "thay-doi/", "phien-ban/1/"])
def test_an_unknown_code_is_not_found(client: Client, db: None, tail: str):
    assert client.get(f"/thu-tuc/9.999999/{tail}").status_code == 404


def test_history_shows_line_by_line_what_changed(client: Client, published: Publish):
    published()
    published(steps=("Bước 1: Nộp tờ khai.", "Bước 2: Ký nhận."))
    text = page(client, ADDRESS + "thay-doi/")
    assert "<del>Bước 2: Nhận giấy khai sinh.</del>" in text
    assert "<ins>Bước 2: Ký nhận.</ins>" in text
    assert "Bản đầu tiên được ghi lại" in text


def test_history_folds_what_stayed_the_same(client: Client, published: Publish):
    same = tuple(f"Dòng {number}" for number in range(5))
    published(steps=("Cũ", *same))
    published(steps=("Mới", *same))
    text = page(client, ADDRESS + "thay-doi/")
    assert "5 dòng không đổi" in text and "<ins>Mới</ins>" in text


def test_history_of_many_versions_is_read_in_pages(
    client: Client, published: Publish, django_assert_max_num_queries: DjangoAssertNumQueries
):
    for number in range(8):
        published(result=f"Kết quả {number}")
    with django_assert_max_num_queries(14):
        text = page(client, ADDRESS + "thay-doi/")
    assert "Phiên bản 8" in text and "Phiên bản 3" not in text and "page=2" in text


def test_an_old_version_is_readable_under_a_banner(client: Client, published: Publish):
    published(result="Kết quả cũ")
    published()
    text = page(client, ADDRESS + "phien-ban/1/")
    assert "nay không còn áp dụng" in text and "Kết quả cũ" in text and "noindex" in text


def test_the_current_version_lives_at_the_procedures_own_address(
    client: Client, published: Publish
):
    published()
    assert client.get(ADDRESS + "phien-ban/1/").headers["Location"] == ADDRESS


def test_every_page_ends_with_a_person_to_ask_and_the_way_to_file(
    client: Client, published: Publish
):
    published()
    text = page(client)
    closing = text[text.index('class="closing"') :]
    assert "tel:18001096" in closing and "dichvucong.gov.vn" in closing
