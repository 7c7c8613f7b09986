"""Raw records into contents, pure. Nothing is guessed: what is unsure stays the source's text."""
