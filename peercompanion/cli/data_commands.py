"""What can be typed about one's data; each command imports what it needs when it runs."""

from pathlib import Path

import click

from peercompanion.cli.one_of import OneOf
from peercompanion.language import _
from peercompanion.preferences import Preferences

FORMS = ("json", "csv", "md")


def data_commands() -> click.Group:
    """Lay out `data check`, `backup`, `restore`, `export`, `import` and `erase`."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    yes = click.Option(["--yes"], is_flag=True, help=_("Go ahead without asking."))
    return click.Group(
        "data",
        help=_("Your data: where it is, whether it is whole, backups, taking it along, erasing."),
        commands=[
            click.Command(
                "check",
                callback=_check,
                help=_("Read everything, and say what is there and what is damaged."),
            ),
            click.Command("backup", callback=_backup, help=_("Make a backup now.")),
            click.Command(
                "restore",
                callback=_restore,
                help=_("Bring back what a backup has and the journal has not. Shows it first."),
                params=[click.Argument(["file"], type=file), yes],
            ),
            click.Command(
                "import",
                callback=_restore,
                help=_("Take in an export, or another journal's file. Shows it first."),
                params=[click.Argument(["file"], type=file), yes],
            ),
            click.Command(
                "export",
                callback=_export,
                help=_("Write what is kept into new files in a folder."),
                params=[
                    click.Option(["--format", "form"], type=OneOf(FORMS), default="json"),
                    click.Option(
                        ["--private"], is_flag=True, help=_("With the private parts as well.")
                    ),
                    click.Argument(["folder"], type=click.Path(file_okay=False, path_type=Path)),
                ],
            ),
            click.Command(
                "erase",
                callback=_erase,
                help=_("Erase one thing for good, or everything. Without an id it asks."),
                params=[
                    click.Argument(["id_"], metavar="ID", required=False),
                    click.Option(["--everything"], is_flag=True, help=_("All of it.")),
                    yes,
                ],
            ),
        ],
    )


def _check() -> int:
    from peercompanion.cli.data import check

    return check()


def _backup() -> int:
    from peercompanion.cli.data import back_up

    return back_up()


def _restore(file: Path, yes: bool) -> int:
    from peercompanion.cli.data import restore

    return restore(file, sure=yes)


@click.pass_obj
def _export(preferences: Preferences, form: str, folder: Path, private: bool) -> int:
    from peercompanion.cli.data import write_out

    return write_out(preferences, form, folder, private=private)


def _erase(id_: str | None, everything: bool, yes: bool) -> int:
    from peercompanion.cli.data import erase

    return erase(id_, everything=everything, sure=yes)
