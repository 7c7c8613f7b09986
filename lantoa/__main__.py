"""`python -m lantoa` is the same as the command `lantoa`."""

from lantoa.cli import main

main()
