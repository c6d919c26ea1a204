"""`python -m broadsheet`."""

from broadsheet.cli import main

main()
