"""The citizens' pages of one procedure: as it stands, what changed, an old version."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantoa.catalogue.procedures import queries
from lantoa.catalogue.procedures.history import history
from lantoa.catalogue.procedures.naming import display_name
from lantoa.catalogue.procedures.page import sheet
from lantoa.people.roles.queries import public

VERSIONS_A_PAGE = 5


@public
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """The procedure as it stands; a withdrawn or replaced one keeps its page and says so."""
    page = _page(code)
    found = sheet(page.content)
    may_file = page.status == "active"
    context = {"page": page, "sheet": found, "filing_url": found.filing_url, "may_file": may_file}
    if page.replaced_by:
        context["replacement"] = _name(page.replaced_by)
    return render(request, "catalogue/procedures/procedure.html", context)


@public
def procedure_history(request: HttpRequest, code: str) -> HttpResponse:
    """What changed from version to version, newest first, five a page."""
    page = _page(code)
    part = Paginator(page.versions, VERSIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "code": code,
        "title": display_name(page.content.name),
        "current": page.number,
        "steps": history(code, list(part.object_list)),
        "page": part,
    }
    return render(request, "catalogue/procedures/history.html", context)


@public
def procedure_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """An old version, under a banner; the current one lives at the procedure's own address."""
    version = queries.version(code, number)
    if version is None:
        raise Http404
    if version.is_current:
        return redirect("catalogue:procedure", code)
    context = {"version": version, "sheet": sheet(version.content)}
    return render(request, "catalogue/procedures/version.html", context)


def _page(code: str) -> queries.Page:
    page = queries.procedure_page(code)
    if page is None:
        raise Http404
    return page


def _name(code: str) -> str:
    content = queries.contents([code]).get(code)
    return display_name(content.name) if content else code
