"""The page citizens start from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.people.roles.queries import public


@public
def home(request: HttpRequest) -> HttpResponse:
    """One big search field is the page."""
    return render(request, "portal/home/home.html")
