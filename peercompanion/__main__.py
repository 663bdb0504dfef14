"""`python -m peercompanion`."""

from peercompanion.cli import main

main()
