"""`peercompanion live`: the stage. It reads no preferences, and no folder but the packs and run."""

import os
import sys
from collections.abc import Sequence
from typing import Any, get_args

import click

from peercompanion.cli import ASKED_WRONGLY, DONE, NOT_DONE, has_screen, tell
from peercompanion.cli.one_of import OneOf, did_you_mean
from peercompanion.language import _, use, wanted
from peercompanion.link.vocabulary import Motion, StageTheme
from peercompanion.packs.vocabulary import Contains
from peercompanion.places import Places, content, places

THEMES, MOTIONS, WITHOUT = get_args(StageTheme), get_args(Motion), get_args(Contains)
PLURALS = {"holds": "hold"}
"""Words for what is left out, as people type them."""


def answer(arguments: list[str]) -> int:
    """Open the stage.

    Returns:
        The exit status. What was asked wrongly has been told in one line.

    """
    use(None)
    try:
        status = command().main(arguments[1:], "peercompanion live", standalone_mode=False)
    except click.ClickException as error:
        tell(error.format_message())
        return error.exit_code
    except Exception:
        if sys.flags.dev_mode:
            raise
        from peercompanion.tui.stage.last_card import hold

        hold()
        return NOT_DONE
    return status if isinstance(status, int) else DONE


def command() -> click.Command:
    """Lay out the command."""
    return click.Command(
        "live",
        callback=_live,
        help=_(
            "Open the window to share on a call: exercises in large words, and nothing of "
            "anybody's life. `peercompanion console` is its remote control."
        ),
        params=[
            click.Argument(["ids"], nargs=-1, metavar="[ID]..."),
            click.Option(["--group"], is_flag=True, help=_("For a group.")),
            click.Option(["--theme"], type=OneOf(THEMES), default="dusk"),
            click.Option(
                ["--region"],
                multiple=True,
                metavar="CODE",
                help=_("Whose help lines the card shows, such as US; up to three."),
            ),
            click.Option(["--motion"], type=OneOf(MOTIONS), default="gentle"),
            click.Option(
                ["--without"],
                metavar="LIST",
                default="",
                help=_("What to leave out: {words}.").format(words=",".join(WITHOUT)),
            ),
        ],
    )


def _live(
    ids: Sequence[str],
    group: bool,
    theme: StageTheme,
    region: Sequence[str],
    motion: Motion,
    without: str,
) -> int:
    from pydantic import ValidationError

    from peercompanion.link.guides import ALONE, TOGETHER, Guides
    from peercompanion.link.messages import Scene
    from peercompanion.packs.library import Library

    here = places()
    keep_out(here)
    words = [PLURALS.get(word.strip(), word.strip()) for word in without.split(",") if word]
    try:
        scene = Scene.model_validate(
            {
                "group": group,
                "theme": theme,
                "motion": motion,
                "regions": tuple(code.upper() for code in region),
                "without": tuple(words),
            }
        )
    except ValidationError as error:
        raise click.UsageError(_wrong(str(error.errors()[0]["loc"][0]))) from None
    guides = Guides(Library([here.packs, content()], language=wanted()[0]))
    items = guides.some(ids or (TOGETHER if group else ALONE))
    for unknown in (link for link in ids if guides.full(link) is None):
        said = _("There is no exercise `{id}`.").format(id=unknown)
        near = did_you_mean(unknown, [head.slug for head in guides.library.heads()])
        raise click.UsageError(f"{said} {near or _('`peercompanion exercises` lists them all.')}")
    if not has_screen():
        tell(_("The stage draws on a terminal, and this is none."))
        return ASKED_WRONGLY
    return _open(guides, items, scene, here)


def _open(guides: Any, items: Sequence[str], scene: Any, here: Places) -> int:
    from peercompanion.tui import terminal

    terminal.prepare()
    from peercompanion.link.show import Show
    from peercompanion.tui.stage.app import StageApp

    app = StageApp(Show(guides, items, scene), here.run)
    status = terminal.run(app)
    if app.failed:
        from peercompanion.tui.stage.last_card import hold

        hold()
    return status


def _wrong(option: str) -> str:
    if option == "without":
        return _("`--without` takes some of: {words}.").format(words=", ".join(WITHOUT))
    return _("`--region` takes up to three codes such as US or US-CA.")


def keep_out(here: Places) -> None:
    """Let nothing in this process open what is personal, whatever it may be asked to open."""
    personal = tuple(
        os.fspath(folder) + os.sep
        for folder in (here.journal, here.config, here.state.parent, here.cache.parent)
    )

    def watch(event: str, given: tuple[Any, ...]) -> None:
        if event in ("open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.remove"):
            path = given[0]
            if isinstance(path, str | bytes) and f"{os.fsdecode(path)}{os.sep}".startswith(
                personal
            ):
                raise PermissionError(0, "the stage opens nothing personal")

    sys.addaudithook(watch)
