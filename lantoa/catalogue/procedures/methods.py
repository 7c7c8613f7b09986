"""Ways to hand in, side by side: one group a channel, what all share told once."""

from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.catalogue.procedures import words
from lantoa.catalogue.procedures.content import Channel, Content, Method
from lantoa.catalogue.procedures.durations import is_quoted, method_duration
from lantoa.catalogue.procedures.fees import FeeLine, fee_lines
from lantoa.catalogue.procedures.reading import Block, blocks
from lantoa.ui.formats import unpublished

ORDER = (Channel.ONLINE, Channel.DIRECT, Channel.POSTAL)


@dataclass(frozen=True, slots=True)
class Way:
    """One way within a channel: its time limit, fees and description, as shown.

    `duration_quoted`: the limit is in the source's words, Vietnamese whatever the page's language.
    """

    duration: str
    duration_quoted: bool
    fees: tuple[FeeLine, ...]
    description: tuple[Block, ...]

    @property
    def duration_known(self) -> bool:
        """False where the source gives no time limit."""
        return self.duration != unpublished()


@dataclass(frozen=True, slots=True)
class ChannelWays:
    """All ways of one channel, or of several that have the same ones; equal ways once."""

    label: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """How to hand in. `shared_fees` is None where fees differ and stand with each way."""

    channels: tuple[ChannelWays, ...]
    shared_fees: tuple[FeeLine, ...] | None


def ways(content: Content) -> Ways:
    """The methods of `content` by channel: online first, as the one that saves a journey."""
    told = [fee_lines(method.fees) for method in content.methods]
    shared = told[0] if told and len(set(told)) == 1 else None
    return Ways(tuple(_grouped(content, shared is not None)), shared)


def _grouped(content: Content, shared: bool) -> Iterator[ChannelWays]:
    groups: dict[tuple[Way, ...], list[str]] = {}
    for channel in _channels(content):
        groups.setdefault(_ways(content, channel, shared), []).append(words.channel(channel))
    for found, labels in groups.items():
        yield ChannelWays(", ".join([labels[0], *map(str.lower, labels[1:])]), found)


def _channels(content: Content) -> list[str]:
    given = dict.fromkeys(method.channel for method in content.methods)
    known = [channel for channel in ORDER if channel in given]
    return [*known, *(channel for channel in given if channel not in ORDER)]


def _ways(content: Content, channel: str, shared: bool) -> tuple[Way, ...]:
    found = (_way(method, shared) for method in content.methods if method.channel == channel)
    return tuple(dict.fromkeys(found))


def _way(method: Method, shared: bool) -> Way:
    fees = () if shared else fee_lines(method.fees)
    limit = method_duration(method)
    return Way(limit, is_quoted(method, limit), fees, blocks(method.description))
