"""What a citizen does, from question to paper list, on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("catalogue")]


def ask(page: Page, question: str) -> None:
    page.goto("/")
    page.get_by_role("searchbox", name="Bạn cần làm giấy tờ gì?").fill(question)
    page.get_by_role("button", name="Tra cứu").click()


def open_first_result(page: Page) -> None:
    page.locator(".result a").first.click()


def test_an_unaccented_question_leads_to_papers_and_history(page: Page):
    ask(page, "lam lai giay khai sinh")
    open_first_result(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("khai sinh")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("link", name="Những gì đã thay đổi").click()
    expect(page.get_by_text("Bản đầu tiên được ghi lại")).to_be_visible()


def test_the_whole_way_works_without_javascript(open_page: OpenPage):
    page = open_page(javascript=False)
    ask(page, "mat can cuoc")
    page.get_by_text("Lọc kết quả").click()
    page.get_by_label("Cấp giải quyết").select_option("Cấp Xã")
    page.get_by_role("button", name="Lọc").click()
    open_first_result(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("căn cước")


def test_the_whole_way_works_with_the_keyboard_only(page: Page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    for _stop in range(3):  # mark, language, search field
        page.keyboard.press("Tab")
    page.keyboard.type("dang ky ket hon")
    page.keyboard.press("Enter")
    page.locator(".result a").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("kết hôn")


def test_a_life_event_leads_to_its_procedures(page: Page):
    page.goto("/")
    page.get_by_role("link", name="Sinh con").click()
    page.locator(".journey a").first.click()
    expect(page.get_by_role("heading", name="Giấy tờ cần có")).to_be_visible()


def test_the_other_language_is_one_tap_away_on_the_same_page(page: Page):
    page.goto("/thu-tuc/1.001193/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{page.url.split('/en/')[0]}/en/thu-tuc/1.001193/")
    expect(page.get_by_role("link", name="Tiếng Việt")).to_be_visible()
