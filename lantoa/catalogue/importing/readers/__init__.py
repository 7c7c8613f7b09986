"""Files into raw records, pure: no database, nothing decided about the catalogue."""
