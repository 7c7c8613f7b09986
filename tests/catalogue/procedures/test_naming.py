"""Names in capitals shown as sentences."""

import pytest

from lantoa.catalogue.procedures.naming import display_name


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("THỦ TỤC THÀNH LẬP HỘI (CẤP TỈNH).", "Thủ tục thành lập hội (cấp tỉnh)"),
        ("THỦ TỤC CÔNG NHẬN BAN VẬN ĐỘNG (Cấp tỉnh).", "Thủ tục công nhận ban vận động (cấp tỉnh)"),
        ("MỞ RỘNG PHẠM VI HOẠT ĐỘNG", "Mở rộng phạm vi hoạt động"),
        ("MẪU TẠI PHỤ LỤC VI, CHƯƠNG II", "Mẫu tại phụ lục VI, chương II"),
        ("THEO KHOẢN 2 ĐIỀU 34", "Theo khoản 2 Điều 34"),
        ("1. CẤP THẺ BHYT CHO TRẺ EM", "1. Cấp thẻ BHYT cho trẻ em"),
        ("HỖ TRỢ CỦA UBND TỈNH GIA LAI", "Hỗ trợ của UBND tỉnh Gia Lai"),
        ("NGƯỜI NƯỚC NGOÀI TẠI VIỆT NAM", "Người nước ngoài tại Việt Nam"),
        ("CẤP SỔ LĐ-TBXH", "Cấp sổ LĐ-TBXH"),
    ],
)
def test_shouted_names_become_sentences(source: str, shown: str) -> None:
    assert display_name(source) == shown


@pytest.mark.parametrize("name", ["Cấp GCN QSDĐ", "Đăng ký khai sinh", "Cấp thẻ ABTC", "12/QĐ"])
def test_other_names_stay_as_the_source_writes_them(name: str) -> None:
    assert display_name(name) == name


def test_a_full_stop_at_the_end_is_not_shown() -> None:
    assert display_name("Tách thửa đất.") == "Tách thửa đất"


@pytest.mark.parametrize("name", ["", "...", "123"])
def test_names_without_letters_do_no_harm(name: str) -> None:
    assert display_name(name) == name
