"""How long a procedure takes, in one line."""

from dataclasses import replace

from lantoa.catalogue.procedures.content import Content, Method
from lantoa.catalogue.procedures.durations import method_duration, time_in_short, time_summary
from lantoa.ui.formats import unpublished


def taking(content: Content, *methods: Method) -> Content:
    return replace(content, methods=methods)


def test_one_limit_for_all_channels_is_told_once(birth: Content):
    assert time_summary(birth) == "5 ngày làm việc"


def test_limits_that_differ_by_channel_name_their_channels(birth: Content):
    online, direct = Method("online", 3, "day"), Method("direct", 5, "working_day")
    told = time_summary(taking(birth, online, direct, Method("postal", 3, "day")))
    assert told == "3 ngày (trực tuyến, bưu chính); 5 ngày làm việc (trực tiếp)"


def test_several_limits_in_one_channel_are_a_span(birth: Content):
    told = time_summary(taking(birth, *(Method("direct", days, "day") for days in (9, 3, 26))))
    assert told == "từ 3 đến 26 ngày, tùy trường hợp"


def test_days_and_working_days_never_make_one_span(birth: Content):
    methods = Method("direct", 3, "day"), Method("direct", 5, "working_day")
    assert time_summary(taking(birth, *methods)) == "tùy trường hợp, xem phần cách nộp"


def test_a_number_whose_unit_nobody_names_is_not_published(birth: Content):
    assert time_summary(taking(birth, Method("direct", 1, "other"))) == unpublished()


def test_a_bare_no_is_no_limit():
    assert method_duration(Method("online", time_text="Không")) == unpublished()


def test_a_limit_in_words_stays_in_words():
    assert method_duration(Method("direct", time_text="ngay trong ngày")) == "ngay trong ngày"


def test_a_long_limit_in_words_is_pointed_to(birth: Content):
    told = time_summary(taking(birth, Method("direct", time_text="x" * 70)))
    assert told == "tùy trường hợp, xem phần cách nộp"


def test_a_raw_table_points_to_itself(birth: Content):
    assert time_summary(replace(birth, methods=(), methods_text="x")) == "xem phần cách nộp"


def test_in_short_several_limits_are_their_extent(birth: Content):
    assert time_in_short(birth) == "5 ngày làm việc"
    methods = Method("online", 3, "day"), Method("direct", 9, "day")
    assert time_in_short(taking(birth, *methods)) == "từ 3 đến 9 ngày"


def test_in_short_limits_of_several_units_depend(birth: Content):
    methods = Method("online", 3, "day"), Method("direct", 5, "working_day")
    assert time_in_short(taking(birth, *methods)) == "tùy trường hợp"


def test_in_short_nothing_published_is_empty(birth: Content):
    assert time_in_short(taking(birth)) == ""
