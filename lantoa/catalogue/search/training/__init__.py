"""Learning the ranking and the scope decision from our own questions (`lantoa search train`)."""
