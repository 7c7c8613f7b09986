"""Everything that can be wrong or odd about a record, by code. Documented one by one in
docs/reference/catalogue-import.md; a test fails where one is not."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Problem(NamedTuple):
    """A code of LABELS and what to find it by (a value, a line), empty where nothing adds to it."""

    code: str
    detail: str = ""


REJECTING: Final[dict[str, Promise]] = {
    "broken_json": _("Dòng này không phải JSON đúng"),
    "not_a_record": _("Dòng này không phải một thủ tục"),
    "code_missing": _("Thiếu mã thủ tục"),
    "code_unusable": _("Mã thủ tục có ký tự không dùng được hoặc quá dài"),
    "name_missing": _("Thiếu tên thủ tục"),
    "duplicate_code": _("Mã thủ tục đã có ở dòng trước trong tệp này"),
}

ODD: Final[dict[str, Promise]] = {
    "code_malformed": _("Mã không đúng dạng của danh mục quốc gia, vẫn giữ"),
    "levels_missing": _("Nguồn không ghi cấp thực hiện"),
    "level_unknown": _("Cấp thực hiện lạ, vẫn giữ"),
    "methods_missing": _("Nguồn không ghi cách nộp"),
    "methods_as_text": _("Cách nộp chỉ có dạng văn bản"),
    "channel_unknown": _("Không rõ nộp trực tiếp, trực tuyến hay qua bưu chính"),
    "time_unit_missing": _("Thời hạn có con số nhưng không có đơn vị"),
    "fee_unit_doubtful": _("Mức phí quá nhỏ để là đồng Việt Nam, nguồn không ghi đơn vị tiền"),
    "dossier_missing": _("Nguồn không ghi thành phần hồ sơ"),
    "dossier_as_text": _("Thành phần hồ sơ chỉ có dạng văn bản"),
    "paper_without_name": _("Có giấy tờ không tên, đã bỏ"),
    "laws_as_text": _("Căn cứ pháp lý chỉ có dạng văn bản"),
    "part_unreadable": _("Một phần không đúng kiểu dữ liệu, đã bỏ"),
    "source_url_dropped": _("Đường dẫn nguồn không phải địa chỉ web, đã bỏ"),
    "date_unreadable": _("Ngày đọc nguồn không đúng dạng năm-tháng-ngày, đã bỏ"),
    "online_level_unknown": _("Mức độ trực tuyến lạ, đã bỏ"),
    "status_unknown": _("Tình trạng lạ, coi như đang áp dụng"),
    "replaced_by_unknown": _("Không có thủ tục thay thế trong danh mục, coi như bãi bỏ"),
    "publisher_unknown": _("Thủ tục của địa phương nhưng không rõ tỉnh nào"),
    "parts_emptied": _("Tệp bỏ trống phần đang có; áp dụng thì phần ấy mất, số phần"),
    "source_note": _("Nguồn có ghi chú"),
}

LABELS: Final[dict[str, Promise]] = REJECTING | ODD
