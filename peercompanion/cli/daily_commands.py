"""What can be typed for the daily half; each command imports what it needs when it runs."""

import click

from peercompanion.language import _
from peercompanion.preferences import Preferences


def daily_commands() -> list[click.Command]:
    """Lay out `today`, `mark`, `checkin` and `steps`."""
    return [
        click.Command("today", callback=_today, help=_("Show the chart of the day, numbered.")),
        click.Command(
            "mark",
            callback=_mark,
            help=_("Mark an item of the chart by its number. Without a number it asks."),
            params=[
                click.Argument(["number"], type=int, required=False),
                click.Option(["--small"], is_flag=True, help=_("The small version was done.")),
                click.Option(["--clear"], is_flag=True, help=_("Take the mark back.")),
                click.Option(["--on"], metavar="DATE", help=_("On one of the last seven days.")),
            ],
        ),
        click.Command("checkin", callback=_checkin, help=_("Say what the weather is inside.")),
        click.Command(
            "steps",
            callback=_steps,
            help=_("List small steps, and say where one landed. Without a number it asks."),
            params=[click.Argument(["number"], type=int, required=False)],
        ),
    ]


@click.pass_obj
def _today(preferences: Preferences) -> int:
    from peercompanion.cli.daily import show_today

    return show_today(preferences)


@click.pass_obj
def _mark(
    preferences: Preferences, number: int | None, small: bool, clear: bool, on: str | None
) -> int:
    from peercompanion.cli.daily import mark

    return mark(preferences, number, on, small=small, clear=clear)


@click.pass_obj
def _checkin(preferences: Preferences) -> int:
    from peercompanion.cli.checkin import check_in

    return check_in(preferences)


@click.pass_obj
def _steps(preferences: Preferences, number: int | None) -> int:
    from peercompanion.cli.daily import steps

    return steps(preferences, number)
