"""Template filters for procedures, for pages of the catalogue and above."""

from django import template

from lantoa.catalogue.procedures import naming

register = template.Library()


@register.filter
def display_name(name: str) -> str:
    """A procedure's name as people read it: not all in capitals."""
    return naming.display_name(name)
