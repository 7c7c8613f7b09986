"""Lan Tỏa: makes online public services known, usable and trusted, from plan to citizen and back."""

__version__ = "0.1.0"
