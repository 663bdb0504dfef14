"""What can be typed after `peercompanion`, and how a slip of the hand is answered.

Each command imports what it needs when it runs. None takes personal words: they would stay in
the shell's history.
"""

from typing import get_args

import click

from peercompanion import __version__
from peercompanion.cli import DONE, tell
from peercompanion.cli.daily_commands import daily_commands
from peercompanion.cli.data_commands import data_commands
from peercompanion.cli.live_commands import live_commands
from peercompanion.cli.one_of import OneOf
from peercompanion.language import _, use
from peercompanion.packs.rendering import Format
from peercompanion.packs.vocabulary import Like, Where
from peercompanion.places import places
from peercompanion.preferences import Preferences, load


def answer(arguments: list[str]) -> int:
    """Do what a command line asks for.

    Returns:
        The exit status. What was asked wrongly has been told in one line.

    """
    preferences, notices = load(places())
    use(preferences.language)
    for notice in notices:
        tell(notice)
    try:
        status = commands().main(arguments, "peercompanion", standalone_mode=False, obj=preferences)
    except click.exceptions.NoArgsIsHelpError as error:
        names = ", ".join(sorted(error.ctx.command.commands))  # type: ignore[attr-defined]
        tell(
            _("`{path}` goes on with one of: {names}.").format(
                path=error.ctx.command_path, names=names
            )
        )
        return error.exit_code
    except click.ClickException as error:
        tell(error.format_message())
        return error.exit_code
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return status if isinstance(status, int) else DONE


def commands() -> click.Group:
    """Lay out all commands, in the person's language."""
    return click.Group(
        "peercompanion",
        help=_(
            "Coping skills between peer sessions, one calm screen at a time. "
            "Without a command it opens the full screen. "
            "Not a crisis service: in danger, call your local emergency number."
        ),
        params=[_version()],
        commands=[
            click.Command(
                "play",
                callback=_play,
                help=_("Open one exercise at once, such as `long-exhale`."),
                params=[
                    click.Argument(["exercise"], metavar="ID"),
                    click.Option(["--small"], is_flag=True, help=_("The small version.")),
                ],
            ),
            click.Command(
                "now",
                callback=_now,
                help=_("One steady thing at once, then your plan and the lines."),
            ),
            _print_command(),
            *daily_commands(),
            *live_commands(),
            data_commands(),
            _exercises_command(),
            _packs_commands(),
            click.Command(
                "where", callback=_where, help=_("Name every folder and file that is used.")
            ),
        ],
    )


def _print_command() -> click.Command:
    return click.Command(
        "print",
        callback=_print,
        help=_("Your plan, or what keeps you well, as a page to print. Private parts stay out."),
        params=[
            click.Argument(["which"], type=OneOf(("plan", "well")), default="plan"),
            click.Option(
                ["--as", "form"],
                type=OneOf(("page", "text", "markdown", "wallet", "helpers")),
                default="page",
                help=_("In which form."),
            ),
            click.Option(["--only"], multiple=True, help=_("Only this part.")),
            click.Option(["--also"], multiple=True, help=_("This part too, if private.")),
            click.Option(["--to"], default="", help=_("Into a new file.")),
        ],
    )


def _exercises_command() -> click.Command:
    return click.Command(
        "exercises",
        callback=_exercises,
        help=_("List the exercises."),
        params=[
            click.Option(["--for", "like"], type=OneOf(get_args(Like)), help=_("What it is like.")),
            click.Option(
                ["--minutes"],
                type=_whole_number(),
                help=_("Which fit in so many minutes, small versions too."),
            ),
            click.Option(
                ["--where"],
                type=OneOf(get_args(Where)),
                help=_("Which can be done there."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("As JSON.")),
        ],
    )


def _packs_commands() -> click.Group:
    return click.Group(
        "packs",
        help=_("The packs that hold what guides people."),
        commands=[
            click.Command(
                "list", callback=_packs_list, help=_("Name the packs and where they lie.")
            ),
            click.Command(
                "check",
                callback=_packs_check,
                help=_("Check a pack, or all of them. Ends with 1 when one has errors."),
                params=[
                    click.Argument(["path"], required=False, type=click.Path(exists=True)),
                    click.Option(
                        ["--format", "form"],
                        type=OneOf(get_args(Format)),
                        default="text",
                    ),
                ],
            ),
        ],
    )


def _whole_number() -> click.IntRange:
    """Make a count that calls itself a number where a wrong one is told."""
    count = click.IntRange(min=1)
    count.name = "number"
    return count


def _version() -> click.Option:
    """Make `--version`, which ends the command at once."""

    def show(context: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(f"PeerCompanion {__version__}")
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=_("Show the version and leave."),
    )


@click.pass_obj
def _play(preferences: Preferences, exercise: str, small: bool) -> int:
    from peercompanion.cli.exercises import play

    return play(preferences, exercise, small=small)


def _now() -> int:
    from peercompanion.cli.now import now

    return now()


@click.pass_obj
def _print(
    preferences: Preferences,
    which: str,
    form: str,
    only: tuple[str, ...],
    also: tuple[str, ...],
    to: str,
) -> int:
    from peercompanion.cli.print_plan import show

    return show(preferences, which, form, only, also, to)


@click.pass_obj
def _exercises(
    preferences: Preferences,
    like: str | None,
    minutes: int | None,
    where: str | None,
    as_json: bool,
) -> int:
    from peercompanion.cli.exercises import show

    return show(preferences, like, minutes, where, as_json=as_json)


def _packs_list() -> int:
    from peercompanion.cli.packs import show

    return show()


def _packs_check(path: str | None, form: Format) -> int:
    from peercompanion.cli.packs import check

    return check(path, form)


def _where() -> int:
    from peercompanion.cli.where import show

    return show()
