"""Bringing procedures in: read, propose, show, apply."""
