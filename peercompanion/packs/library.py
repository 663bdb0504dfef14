"""The library: every pack that is there, heads first, bodies on demand.

A bad item never takes others with it: it is left out, and `problems` says what is wrong.
Opening one item reads that item alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from peercompanion.packs import heads, overlays, reading
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.document import Document
from peercompanion.packs.finding import CORE, Pack, find_packs
from peercompanion.packs.models.head import Head
from peercompanion.text import unfit

if TYPE_CHECKING:
    from peercompanion.packs.models import Exercise, Item, Resource
    from peercompanion.packs.models.fields import Model


@dataclass(frozen=True)
class Row:
    """A pack in a list: how many items it has, and how many things are wrong with them."""

    pack: Pack
    items: int
    problems: int


class Library:
    """What all packs hold, in one language where it is translated whole.

    Nothing is read until it is asked for; what was read is kept. Types of item are named by
    their folder: `exercises`, `tools`, `checkins`, `sessions`, `routines`, `checklists`,
    `plans`, `resources`. Full ids look like `core/long-exhale`.
    """

    def __init__(self, folders: Sequence[Path], *, language: str = "en") -> None:
        """Make a library of the packs in some folders, the person's first, the app's own last."""
        self.folders = tuple(folders)
        self.language = language
        self._problems: dict[Diagnostic, None] = {}
        self._items: dict[tuple[str, str], Item | list[Diagnostic]] = {}
        self._words: dict[str, Model] = {}

    @property
    def problems(self) -> list[Diagnostic]:
        """What was found wrong so far, each thing once."""
        return list(self._problems)

    @cached_property
    def packs(self) -> tuple[Pack, ...]:
        """The packs, those of the person first."""
        packs, problems = find_packs(self.folders)
        self._note(problems)
        return tuple(packs)

    def pack(self, item: str) -> Pack | None:
        """Give the pack with an id, or the one an item with a full id lies in."""
        name = item.split("/")[0]
        return next((pack for pack in self.packs if pack.id == name), None)

    def heads(self) -> tuple[Head, ...]:
        """List the heads of all exercises, hidden ones included; adapted ones give way."""
        return self._heads

    @cached_property
    def _heads(self) -> tuple[Head, ...]:
        found = [
            head
            for pack in self.packs
            for slug in pack.slugs("exercises")
            if (head := self._head(pack, slug))
        ]
        adapted = {head.replaces for head in found}
        return tuple(head for head in found if head.id not in adapted)

    def languages(self) -> tuple[str, ...]:
        """Name the languages that something is translated into."""
        found = {
            folder.name
            for pack in self.packs
            for folder in (pack.folder / "i18n").glob("*")
            if folder.is_dir()
        }
        return tuple(sorted(found))

    def ids(self, kind: str) -> tuple[str, ...]:
        """List the full ids of all items of a type, without reading any."""
        return tuple(f"{pack.id}/{slug}" for pack in self.packs for slug in pack.slugs(kind))

    def full_id(self, kind: str, ref: str, *, pack: str | None = None) -> str | None:
        """Find what a reference means: an item of the pack itself, then of core, then of any."""
        if "/" in ref:
            return ref if self._is_there(kind, ref) else None
        others = [] if pack else [other.id for other in self.packs]
        wanted = [f"{name}/{ref}" for name in (pack or CORE, CORE, *others)]
        return next((full for full in wanted if self._is_there(kind, full)), None)

    def item(self, kind: str, full: str) -> "Item | list[Diagnostic]":
        """Open an item by its full id; where it is bad or not there, say what is wrong."""
        if (kind, full) not in self._items:
            self._items[kind, full] = self._open(kind, full)
        return self._items[kind, full]

    def title(self, kind: str, full: str) -> str | None:
        """Read an item's title alone, without the models; None where it cannot be read."""
        pack, slug = self.pack(full), full.partition("/")[2]
        there = pack and pack.has(kind, slug)
        data = heads.read(pack.path(kind, slug), root=pack.folder) if pack and there else None
        title = data.get("title") if data else None
        return title if isinstance(title, str) and not unfit(title) else None

    def exercise(self, full: str) -> "Exercise | None":
        """Open an exercise by its full id; None where it is bad or not there."""
        opened = self.item("exercises", full)
        return None if isinstance(opened, list) else cast("Exercise", opened)

    def resources(self) -> "list[tuple[str, Resource]]":
        """Open all help lines and resources, each with its full id."""
        from peercompanion.packs.models import Resource

        opened = ((full, self.item("resources", full)) for full in self.ids("resources"))
        return [(full, found) for full, found in opened if isinstance(found, Resource)]

    def words(self, name: str) -> "Model":
        """Open shared words, such as `cautions`: core's, and after them what other packs add.

        Raises:
            LookupError: core is not there, or its words cannot be read; `problems` says why.

        """
        if name not in self._words:
            self._words[name] = self._merged(name)
        return self._words[name]

    def rows(self) -> list[Row]:
        """Count what is in each pack, and what is wrong there, by opening all of it."""
        from peercompanion.packs.models import ITEM_TYPES

        everything = [(kind, full) for kind in ITEM_TYPES for full in self.ids(kind)]
        for kind, full in everything:
            self.item(kind, full)
        bad = [Path(problem.file) for problem in self._problems]
        return [
            Row(
                pack,
                sum(full.startswith(f"{pack.id}/") for _, full in everything),
                sum(file.is_relative_to(pack.folder) for file in bad),
            )
            for pack in self.packs
        ]

    def _note(self, problems: Iterable[Diagnostic]) -> None:
        self._problems.update(dict.fromkeys(problems))

    def _is_there(self, kind: str, full: str) -> bool:
        pack, slug = self.pack(full), full.partition("/")[2]
        return bool(pack and pack.has(kind, slug))

    def _open(self, kind: str, full: str) -> "Item | list[Diagnostic]":
        pack = self.pack(full)
        if not pack or not self._is_there(kind, full):
            return [Diagnostic("PC303", full, f"there is no `{full}` among the {kind}")]
        from peercompanion.packs.bodies import body
        from peercompanion.packs.models import ITEM_TYPES

        opened = body(pack, kind, full.partition("/")[2], ITEM_TYPES[kind], self.language)
        if isinstance(opened, list):
            self._note(opened)
        return opened

    def _head(self, pack: Pack, slug: str) -> Head | None:
        found = (heads.head(data, pack=pack.id, slug=slug) for data in self._head_data(pack, slug))
        head = next((head for head in found if head), None)
        if not head:
            self.item("exercises", f"{pack.id}/{slug}")  # notes what is wrong
            return None
        instead, replaces = (
            ref and self.full_id("exercises", ref, pack=pack.id)
            for ref in (head.instead, head.replaces)
        )
        return replace(head, instead=instead, replaces=replaces)

    def _head_data(self, pack: Pack, slug: str) -> Iterator[dict[str, Any]]:
        """Read an exercise's head, first as it is translated, then as it is."""
        path = pack.path("exercises", slug)
        if overlays.overlay(pack, "exercises", slug, self.language):
            whole = reading.read(path, root=pack.folder, file=str(path))
            data = whole.data if isinstance(whole, Document) else {}
            yield overlays.translated(pack, "exercises", slug, data, self.language) or data
        yield heads.read(path, root=pack.folder) or {}

    def _merged(self, name: str) -> "Model":
        from peercompanion.packs.bodies import body
        from peercompanion.packs.models import WORDS_TYPES

        first = [pack for pack in self.packs if pack.id == CORE]
        others = [pack for pack in self.packs if pack.id != CORE]
        whole: Model | None = None
        for pack in (*first, *others):
            if whole is None and pack.id != CORE:
                break
            if pack.has("words", name):
                read = body(pack, "words", name, WORDS_TYPES[name], self.language)
                if isinstance(read, list):
                    self._note(read)
                else:
                    whole = added(whole, read) if whole else read
        if whole is None:
            raise LookupError(f"core has no words `{name}` that can be read")
        return whole


def added(words: "Model", more: "Model") -> "Model":
    """Add a pack's words to those there are. What has an id that is taken stays out."""
    update = {}
    for name in type(words).model_fields:
        there, new = getattr(words, name), getattr(more, name)
        taken = {getattr(one, "id", one) for one in there}
        update[name] = there + tuple(one for one in new if getattr(one, "id", one) not in taken)
    return words.model_copy(update=update)
