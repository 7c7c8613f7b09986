"""Vietnamese search over the catalogue."""
