"""Administrative procedures and their versions."""
