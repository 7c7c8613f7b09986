"""Ways to hand in: channels, limits, fees."""

import pytest

from lantoa.catalogue.importing.normalise.methods import methods
from lantoa.catalogue.procedures.content import Fee, Method

HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"


def one(**row: object) -> Method:
    ((method,), _text, _problems) = methods([{"channel": "direct", **row}])
    return method


def codes(value: object) -> list[str]:
    return [problem.code for problem in methods(value)[2]]


def test_a_method_with_number_and_unit_is_read() -> None:
    method = one(time_value=5.0, time_unit="working_day", description="Tại\n quầy")
    assert method == Method("direct", 5.0, "working_day", description="Tại\nquầy")


@pytest.mark.parametrize(
    ("limit", "value", "unit"),
    [
        ("3 Ngày làm việc", 3, "working_day"),
        ("01 Giờ", 1, "hour"),
        ("15 Ngày", 15, "day"),
        ("2 HOUR", 2, "hour"),
        ("0 Giờ", None, ""),
        ("OTHER", None, ""),
        ("-  OTHER", None, ""),
        (None, None, ""),
    ],
)
def test_a_plain_limit_in_words_is_a_number(limit: object, value: object, unit: str) -> None:
    method = one(time_limit=limit)
    assert (method.time_value, method.time_unit, method.time_text) == (value, unit, "")


@pytest.mark.parametrize(
    "limit", ["Không quá 5 ngày làm việc", "12.5 ngày làm việc + thời gian cấp lại", "25/12"]
)
def test_another_limit_in_words_keeps_its_words(limit: str) -> None:
    method = one(time_limit=f"{limit} OTHER")
    assert (method.time_value, method.time_text) == (None, limit)


def test_a_number_whose_unit_nobody_says_is_told() -> None:
    assert one(time_value=1.0, time_unit="other").time_unit == "other"
    assert codes([{"channel": "direct", "time_value": 1.0}]) == ["time_unit_missing"]


def test_a_limit_of_zero_is_an_empty_field() -> None:
    assert one(time_value=0.0, time_unit="other") == Method("direct")


@pytest.mark.parametrize(
    ("fee", "read"),
    [
        ({"amount_vnd": 0.0, "note": None}, ()),
        ({"amount_vnd": 0.0, "note": "Miễn phí"}, (Fee(None, "Miễn phí"),)),
        ({"amount_vnd": 0.0, "note": "Theo quy định"}, (Fee(None, "Theo quy định"),)),
        ({"amount_vnd": 70000.0, "note": None}, (Fee(70000.0),)),
        ({"amount_vnd": "70.000", "note": "một lần"}, (Fee(70000.0, "một lần"),)),
        ({"amount_vnd": None, "note": None}, ()),
    ],
)
def test_zero_says_nothing_and_a_note_says_what_it_says(fee: dict, read: tuple) -> None:
    assert one(fees=[fee]).fees == read


def test_an_amount_too_small_for_dong_is_told_in_words() -> None:
    assert one(fees=[{"amount_vnd": 25.0, "note": "một lần"}]).fees == (
        Fee(None, "25 (nguồn không ghi đơn vị tiền): một lần"),
    )
    assert codes([{"channel": "online", "fees": [{"amount_vnd": 5}]}]) == ["fee_unit_doubtful"]


@pytest.mark.parametrize("text", ["|", "|  |", "Phí : 0 Đồng", "Phí :  Đồng", "0 VNĐ", None])
def test_a_printed_empty_fee_is_no_fee(text: object) -> None:
    assert one(fee=text).fees == ()


def test_a_fee_in_words_comes_once() -> None:
    assert one(fee="Do tỉnh quy định | Do tỉnh quy định | T").fees == (
        Fee(None, "Do tỉnh quy định"),
        Fee(None, "T"),
    )


def test_the_same_way_twice_comes_once() -> None:
    row = {"channel": "direct", "time_value": 5, "time_unit": "day"}
    assert len(methods([row, dict(row)])[0]) == 1


@pytest.mark.parametrize("channel", ["Trực tuyến", "ONLINE", "online"])
def test_channels_have_several_names(channel: str) -> None:
    assert one(channel=channel).channel == "online"


def test_an_unknown_channel_is_told() -> None:
    assert one(channel="fax").channel == ""
    assert codes([{"channel": "fax"}]) == ["channel_unknown"]


@pytest.mark.parametrize("value", [None, [], "", "  ", [1, 2]])
def test_no_methods_are_told_as_missing(value: object) -> None:
    assert methods(value)[:2] == ((), "")
    assert codes(value) == ["methods_missing"]


def test_a_table_that_ran_together_is_told_apart_and_its_default_fee_is_none() -> None:
    found, text, _ = methods(f"{HEAD}Trực tuyến1Miễn phíDịch vụ bưu chính20Miễn phí")
    assert found == (Method("online", 1.0, "other"), Method("postal", 20.0, "other"))
    assert text == ""


def test_a_list_in_words_is_told_apart() -> None:
    text = "* Hình thức nộp: DIRECT\n Thời hạn giải quyết: 23 WORKING_DAY\n Phí, lệ phí: \n"
    found, rest, problems = methods(text + text.replace("DIRECT", "ONLINE"))
    assert found == (Method("direct", 23.0, "working_day"), Method("online", 23.0, "working_day"))
    assert (rest, problems) == ("", [])


@pytest.mark.parametrize(
    "text", [f"{HEAD}Trực tiếp1Miễn phí(Phí ngân hàng)", "Nộp tại quầy", f"{HEAD}Trực tiếp"]
)
def test_text_that_is_not_sure_stays_text(text: str) -> None:
    assert methods(text)[:2] == ((), text)
    assert codes(text) == ["methods_as_text"]
