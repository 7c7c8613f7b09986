"""Catalogue: administrative procedures, their versions, and finding the right one."""
