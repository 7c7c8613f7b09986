"""Ways to hand in, side by side."""

from dataclasses import replace

from lantoa.catalogue.procedures.content import Content, Fee, Method
from lantoa.catalogue.procedures.methods import ways


def by(content: Content, *methods: Method) -> Content:
    return replace(content, methods=methods)


def labels(content: Content) -> list[str]:
    return [group.label for group in ways(content).channels]


def test_channels_with_equal_ways_are_one_group(birth: Content):
    assert labels(birth) == ["Trực tuyến, trực tiếp"]


def test_online_stands_first(birth: Content):
    methods = Method("direct", 1, "day"), Method("online", 2, "day")
    assert labels(by(birth, *methods)) == ["Trực tuyến", "Trực tiếp"]


def test_a_channel_nobody_knows_is_shown_as_it_is(birth: Content):
    assert labels(by(birth, Method("qua loa", 1, "day"))) == ["qua loa"]


def test_fees_equal_everywhere_are_told_once(birth: Content):
    found = ways(birth)
    assert found.shared_fees and not found.channels[0].ways[0].fees


def test_fees_that_differ_stand_with_each_way(birth: Content):
    online = Method("online", 1, "day", fees=(Fee(5, ""),))
    found = ways(by(birth, online, Method("direct", 1, "day", fees=(Fee(9, ""),))))
    assert found.shared_fees is None
    assert [len(group.ways[0].fees) for group in found.channels] == [1, 1]


def test_equal_ways_of_one_channel_are_shown_once(birth: Content):
    same = Method("direct", 1, "day")
    assert len(ways(by(birth, same, same)).channels[0].ways) == 1


def test_no_methods_make_no_groups(birth: Content):
    found = ways(by(birth))
    assert (found.channels, found.shared_fees) == ((), None)
