"""What people say, and what the catalogue calls it."""
