"""Procedures as a table that an officer can fill in: columns, rows to records and back."""
