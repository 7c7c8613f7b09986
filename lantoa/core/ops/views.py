"""`/healthz` and `/readyz` for load balancers and supervisors."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from lantoa.core.ops import health


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process answers at all; asks nothing of the database."""
    return JsonResponse({"status": "ok"})


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when citizens can be served, else 503 with what is missing."""
    problems = health.problems()
    if problems:
        return JsonResponse({"status": "unready", "problems": problems}, status=503)
    return JsonResponse({"status": "ready"})
