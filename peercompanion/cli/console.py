"""`peercompanion console`: the supporter's own window, and the stage's remote control."""

from peercompanion.cli import ASKED_WRONGLY, has_screen, tell
from peercompanion.language import _, wanted
from peercompanion.places import content, places
from peercompanion.preferences import Preferences


def open_console(preferences: Preferences) -> int:
    """Open it. It looks for the stage until it finds it."""
    if not has_screen():
        tell(
            _(
                "The console draws on a terminal, and this is none. "
                "`peercompanion console --plain` speaks in lines of text."
            )
        )
        return ASKED_WRONGLY
    from peercompanion.tui import terminal

    terminal.prepare()
    from peercompanion.clock import Clock
    from peercompanion.kept import Kept
    from peercompanion.link.guides import Guides
    from peercompanion.link.leading import Leading
    from peercompanion.packs.library import Library
    from peercompanion.supporter import Supporter
    from peercompanion.tui.console.app import ConsoleApp

    here, clock = places(), Clock()
    library = Library([here.packs, content()], language=wanted(preferences.language)[0])
    regions = [preferences.region] if preferences.region else []
    leading = Leading(Guides(library), here.run, clock, regions)
    kept = Kept(here, now=clock.now)
    app = ConsoleApp(
        leading,
        Supporter(here, kept, clock.now, logs=preferences.session_log),
        theme="dusk" if preferences.theme == "ansi" else preferences.theme,
        letter_keys=preferences.letter_keys,
    )
    return terminal.run(app)
