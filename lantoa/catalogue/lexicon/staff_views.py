"""The lexicon editor on the desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lantoa.catalogue.lexicon import actions, queries, sheet
from lantoa.catalogue.lexicon.errors import UnknownTerm
from lantoa.catalogue.lexicon.forms import ACTS, ActForm, EntryForm, FilterForm, ImportForm
from lantoa.people.roles.queries import requires

PER_PAGE = 50
DONE = {
    "off": gettext_lazy("Đã tắt. Câu hỏi có từ này không còn được dẫn đi theo từ điển."),
    "on": gettext_lazy("Đã bật lại."),
    "remove": gettext_lazy("Đã bỏ phần cơ quan thêm hoặc sửa."),
}


@requires("lexicon.edit")
@never_cache
@require_safe
def lexicon(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by the filter, 50 a page."""
    form = FilterForm(request.GET)
    found = form.narrowed()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "catalogue/lexicon/list.html", {"form": form, "page": page})


@requires("lexicon.edit")
@method_decorator(never_cache, name="dispatch")
class AddEntry(View):
    """A new entry. `?tu=` fills in the term, for links from elsewhere."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return self.page(request, EntryForm(initial={"term": request.GET.get("tu", "")}))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save it and show it."""
        form = EntryForm(request.POST)
        if not form.is_valid():
            return self.page(request, form)
        return _saved(request, form)

    def page(self, request: HttpRequest, form: EntryForm) -> HttpResponse:
        """The page with `form` on it."""
        return render(request, "catalogue/lexicon/add.html", {"form": form})


@requires("lexicon.edit")
@method_decorator(never_cache, name="dispatch")
class EditEntry(View):
    """One entry: what it stands for, where it comes from, on or off."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """The form as the entry stands."""
        line = _line_or_404(key)
        return self.page(request, line, EntryForm(line=line))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Save it and show it again."""
        line = _line_or_404(key)
        form = EntryForm(request.POST, line=line)
        if not form.is_valid():
            return self.page(request, line, form)
        return _saved(request, form)

    def page(self, request: HttpRequest, line: queries.Line, form: EntryForm) -> HttpResponse:
        """The page with `form` on it."""
        shipped = queries.shipped_term(line.folded)
        context = {"form": form, "line": line, "shipped": shipped}
        return render(request, "catalogue/lexicon/edit.html", context)


@requires("lexicon.edit")
@require_POST
def act(request: HttpRequest, key: str) -> HttpResponse:
    """Switch an entry off or on, or take back what the editors changed."""
    line = _line_or_404(key)
    form = ActForm(request.POST)
    if form.is_valid():
        wanted = form.cleaned_data["act"]
        try:
            ACTS[wanted](by=_me(request), folded=line.folded, now=timezone.now())
        except UnknownTerm as error:
            messages.error(request, str(error))
        else:
            messages.success(request, str(DONE[wanted]))
    return _shown(line.folded)


@requires("lexicon.edit")
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The editors' own entries in use, as CSV; spreadsheets know UTF-8 by its mark."""
    text = "\ufeff" + sheet.written(queries.lines())
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tu-dien-cua-co-quan.csv"'
    return response


@requires("lexicon.edit")
@method_decorator(never_cache, name="dispatch")
class ImportEntries(View):
    """Entries from CSV: show what the file would do, then do it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form for a file."""
        return self.page(request, ImportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show what the file would do; do it where that was shown already."""
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid() or "apply" not in request.POST:
            return self.page(request, form)
        terms = form.accepted
        actions.save_entries(by=_me(request), terms=terms, now=timezone.now())
        messages.success(request, _("Đã nạp %(number)d từ.") % {"number": len(terms)})
        return redirect("catalogue:lexicon")

    def page(self, request: HttpRequest, form: ImportForm) -> HttpResponse:
        """The page with `form`, and the proposal once there is one."""
        return render(request, "catalogue/lexicon/import.html", {"form": form})


def _saved(request: HttpRequest, form: EntryForm) -> HttpResponse:
    """Save what a valid form says; show the entry."""
    actions.save_entries(by=_me(request), terms=[form.entry], now=timezone.now())
    messages.success(request, _("Đã lưu. Kết quả tra cứu đổi theo sau chừng một phút."))
    return _shown(form.folded)


def _shown(folded: str) -> HttpResponse:
    """On to the entry where there still is one, else to the list."""
    line = queries.line(folded)
    if line is None:
        return redirect("catalogue:lexicon")
    return redirect("catalogue:lexicon_edit", key=line.key)


def _line_or_404(key: str) -> queries.Line:
    line = queries.line(key.replace("-", " "))
    if line is None:
        raise Http404
    return line


def _me(request: HttpRequest) -> str:
    return request.user.get_username()
