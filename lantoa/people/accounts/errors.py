"""What can go wrong with accounts. Every error carries a code and a message for a person."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class AccountError(Exception):
    """An account could not be made, changed or signed in to."""

    code = "account_error"
    message: Promise = _("Không thực hiện được với tài khoản này.")

    def __str__(self) -> str:
        return str(self.message)


class UsernameTaken(AccountError):  # noqa: N818 - reads as what it is
    """Somebody signs in by this name already (capitals make no difference)."""

    code = "username_taken"
    message = _("Tên đăng nhập này đã có người dùng.")


class UsernameUnfit(AccountError):  # noqa: N818
    """The name is too short, too long, or holds other signs than a-z, 0-9, ".", "-", "_"."""

    code = "username_unfit"
    message = _(
        "Tên đăng nhập dài từ 3 đến 150 ký tự, chỉ gồm chữ cái không dấu, chữ số, "
        "dấu chấm, gạch ngang và gạch dưới."
    )


class UnknownAccount(AccountError):  # noqa: N818
    """Nobody signs in by this name."""

    code = "unknown_account"
    message = _("Không có tài khoản nào mang tên đăng nhập này.")


class SignInRefused(AccountError):  # noqa: N818
    """Name or password is wrong. Which of the two is never said: it would tell who works here."""

    code = "sign_in_refused"
    message = _("Tên đăng nhập hoặc mật khẩu chưa đúng.")


class SignInLocked(AccountError):  # noqa: N818
    """Too many failures from this address or on this account (OWASP ASVS 5.0, 6.3.1)."""

    code = "sign_in_locked"
    message = _("Đã thử sai quá nhiều lần. Hãy đợi rồi thử lại.")


class WrongPassword(AccountError):  # noqa: N818
    """The current password, asked again before a change, is wrong."""

    code = "wrong_password"
    message = _("Mật khẩu đang dùng chưa đúng.")
