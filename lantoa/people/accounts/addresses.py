"""Where a request comes from."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The network address of who asks, "" when it is not known (axes is told the same).

    In production a proxy stands in front (settings trust its X-Forwarded-Proto too). Of
    X-Forwarded-For only the last address counts: our proxy wrote it, those before it anybody can
    make up. Without this all staff would share the proxy's address, and one guesser lock all out.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.PRODUCTION else ""
    candidate = forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        return str(ipaddress.ip_address(candidate))
    except ValueError:
        return ""
