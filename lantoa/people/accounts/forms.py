"""Forms of accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.people.accounts.models import User

# Long enough for any phrase, short enough that hashing it is no way to keep the server busy.
PASSWORD_LENGTH = 200

REASONS: dict[str | None, Promise] = {
    "password_too_short": _("Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn chỉ bạn nhớ là tốt nhất."),
    "password_too_common": _("Nhiều người dùng mật khẩu này nên rất dễ đoán. Hãy chọn câu khác."),
    "password_too_similar": _("Mật khẩu giống tên của bạn quá. Hãy chọn câu khác."),
}


class SignInForm(forms.Form):
    """Name and password."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        widget=forms.TextInput(
            {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class ChangePasswordForm(forms.Form):
    """The current password and, twice, the one to come."""

    current = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Mật khẩu mới"),
        help_text=_("Ít nhất 12 ký tự. Bốn năm từ ghép ngẫu nhiên vừa dễ nhớ vừa khó đoán."),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Gõ lại mật khẩu mới"),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if user.must_change_password:
            self.fields["current"].label = _("Mật khẩu một lần bạn vừa dùng")

    def clean_new(self) -> str:
        """A password that is not the old one and holds against guessing."""
        new: str = self.cleaned_data["new"]
        if new == self.cleaned_data.get("current"):
            raise ValidationError(_("Mật khẩu mới phải khác mật khẩu đang dùng."))
        try:
            validate_password(new, self.user)
        except ValidationError as error:
            raise ValidationError([_reason(each) for each in error.error_list]) from None
        return new

    def clean_again(self) -> str:
        """The same password a second time."""
        again: str = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise ValidationError(_("Hai lần gõ chưa giống nhau."))
        return again


def _reason(error: ValidationError) -> Promise | str:
    """A validator's reason in our words, in its own where we have none."""
    return REASONS.get(error.code) or str(error.messages[0])
