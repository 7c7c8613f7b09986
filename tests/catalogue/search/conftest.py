"""A small engine over entries of our own."""

import pytest

from lantoa.catalogue.search import index as indexing
from lantoa.catalogue.search.concepts import Lexicon
from lantoa.catalogue.search.documents import Document
from lantoa.catalogue.search.engine import Engine

COMMUNE, PROVINCE, MINISTRY = "Cấp Xã", "Cấp Tỉnh", "Cấp Bộ"
CITIZENS = ("Công dân Việt Nam",)


def document(code: str, name: str, field: str, level: str = COMMUNE, **more: object) -> Document:
    """An entry for citizens."""
    return Document(code, name, field, (level,), CITIZENS, **more)  # type: ignore[arg-type]


DOCUMENTS = (
    document("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", papers="Giấy chứng sinh"),
    document("1.004884", "Thủ tục đăng ký lại khai sinh", "Hộ tịch"),
    document("2.000528", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", "Hộ tịch"),
    document("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", online=True),
    document("1.000656", "Thủ tục đăng ký khai tử", "Hộ tịch"),
    document("1.004194", "Đăng ký tạm trú", "Đăng ký, quản lý cư trú", online=True),
    document("1.004222", "Đăng ký thường trú", "Đăng ký, quản lý cư trú"),
    document("1.001612", "Đăng ký thành lập hộ kinh doanh", "Hộ kinh doanh", online=True),
    document("1.001266", "Chấm dứt hoạt động hộ kinh doanh", "Hộ kinh doanh"),
    document("3.000348", "Cấp lại giấy phép lái xe", "Đường bộ", PROVINCE),
    document("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "Chứng thực"),
    document(
        "1.013979",
        "Tặng cho quyền sử dụng đất",
        "Đất đai",
        variants=("1.115335", "1.115341"),
        publishers=("Gia Lai", "Đắk Lắk"),
    ),
    document("1.115999", "Hỗ trợ nuôi ong", "Nông nghiệp", publisher="Gia Lai"),
    document("1.000001", "Cấp giấy phép nhập khẩu thuốc lá", "Xuất nhập khẩu", MINISTRY),
)
TERMS = (
    ("bằng lái", ("giấy phép lái xe",)),
    ("mất bằng lái", ("cấp lại giấy phép lái xe",)),
    ("giấy khai sinh", ("đăng ký khai sinh",)),
    ("mở quán", ("đăng ký thành lập hộ kinh doanh",)),
    ("photo công chứng", ("chứng thực bản sao từ bản chính",)),
)


@pytest.fixture(scope="session")
def engine() -> Engine:
    """An engine with the product's model over fourteen entries and five terms."""
    return Engine(indexing.build(DOCUMENTS, Lexicon.of(TERMS)))
