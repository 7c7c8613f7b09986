"""Forms of the import pages."""

from typing import Any, BinaryIO, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from lantoa.catalogue.importing import actions
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.models import Outcome
from lantoa.catalogue.importing.problems import LABELS
from lantoa.catalogue.importing.readers import KINDS, reader

MEGABYTE = 1024 * 1024


class UploadForm(forms.Form):
    """A file of procedures. Kind and size are looked at before anything is kept."""

    file = forms.FileField(
        label=_("Tệp thủ tục"),
        help_text=_("Nhận .xlsx, .csv (theo mẫu), .jsonl hoặc .jsonl.gz."),
        widget=forms.ClearableFileInput({"accept": ",".join((*KINDS, ".gz"))}),
        error_messages={"required": _("Hãy chọn tệp cần nạp."), "empty": _("Tệp này trống.")},
    )
    complete = forms.BooleanField(
        label=_("Đây là danh sách đầy đủ"),
        help_text=_("Thủ tục đang áp dụng mà tệp không có sẽ được ghi là đã bãi bỏ."),
        required=False,
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """The file, where its kind and size will do."""
        upload: UploadedFile[Any] = self.cleaned_data["file"]
        if (upload.size or 0) > settings.MAX_UPLOAD_MB * MEGABYTE:
            raise ValidationError(
                _("Tệp lớn quá %(most)s MB."), params={"most": settings.MAX_UPLOAD_MB}
            )
        try:
            reader(cast(BinaryIO, upload), upload.name or "")
        except FileRefusedError as error:
            raise ValidationError(str(error.message)) from error
        return upload


class FilterForm(forms.Form):
    """Which lines of an import are wanted; what it does not understand narrows nothing."""

    outcome = forms.ChoiceField(
        label=_("Kết quả"), required=False, choices=[("", _("Tất cả")), *Outcome.choices]
    )
    problem = forms.ChoiceField(
        label=_("Điều cần xem"),
        required=False,
        choices=[("", _("Tất cả")), ("any", _("Có điều cần xem")), *LABELS.items()],
    )

    def wanted(self) -> dict[str, str]:
        """The arguments for `queries.rows`."""
        self.is_valid()
        return {key: self.cleaned_data.get(key, "") for key in ("outcome", "problem")}


ACTS = {
    "apply": actions.request_apply,
    "discard": actions.discard,
    "read_again": actions.read_again,
}


class ActForm(forms.Form):
    """Which act is wanted on one import."""

    act = forms.ChoiceField(choices=[(act, act) for act in ACTS])
