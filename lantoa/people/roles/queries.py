"""The one place that says who may do what. Views, the API and jobs all ask `may`."""

from django.contrib.auth.models import AnonymousUser

from lantoa.people.accounts.models import Role, User

PERMISSIONS: dict[str, frozenset[str]] = {
    Role.ADMINISTRATOR: frozenset({"desk.open", "catalogue.import", "lexicon.edit"}),
    Role.EDITOR: frozenset({"desk.open", "lexicon.edit"}),
}


def may(user: User | AnonymousUser, permission: str) -> bool:
    """True where `user` is active and holds `permission`. Anything not listed is refused."""
    if not isinstance(user, User) or not user.is_active or user.must_change_password:
        return False
    return permission in PERMISSIONS.get(user.role, frozenset())
