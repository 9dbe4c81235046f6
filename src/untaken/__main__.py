"""`python -m untaken`."""

from untaken.cli import main

main()
