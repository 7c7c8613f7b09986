"""Ground floor: audit rows, background jobs, text and operation. Knows no other module."""
