"""Forms of the lexicon editor."""

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.catalogue.lexicon import actions, queries, rules, sheet
from lantoa.catalogue.lexicon.models import Kind, Region
from lantoa.catalogue.lexicon.shipped import Term
from lantoa.catalogue.procedures.queries import names
from lantoa.core.text.vietnamese import fold

ANY = [("", _("Tất cả"))]


class FilterForm(forms.Form):
    """What narrows the list; anything it does not understand narrows nothing."""

    q = forms.CharField(label=_("Tìm trong từ điển"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Loại"), required=False, choices=[*ANY, *Kind.choices])
    region = forms.ChoiceField(label=_("Vùng"), required=False, choices=[*ANY, *Region.choices])
    own = forms.BooleanField(label=_("Chỉ từ cơ quan đã thêm, sửa hoặc tắt"), required=False)

    def narrowed(self) -> list[queries.Line]:
        """The lines that fit."""
        self.is_valid()
        asked = self.cleaned_data
        return queries.narrowed(
            queries.lines(),
            text=asked.get("q", ""),
            kind=asked.get("kind", ""),
            region=asked.get("region", ""),
            own=asked.get("own", False),
        )

    @property
    def is_narrow(self) -> bool:
        """True where anything narrows the list."""
        return any(self.cleaned_data.values())

    @property
    def is_filtered(self) -> bool:
        """True where more than the words narrow it."""
        return any(value for name, value in self.cleaned_data.items() if name != "q")


class EntryForm(forms.Form):
    """One entry. Where `line` is given its term stands firm: another term is another entry.

    Phrases that no procedure's name holds are asked about once (`confirm`): they lead nowhere.
    """

    term = forms.CharField(
        label=_("Từ người dân hay gõ"),
        help_text=_("Như người dân nói, có dấu: “sổ đỏ”, “làm lại bằng lái”. Nhiều nhất 6 tiếng."),
        max_length=rules.LONGEST_TERM,
    )
    official = forms.CharField(
        label=_("Cách gọi trong tên thủ tục"),
        help_text=_("Mỗi dòng một cách gọi, cách hay gặp nhất đứng đầu."),
        widget=forms.Textarea({"rows": 4}),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=Kind.choices)
    region = forms.ChoiceField(label=_("Vùng"), choices=Region.choices)
    confirm = forms.BooleanField(
        label=_("Vẫn lưu cách gọi này"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, line: queries.Line | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.line = line
        self.existing: queries.Line | None = None
        if line is not None:
            del self.fields["term"]
            self.initial = {
                "official": "\n".join(line.term.officials),
                "kind": line.term.kind,
                "region": line.term.region,
            }

    def clean_term(self) -> str:
        """A term that can stand in the lexicon and does not stand there yet."""
        term = rules.squeezed(self.cleaned_data["term"])
        problem = rules.term_problem(term)
        if problem:
            raise ValidationError(problem)
        self.existing = queries.line(fold(term))
        if self.existing is not None:
            raise ValidationError(_("Từ này đã có trong từ điển. Hãy mở ra để sửa."))
        return term

    def clean_official(self) -> tuple[str, ...]:
        """The phrases, one a line."""
        lines = self.cleaned_data["official"].replace("|", "\n").splitlines()
        phrases = tuple(dict.fromkeys(filter(None, map(rules.squeezed, lines))))
        problem = rules.official_problem(phrases)
        if problem:
            raise ValidationError(problem)
        return phrases

    def clean(self) -> None:
        """Ask about phrases that stand in no name, unless it was asked already."""
        phrases = self.cleaned_data.get("official", ())
        if self.cleaned_data.get("confirm"):
            return
        strange = rules.strange(phrases, names()) if phrases else []
        if strange:
            self.fields["confirm"].widget = forms.CheckboxInput()
            self.add_error("official", _nowhere(strange))

    @property
    def folded(self) -> str:
        """The key of the entry."""
        return fold(self.entry.term)

    @property
    def entry(self) -> Term:
        """What the form says, once it is valid."""
        data = self.cleaned_data
        term = self.line.term.term if self.line else data["term"]
        return Term(term, data["official"], data["kind"], data["region"])


def _nowhere(strange: list[str]) -> str:
    """Say that these phrases lead nowhere."""
    quoted = ", ".join(f"“{phrase}”" for phrase in strange)
    return gettext(
        "Không thủ tục nào có tên chứa %(phrases)s, nên cách gọi này chưa dẫn tới đâu. "
        "Hãy sửa lại, hoặc đánh dấu vào ô “Vẫn lưu cách gọi này”."
    ) % {"phrases": quoted}


ACTS = {"off": actions.switch_off, "on": actions.switch_on, "remove": actions.remove_own}


class ActForm(forms.Form):
    """Which act is wanted on one term."""

    act = forms.ChoiceField(choices=[(act, act) for act in ACTS])


class ImportForm(forms.Form):
    """The editors' own entries as CSV: a file first, then the same text again to apply it."""

    file = forms.FileField(label=_("Tệp CSV"), required=False)
    text = forms.CharField(required=False, widget=forms.HiddenInput, max_length=sheet.LONGEST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.content = ""
        self.proposal: list[sheet.Proposed] = []

    def clean_file(self) -> str:
        """The text of the file."""
        upload = self.cleaned_data.get("file")
        if upload is None:
            return ""
        if upload.size > sheet.LONGEST:
            raise ValidationError(_("Tệp lớn quá 500 KB."))
        try:
            text = str(upload.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            raise ValidationError(
                _("Tệp không phải là CSV với bảng mã UTF-8. Trong Excel hãy lưu dạng “CSV UTF-8”.")
            )
        return text

    def clean(self) -> None:
        """Read the one of the two that is there."""
        if self.errors:
            return
        self.content = str(self.cleaned_data["file"] or self.cleaned_data["text"])
        if not self.content:
            self.add_error("file", _("Hãy chọn tệp cần nạp."))
            return
        present = {line.folded: line for line in queries.lines()}
        try:
            self.proposal = sheet.proposed(self.content, present)
        except ValueError as error:
            self.add_error("file", str(error))

    @property
    def accepted(self) -> list[Term]:
        """The terms that are new or changed."""
        wanted = {sheet.Outcome.NEW, sheet.Outcome.CHANGED}
        return [line.term for line in self.proposal if line.outcome in wanted]

    @property
    def summary(self) -> list[tuple[str, int]]:
        """How many lines would do what, in words."""
        counts = Counter(line.outcome for line in self.proposal)
        return [(str(label), counts[outcome]) for outcome, label in sheet.LABELS.items()]
