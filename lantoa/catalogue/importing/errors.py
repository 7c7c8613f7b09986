"""What can go wrong with an import."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: Final[dict[str, Promise]] = {
    "unknown_kind": _(
        "Tệp không thuộc loại nhận được. Hãy dùng .jsonl, .jsonl.gz, .xlsx hoặc .csv."
    ),
    "too_big": _("Tệp quá lớn khi mở ra, nên không đọc. Hãy chia thành nhiều tệp nhỏ hơn."),
    "broken_file": _("Tệp bị hỏng hoặc không đúng định dạng, nên không đọc được."),
    "not_utf8": _("Tệp không dùng bảng mã UTF-8. Hãy lưu lại tệp với bảng mã UTF-8."),
    "no_headings": _("Không tìm thấy hàng tiêu đề có hai cột “Mã thủ tục” và “Tên thủ tục”."),
    "apply_failed": _("Chưa áp dụng được vì một lỗi bất ngờ; danh mục không thay đổi."),
    "empty_file": _("Tệp không có thủ tục nào."),
}


class ImportingError(Exception):
    """An import cannot go on. `code` is for programs, `message` for people."""

    def __init__(self, code: str, message: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class FileRefusedError(ImportingError):
    """The whole file is not read. `code` is one of REFUSALS."""

    def __init__(self, code: str) -> None:
        super().__init__(code, REFUSALS[code])


class WrongStateError(ImportingError):
    """The import is not in the state this act needs: applied already, being read, discarded."""

    def __init__(self) -> None:
        super().__init__(
            "wrong_state", _("Lần nạp này không còn ở trạng thái cho phép thao tác đó.")
        )
