"""What can go wrong with procedures."""

from django.utils.translation import gettext_lazy as _


class CatalogueChangedError(Exception):
    """Somebody else changed the catalogue after it was looked at."""

    code = "catalogue_changed"
    message = _("Danh mục thủ tục đã thay đổi sau khi tệp được đọc. Hãy đọc lại tệp rồi xem lại.")
