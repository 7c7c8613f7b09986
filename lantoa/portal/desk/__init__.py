"""The desk's shell: where staff start, and what they can reach."""
