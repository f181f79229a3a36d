"""`python -m sync.hub` is `hub`."""

from sync.hub.cli import main

main()
