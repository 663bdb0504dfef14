"""Before the first frame: Textual, and the few rooms that draw Home and help. Nothing heavy."""

import subprocess
import sys

OURS = {
    "peercompanion",
    "peercompanion.clock",
    "peercompanion.journal",
    "peercompanion.journal.ids",
    "peercompanion.kept",
    "peercompanion.kept.drafts",
    "peercompanion.kept.entries",
    "peercompanion.kept.kept",
    "peercompanion.language",
    "peercompanion.packs",
    "peercompanion.packs.help_lines",
    "peercompanion.packs.vocabulary",
    "peercompanion.places",
    "peercompanion.planning",
    "peercompanion.planning.lines",
    "peercompanion.practice",
    "peercompanion.practice.choice",
    "peercompanion.practice.glimpse",
    "peercompanion.practice.opening_hours",
    "peercompanion.practice.words",
    "peercompanion.preferences",
    "peercompanion.text",
    "peercompanion.tui",
    "peercompanion.tui.app",
    "peercompanion.tui.driver",
    "peercompanion.tui.keys",
    "peercompanion.tui.lines_shown",
    "peercompanion.tui.memory",
    "peercompanion.tui.page",
    "peercompanion.tui.quiet_app",
    "peercompanion.tui.routes",
    "peercompanion.tui.screens",
    "peercompanion.tui.screens.help_now",
    "peercompanion.tui.screens.home",
    "peercompanion.tui.screens.region",
    "peercompanion.tui.terminal",
    "peercompanion.tui.themes",
    "peercompanion.tui.typed",
    "peercompanion.tui.widgets",
    "peercompanion.tui.widgets.choices",
    "peercompanion.tui.widgets.frame",
    "peercompanion.tui.widgets.sight",
    "peercompanion.tui.widgets.words",
}
HEAVY = {"pydantic", "markdown_it", "sqlite3", "click", "tomli_w", "textual.widgets._text_area"}

PROGRAM = r"""
import asyncio, sys
from peercompanion.places import places
from peercompanion.tui.app import CompanionApp

class Looked(CompanionApp):
    def after_first_frame(self):
        sys.__stdout__.write("\n".join(sorted(sys.modules)))
        self.exit()

async def main():
    app = Looked(places({"PEERCOMPANION_HOME": sys.argv[1]}))
    async with app.run_test() as pilot:
        await pilot.pause()

asyncio.run(main())
"""


def test_nothing_heavy_is_imported_before_the_first_frame(tmp_path: object) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], capture_output=True, text=True, check=True
    )
    imported = set(ran.stdout.split())
    assert "textual.app" in imported
    assert imported & HEAVY == set()
    ours = {name for name in imported if name.split(".")[0] == "peercompanion"}
    assert ours <= OURS
