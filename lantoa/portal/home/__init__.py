"""Home and life events: where citizens start."""
