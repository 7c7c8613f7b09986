"""Structured logs that carry the id of the request they belong to."""

import logging
import time
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

_request_id: ContextVar[str] = ContextVar("request_id", default="")
HEADER = "X-Request-ID"
META_KEY = "lantoa.request_id"
MAX_ID_LENGTH = 64

access_log = logging.getLogger("lantoa.access")


def current_request_id() -> str:
    """The id of the request being answered; empty outside of one."""
    return _request_id.get()


class RequestIdFilter(logging.Filter):
    """Adds `request_id` to every log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Never drops a record.

        Django tells of some failed requests after the middleware is done; the id is then still
        with the request.
        """
        meta = getattr(getattr(record, "request", None), "META", {})
        record.request_id = current_request_id() or meta.get(META_KEY, "")
        return True


class JsonLines(JsonFormatter):
    """One JSON object a line, times in UTC. A record's request stays out: it shows the query."""

    def __init__(self) -> None:
        super().__init__(
            "%(levelname)s %(name)s %(request_id)s %(message)s",
            rename_fields={"levelname": "level", "name": "logger"},
            reserved_attrs=[*RESERVED_ATTRS, "request"],
            timestamp="at",
        )


def _acceptable(value: str) -> bool:
    return 0 < len(value) <= MAX_ID_LENGTH and value.replace("-", "").isalnum()


class RequestLogMiddleware:
    """Gives each request an id (the proxy's own where it is sane) and logs one line for it.

    The line holds the path without its query: what citizens ask is not logged.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request inside its own id."""
        sent = request.headers.get(HEADER, "")
        token = _request_id.set(sent if _acceptable(sent) else uuid4().hex)
        request.META[META_KEY] = current_request_id()
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response[HEADER] = current_request_id()
            self._log(request, response, started)
            return response
        finally:
            _request_id.reset(token)

    @staticmethod
    def _log(request: HttpRequest, response: HttpResponse, started: float) -> None:
        milliseconds = round((time.perf_counter() - started) * 1000, 1)
        fields = {"method": request.method, "path": request.path, "status": response.status_code}
        access_log.info("request", extra={**fields, "ms": milliseconds})
