"""`python -m kiosk`: the command line, for the kiosk that starts itself as a child."""

from kiosk.cli import main

main(prog_name="kiosk")
