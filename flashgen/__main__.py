"""Lets `python -m flashgen` do what `flashgen` does."""

from flashgen.cli.main import main

main()
