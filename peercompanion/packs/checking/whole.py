"""Checking packs: everything that can be wrong with one, each thing in plain words."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from peercompanion.packs.checking import (
    care,
    metadata,
    pack,
    references,
    translation,
    wording,
)
from peercompanion.packs.checking.pack import PackRead
from peercompanion.packs.diagnostics import Diagnostic, in_order
from peercompanion.packs.finding import CORE


def check(path: Path, today: datetime.date) -> list[Diagnostic]:
    """Check a pack, the packs in a folder, or one file or folder of a pack.

    Args:
        path: what to check. Files are named in the diagnostics as they are reached from it.
        today: the day dates are compared with.

    """
    folders = list(_packs(path))
    if not folders:
        message = "there is no pack here"
        return [Diagnostic("PC010", str(path), message, help="a pack is a folder with a pack.toml")]
    packs = [pack.read(folder) for folder in folders]
    at_hand = {each.id: each for each in packs}
    if CORE not in at_hand and pack.core().is_dir():
        at_hand[CORE] = pack.read(pack.core())
    lists = wording.word_lists(*(each.words("wording") for each in at_hand.values()))
    found = [
        problem
        for each in packs
        for problem in (
            *each.problems,
            *references.problems(each, at_hand),
            *metadata.problems(each, today),
            *wording.problems(each, lists),
            *care.problems(each),
            *translation.problems(each),
        )
    ]
    found += _same_id(packs)
    return [each for each in in_order(found) if _is_below(Path(each.file), path)]


def _packs(path: Path) -> Iterator[Path]:
    """Find the packs that lie in a folder, or the one that a path lies in."""
    inside = sorted(each.parent for each in path.glob("*/pack.toml"))
    if inside and not (path / "pack.toml").exists():
        yield from inside
    elif path.exists():
        around = (path, *path.parents, *path.absolute().parents)
        yield from [folder for folder in around if (folder / "pack.toml").exists()][:1]


def _is_below(file: Path, path: Path) -> bool:
    return file.absolute().is_relative_to(path.absolute())


def _same_id(packs: list[PackRead]) -> Iterator[Diagnostic]:
    seen: dict[str, PackRead] = {}
    for each in packs:
        if each.manifest and each.id in seen:
            yield each.manifest.problem(
                "PC306",
                ("id",),
                f"another pack already has the id `{each.id}`",
                label=f"as in {seen[each.id].folder.name}",
                help_="give this one an id of its own",
            )
        seen.setdefault(each.id, each)
