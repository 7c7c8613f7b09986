"""Lan Tỏa: makes online public services known, usable and trusted."""

__version__ = "0.1.0"
