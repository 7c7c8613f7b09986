"""`lantoa staff`: accounts of members of staff."""

import json

import click
from django.utils import timezone
from django.utils.translation import override

from lantoa.people.accounts import actions, queries
from lantoa.people.accounts.errors import AccountError
from lantoa.people.accounts.models import User
from lantoa.people.roles.models import Role

OPERATOR = "operator"
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
role_option = click.option(
    "--role", type=click.Choice(Role.values), default=Role.EDITOR.value, show_default=True
)


@click.group()
def staff() -> None:
    """Accounts of members of staff."""


@staff.command()
@click.argument("username")
@click.option("--name", default="", help="Full name.")
@role_option
@as_json
def create(username: str, name: str, role: str, as_json: bool) -> None:
    """Make an account and print its one-time password, which is shown only now."""
    try:
        password = actions.create_staff(
            by=OPERATOR, username=username, full_name=name, role=Role(role), now=timezone.now()
        )
    except AccountError as error:
        raise _refused(error) from None
    _show(username, password, as_json=as_json)


@staff.command()
@click.argument("username")
@as_json
def reset(username: str, as_json: bool) -> None:
    """Give an account a new one-time password; its open sessions end."""
    try:
        password = actions.reset_password(by=OPERATOR, username=username, now=timezone.now())
    except AccountError as error:
        raise _refused(error) from None
    _show(username, password, as_json=as_json)


@staff.command("list")
@as_json
def list_(as_json: bool) -> None:
    """List the accounts and what state they are in."""
    accounts = list(queries.staff())
    if as_json:
        click.echo(json.dumps([_facts(user) for user in accounts], ensure_ascii=False))
        return
    for user in accounts:
        click.echo(
            f"{user.username:<20} {user.role:<15} {_state(user):<18} {user.full_name}".rstrip()
        )


def _facts(user: User) -> dict[str, str | None]:
    """What `list --json` says of an account; times as ISO 8601."""
    return {
        "username": user.username,
        "full_name": user.full_name,
        "role": user.role,
        "state": _state(user),
        "last_sign_in": user.last_login.isoformat() if user.last_login else None,
    }


def _state(user: User) -> str:
    if not user.is_active:
        return "inactive"
    return "one-time password" if user.must_change_password else "active"


def _show(username: str, password: str, *, as_json: bool) -> None:
    """Print the password, which exists nowhere else in the clear."""
    name = queries.normalise_username(username)
    if as_json:
        click.echo(json.dumps({"username": name, "one_time_password": password}))
        return
    click.echo(f"Account            {name}")
    click.echo(f"One-time password  {password}")
    click.echo("It is shown only now and must be changed at the first sign-in.")


def _refused(error: AccountError) -> click.ClickException:
    """The refusal in English, as the operator command speaks."""
    with override("en"):
        return click.ClickException(str(error))
