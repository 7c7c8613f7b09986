"""Logs: one JSON object a line, with the request's id and without what a citizen asked."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from lantoa.core.ops.logs import (
    HEADER,
    JsonLines,
    RequestIdFilter,
    RequestLogMiddleware,
    current_request_id,
)
from lantoa.people.roles.queries import public

LOGGERS = ("lantoa.access", "django.request", "django.security.DisallowedHost")


@public
def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


@public
def answers(request: HttpRequest) -> HttpResponse:
    return HttpResponse(current_request_id())


@public
def unready(request: HttpRequest) -> HttpResponse:
    return HttpResponse("no", status=503)


urlpatterns = [path("breaks", breaks), path("answers", answers), path("unready", unready)]


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """What the log would hold, as the settings form it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    handler.addFilter(RequestIdFilter())
    loggers = [logging.getLogger(name) for name in LOGGERS]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture
def here() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


def test_an_answer_and_its_line_carry_the_same_new_id(here: Client, stream: io.StringIO) -> None:
    response = here.get("/answers")
    [line] = lines(stream)
    assert response[HEADER] == response.content.decode() == line["request_id"]
    assert len(response[HEADER]) == 32


def test_the_id_of_a_proxy_is_kept(here: Client) -> None:
    assert here.get("/answers", headers={HEADER: "abc-123"})[HEADER] == "abc-123"


@pytest.mark.parametrize("sent", ["", "a b", 'x"y', "é" * 3 + "\t", "a" * 65])
def test_an_id_that_is_not_sane_is_replaced(here: Client, sent: str) -> None:
    assert here.get("/answers", headers={HEADER: sent})[HEADER] != sent


def test_the_line_says_what_was_asked_for_but_not_the_query(
    here: Client, stream: io.StringIO
) -> None:
    here.get("/answers?q=asked-for")
    [line] = lines(stream)
    assert {"method": "GET", "path": "/answers", "status": 200}.items() <= line.items()
    assert isinstance(line["ms"], float)
    assert "asked-for" not in stream.getvalue()


def test_an_error_carries_the_id_and_its_traceback_but_not_the_query(
    here: Client, stream: io.StringIO
) -> None:
    response = here.get("/breaks?q=asked-for")
    error = next(line for line in lines(stream) if line["logger"] == "django.request")
    assert error["request_id"] == response[HEADER]
    assert "broken on purpose" in str(error["exc_info"])
    assert "asked-for" not in stream.getvalue()


def test_a_failure_told_of_after_the_middleware_carries_the_id(
    here: Client, stream: io.StringIO
) -> None:
    response = here.get("/unready")
    assert [line["request_id"] for line in lines(stream)] == [response[HEADER]] * 2


def test_a_name_that_is_not_ours_is_told_in_one_line(here: Client, stream: io.StringIO) -> None:
    assert here.get("/answers", headers={"host": "elsewhere.example"}).status_code == 400
    assert [line["logger"] for line in lines(stream)] == ["lantoa.access"]


def test_the_id_ends_with_the_request() -> None:
    middleware = RequestLogMiddleware(lambda request: HttpResponse())
    middleware(RequestFactory().get("/"))
    assert current_request_id() == ""


def test_the_id_ends_even_when_the_request_breaks() -> None:
    with pytest.raises(RuntimeError):
        RequestLogMiddleware(breaks)(RequestFactory().get("/"))
    assert current_request_id() == ""


def test_a_line_break_in_a_message_does_not_break_the_line() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "two\nlines", None, None)
    RequestIdFilter().filter(record)
    assert json.loads(JsonLines().format(record))["message"] == "two\nlines"
    assert "\n" not in JsonLines().format(record)


def test_times_are_utc_with_their_offset() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "m", None, None)
    RequestIdFilter().filter(record)
    assert json.loads(JsonLines().format(record))["at"].endswith("+00:00")
