"""`peercompanion console`: the supporter's own window, and the stage's remote control."""

from peercompanion.cli import ASKED_WRONGLY, has_screen, tell
from peercompanion.language import _, wanted
from peercompanion.places import Places, content, places
from peercompanion.preferences import Preferences
from peercompanion.text import clean

AGENCY = "agency-steps.txt"
"""Beside the settings: what one's own service asks for in a serious moment."""
_MOST = 2000


def open_console(preferences: Preferences) -> int:
    """Open it. It looks for the stage until it finds it."""
    if not has_screen():
        tell(_("The console draws on a terminal, and this is none."))
        return ASKED_WRONGLY
    from peercompanion.tui import terminal

    terminal.prepare()
    from peercompanion.link.guides import Guides
    from peercompanion.packs.library import Library
    from peercompanion.tui.console.app import ConsoleApp

    here = places()
    library = Library([here.packs, content()], language=wanted(preferences.language)[0])
    app = ConsoleApp(
        Guides(library),
        here.run,
        regions=[preferences.region] if preferences.region else [],
        agency=agency_steps(here),
        theme="dusk" if preferences.theme == "ansi" else preferences.theme,
    )
    return terminal.run(app)


def agency_steps(here: Places) -> list[str]:
    """Read one's own service's steps; none where there is no such file."""
    try:
        told = (here.config / AGENCY).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    return [line for line in clean(told, most=_MOST).splitlines() if line.strip()][:12]
