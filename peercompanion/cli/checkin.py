"""`peercompanion checkin`: the check-in as every face asks it, line by line."""

import sys

from peercompanion.places import places
from peercompanion.plain.companion import Companion
from peercompanion.plain.talk import Talk
from peercompanion.plain.typed import StandardInput
from peercompanion.plain.voice import Voice
from peercompanion.preferences import Preferences


def check_in(preferences: Preferences) -> int:
    """Ask for the weather and keep it; then offer the same rows to everyone."""
    talk = Talk(Voice(sys.stdout), StandardInput())
    return Companion(places(), preferences, talk).run("check-in")
