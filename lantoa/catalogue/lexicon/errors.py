"""What can go wrong with lexicon entries."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class UnknownTerm(LookupError):  # noqa: N818 - reads as what it is
    """The lexicon has no such term, or no entry of the editors' own for it."""

    code = "unknown_term"
    message: Promise = _("Từ điển không có từ này.")

    def __str__(self) -> str:
        return str(self.message)
