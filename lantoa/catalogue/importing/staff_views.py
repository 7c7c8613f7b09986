"""Imports on the desk: upload, review, apply, history."""

from io import BytesIO
from typing import Any, BinaryIO, Final, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lantoa.catalogue.importing import actions, queries, review
from lantoa.catalogue.importing.errors import FileRefusedError, WrongStateError
from lantoa.catalogue.importing.forms import ACTS, ActForm, FilterForm, UploadForm
from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.importing.writers import write
from lantoa.people.roles.queries import requires

PER_PAGE: Final = 50
# Seconds after which the page of an import under way looks again. As a header and not in the page:
# whoever reads slowly sees the same page again, and there is a link to do it by hand.
LOOK_AGAIN: Final = "4"
DONE: Final = {
    "apply": gettext_lazy("Đang áp dụng. Bạn có thể rời trang này."),
    "discard": gettext_lazy("Đã bỏ lần nạp này. Danh mục không thay đổi."),
    "read_again": gettext_lazy("Đang đọc lại tệp. Bạn có thể rời trang này."),
}
TEMPLATE_TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@requires("catalogue.import")
@never_cache
@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """Every import, newest first."""
    page = Paginator(queries.runs(), PER_PAGE).get_page(request.GET.get("page"))
    runs = [(run, review.TAGS.get(run.status, "")) for run in page.object_list]
    return render(request, "catalogue/importing/history.html", {"page": page, "runs": runs})


@requires("catalogue.import")
@method_decorator(never_cache, name="dispatch")
class Upload(View):
    """A file to bring in."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return self.page(request, UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the file and go on to its page."""
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.page(request, form)
        try:
            run = _received(request, form)
        except FileRefusedError as error:
            form.add_error("file", str(error.message))
            return self.page(request, form)
        return redirect("catalogue:import_review", run.pk)

    def page(self, request: HttpRequest, form: UploadForm) -> HttpResponse:
        """The page with `form` on it."""
        return render(request, "catalogue/importing/upload.html", {"form": form})


@requires("catalogue.import")
@never_cache
@require_safe
def import_review(request: HttpRequest, import_id: int) -> HttpResponse:
    """What an import would do or did; while it is under way the page looks again by itself."""
    context = review.context(_run_or_404(import_id))
    response = render(request, "catalogue/importing/review.html", context)
    if context["under_way"]:
        response["Refresh"] = LOOK_AGAIN
    return response


@requires("catalogue.import")
@never_cache
@require_safe
def import_rows(request: HttpRequest, import_id: int) -> HttpResponse:
    """The lines behind a figure, 50 a page."""
    run = _run_or_404(import_id)
    form = FilterForm(request.GET)
    found = queries.rows(run.pk, **form.wanted())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"run": run, "form": form, "page": page, "rows": review.rows(list(page))}
    return render(request, "catalogue/importing/rows.html", context)


@requires("catalogue.import")
@never_cache
@require_safe
def import_row(request: HttpRequest, import_id: int, row_id: int) -> HttpResponse:
    """One line: what is odd about it, and before and after where it changes a procedure."""
    row = queries.row(import_id, row_id)
    if row is None:
        raise Http404
    context: dict[str, Any] = {"run": row.run, "row": review.row_view(row)}
    context["changes"] = queries.row_changes(row)
    return render(request, "catalogue/importing/row.html", context)


@requires("catalogue.import")
@require_POST
def import_act(request: HttpRequest, import_id: int) -> HttpResponse:
    """Apply, discard or read again."""
    run = _run_or_404(import_id)
    form = ActForm(request.POST)
    if form.is_valid():
        wanted = form.cleaned_data["act"]
        try:
            ACTS[wanted](import_id=run.pk, by=_me(request), now=timezone.now())
        except WrongStateError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, str(DONE[wanted]))
    return redirect("catalogue:import_review", run.pk)


@requires("catalogue.import")
@require_safe
def import_template(request: HttpRequest, kind: str) -> HttpResponse:
    """The empty table to fill in."""
    if kind not in TEMPLATE_TYPES:
        raise Http404
    stream = BytesIO()
    write(stream, f"mau.{kind}", (), notes=True)
    response = HttpResponse(stream.getvalue(), content_type=TEMPLATE_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="mau-nap-thu-tuc.{kind}"'
    return response


def _received(request: HttpRequest, form: UploadForm) -> ImportRun:
    upload = form.cleaned_data["file"]
    return actions.receive_file(
        by=_me(request),
        name=upload.name,
        stream=cast(BinaryIO, upload),
        complete=form.cleaned_data["complete"],
        now=timezone.now(),
    )


def _run_or_404(import_id: int) -> ImportRun:
    run = queries.run(import_id)
    if run is None:
        raise Http404
    return run


def _me(request: HttpRequest) -> str:
    return request.user.get_username()
