"""The columns of a table of procedures, in their order.

A procedure takes one row and, where it has several steps, ways to hand in, fees, papers, legal
bases or forms, further rows below whose code is empty. So every cell holds one thing and nothing
needs a secret sign. Headings are data of a file format, not of an interface: they are not
translated.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Repeat(Enum):
    """What a second filled cell in a procedure's further rows means."""

    TEXT = auto()  # the text goes on, on a new line
    ITEM = auto()  # one more item of a list
    METHOD = auto()  # part of a way to hand in
    FEE = auto()  # one more fee of the way to hand in above
    PAPER = auto()  # part of a paper
    LAW = auto()  # part of a legal basis


@dataclass(frozen=True, slots=True)
class Column:
    """`key`: of the record (or of its row in a list). `choices`: what a cell may hold, if few."""

    key: str
    heading: str
    repeat: Repeat = Repeat.TEXT
    note: str = ""
    example: tuple[str, ...] = ()
    width: int = 24
    choices: tuple[str, ...] = ()


CODE, NAME = "Mã thủ tục", "Tên thủ tục"
COMMENT: Final = "#"
CHANNELS: Final = {
    "direct": "Trực tiếp",
    "online": "Trực tuyến",
    "postal": "Bưu chính",
    "": "Không rõ",
}
UNITS: Final = {
    "hour": "giờ",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "month": "tháng",
    "year": "năm",
    "other": "khác",
}
ONLINE_LEVELS: Final = {
    "full": "Toàn trình",
    "partial": "Một phần",
    "none": "Chưa có dịch vụ trực tuyến",
}
STATUSES: Final = {
    "active": "Đang áp dụng",
    "withdrawn": "Đã bãi bỏ",
    "replaced": "Đã được thay thế",
}

COLUMNS: Final[tuple[Column, ...]] = (
    Column("code", CODE, note="Bắt buộc. Để trống ở các dòng tiếp của cùng một thủ tục.", width=12),
    Column(
        "name",
        NAME,
        note="Bắt buộc ở dòng đầu của thủ tục.",
        example=("Đăng ký mượn phòng họp của nhà văn hóa",),
        width=44,
    ),
    Column("field", "Lĩnh vực", example=("Văn hóa cơ sở",)),
    Column(
        "level",
        "Cấp thực hiện",
        Repeat.ITEM,
        "Cấp Bộ, Cấp Tỉnh, Cấp Xã hoặc Cơ quan khác. Nhiều cấp: cách nhau bằng dấu ;",
        ("Cấp Xã",),
        14,
    ),
    Column(
        "audience",
        "Đối tượng",
        Repeat.ITEM,
        "Ai được làm thủ tục. Mỗi đối tượng một dòng hoặc cách bằng dấu ;",
        ("Công dân Việt Nam", "Hợp tác xã"),
    ),
    Column("agency", "Cơ quan thực hiện", example=("Ủy ban nhân dân cấp xã",)),
    Column("competent_agency", "Cơ quan có thẩm quyền"),
    Column("coordinating_agency", "Cơ quan phối hợp"),
    Column("delegated_agency", "Cơ quan được ủy quyền"),
    Column(
        "steps",
        "Trình tự thực hiện",
        Repeat.ITEM,
        "Mỗi bước một dòng.",
        ("Bước 1: Nộp đơn ở bộ phận một cửa.", "Bước 2: Nhận lịch mượn phòng."),
        50,
    ),
    Column(
        "channel",
        "Cách nộp",
        Repeat.METHOD,
        "Mỗi cách nộp một dòng.",
        ("Trực tiếp", "Trực tuyến"),
        12,
        tuple(CHANNELS.values()),
    ),
    Column("time_value", "Thời hạn", Repeat.METHOD, "Chỉ ghi số.", ("2", "1"), 9),
    Column(
        "time_unit",
        "Đơn vị thời hạn",
        Repeat.METHOD,
        "“ngày” và “ngày làm việc” khác nhau.",
        ("ngày làm việc", "ngày làm việc"),
        14,
        tuple(UNITS.values()),
    ),
    Column("time_limit", "Thời hạn bằng lời", Repeat.METHOD, "Khi một con số không nói đủ."),
    Column(
        "amount_vnd",
        "Phí (đồng)",
        Repeat.FEE,
        "Chỉ ghi số. Để trống hoặc ghi 0 là chưa công bố; miễn phí thì ghi ở cột bên.",
        ("20.000",),
        12,
    ),
    Column(
        "note",
        "Ghi chú phí",
        Repeat.FEE,
        "Nhiều mức phí: mỗi mức một dòng.",
        ("một buổi", "Miễn phí"),
    ),
    Column("description", "Mô tả cách nộp", Repeat.METHOD),
    Column(
        "case",
        "Trường hợp hồ sơ",
        Repeat.PAPER,
        "Để trống nếu như dòng trên; “Mọi trường hợp” nếu không còn theo trường hợp.",
    ),
    Column(
        "paper", "Giấy tờ cần có", Repeat.PAPER, "Mỗi giấy tờ một dòng.", ("Đơn mượn phòng",), 44
    ),
    Column("originals", "Bản chính", Repeat.PAPER, example=("1",), width=8),
    Column("copies", "Bản sao", Repeat.PAPER, example=("0",), width=8),
    Column("form", "Mẫu của giấy tờ", Repeat.PAPER, "Tên tệp mẫu.", ("mau-muon-phong.docx",)),
    Column("conditions", "Yêu cầu, điều kiện"),
    Column("result", "Kết quả", example=("Lịch mượn phòng có xác nhận",)),
    Column("number", "Số văn bản", Repeat.LAW, "Căn cứ pháp lý, mỗi văn bản một dòng.", width=18),
    Column("title", "Tên văn bản", Repeat.LAW, width=44),
    Column("forms", "Mẫu đơn, tờ khai", Repeat.ITEM, "Mỗi mẫu một dòng.", ("mau-muon-phong.docx",)),
    Column("decision", "Quyết định công bố", example=("01/QĐ-UBND",)),
    Column("procedure_type", "Loại thủ tục"),
    Column("submission_address", "Địa chỉ tiếp nhận"),
    Column("keywords", "Từ khóa"),
    Column("description_text", "Mô tả thủ tục"),
    Column("online_level", "Mức độ trực tuyến", choices=tuple(ONLINE_LEVELS.values())),
    Column(
        "publisher",
        "Địa phương công bố",
        note="“Cả nước” hoặc tên tỉnh. Để trống thì hệ thống suy từ quyết định công bố.",
        example=("Gia Lai",),
    ),
    Column("status", "Tình trạng", choices=tuple(STATUSES.values())),
    Column("replaced_by", "Mã thay thế", note="Khi tình trạng là “Đã được thay thế”."),
    Column("source_url", "Đường dẫn nguồn"),
    Column("crawled", "Ngày đọc nguồn", note="Năm-tháng-ngày.", example=("2026-07-18",), width=12),
    Column(
        "methods_text", "Cách nộp (nguyên văn)", note="Chỉ khi nguồn không tách được từng cách."
    ),
    Column(
        "dossier_text", "Hồ sơ (nguyên văn)", note="Chỉ khi nguồn không tách được từng giấy tờ."
    ),
    Column(
        "legal_text", "Căn cứ pháp lý (nguyên văn)", note="Chỉ khi không tách được từng văn bản."
    ),
)
BY_REPEAT: Final = {
    repeat: tuple(column.key for column in COLUMNS if column.repeat is repeat) for repeat in Repeat
}
EXAMPLE_CODE: Final = f"{COMMENT} ví dụ"
