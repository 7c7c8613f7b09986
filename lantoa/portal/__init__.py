"""Portal: composition of the modules into pages people start from."""
