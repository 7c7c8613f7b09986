"""The results page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.catalogue.procedures.queries import contents
from lantoa.catalogue.search import forms
from lantoa.catalogue.search.answer import Answer, Filters
from lantoa.catalogue.search.browse import browse
from lantoa.catalogue.search.errors import IndexDamagedError, IndexMissingError
from lantoa.catalogue.search.queries import search as find
from lantoa.catalogue.search.rows import rows
from lantoa.people.roles.queries import public


@public
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question; without one, say how to ask."""
    query, was_cut = forms.question(request.GET.get("q", ""))
    form = forms.SearchForm(request.GET)
    filters = form.filters()
    context = {"query": query, "was_cut": was_cut, "form": form, "narrowed": filters != Filters()}
    if not query and not filters.field:
        return render(request, "catalogue/search/ask.html", context)
    limit = forms.shown(request.GET.get("n", ""))
    try:
        answer = _answer(query, filters, limit)
    except (IndexMissingError, IndexDamagedError):
        return _not_ready(request, context)
    shown = answer.results if answer.in_scope else answer.results[: forms.NEAREST]
    context["answer"] = answer
    context["rows"] = rows(shown, contents([result.code for result in shown]))
    if answer.in_scope and limit < min(answer.total, forms.MOST):
        context["more"] = limit + forms.STEP
    template = "results.html" if answer.in_scope and answer.results else "nothing.html"
    return render(request, f"catalogue/search/{template}", context)


def _answer(query: str, filters: Filters, limit: int) -> Answer:
    return find(query, limit=limit, filters=filters) if query else browse(filters, limit=limit)


def _not_ready(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The index is being built or broken: say so, and when to come back."""
    response = render(request, "catalogue/search/not_ready.html", context, status=503)
    response["Retry-After"] = "60"
    return response
