"""The commands for a call: the window to share, its remote control, and a text for the chat."""

import click

from peercompanion.cli import live
from peercompanion.language import _
from peercompanion.preferences import Preferences


def live_commands() -> list[click.Command]:
    """Lay them out. `live` itself is answered by `cli.live`, before any preference is read."""
    return [
        live.command(),
        click.Command(
            "console",
            callback=_console,
            help=_("Open your own window on a call: what to say, what is next, and the stage."),
        ),
        click.Command(
            "text",
            callback=_text,
            help=_("Print a whole exercise, to paste into a chat."),
            params=[
                click.Argument(["id"], metavar="ID"),
                click.Option(["--small"], is_flag=True, help=_("The small version.")),
                click.Option(["--group"], is_flag=True, help=_("For a group.")),
            ],
        ),
    ]


@click.pass_obj
def _console(preferences: Preferences) -> int:
    from peercompanion.cli.console import open_console

    return open_console(preferences)


@click.pass_obj
def _text(preferences: Preferences, id: str, small: bool, group: bool) -> int:  # noqa: A002
    from peercompanion.cli.text import show

    return show(preferences, id, small=small, group=group)
