"""One-time passwords that can be read from a screen and typed without doubt."""

import secrets

# No i, l, o, 0, 1: they are mistaken for one another on paper. 31 signs hold 4.95 bits each.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS = 5
GROUP_LENGTH = 4


def one_time_password() -> str:
    """A fresh password of 99 bits in five groups: "k7mp-w3hd-9xqe-rt5a-vn2c"."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)
