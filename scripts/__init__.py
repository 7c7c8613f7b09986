"""Tools of the project's developers; nothing here runs in production."""
