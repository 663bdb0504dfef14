"""A pack read whole, as checking needs it: every file, with what is wrong with its form."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from peercompanion import places
from peercompanion.packs import finding, reading
from peercompanion.packs.checking import inside, shape
from peercompanion.packs.checking.nearest import did_you_mean
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.document import Document
from peercompanion.packs.models import ITEM_TYPES, WORDS_TYPES, Manifest
from peercompanion.packs.models.fields import Model

KINDS = (*ITEM_TYPES, "words")
_BESIDE = ("i18n", ".schema")
"""Folders that hold something other than items."""


@dataclass
class PackRead:
    """The files of a pack that are well formed, and what is wrong with the others."""

    folder: Path
    problems: list[Diagnostic] = field(default_factory=list)
    manifest: Document | None = None
    items: dict[tuple[str, str], Document] = field(default_factory=dict)
    """By folder and name: `("exercises", "long-exhale")`; words are in it, too."""
    overlays: dict[tuple[str, str, str], Document] = field(default_factory=dict)
    """By language, folder and name."""

    @property
    def id(self) -> str:
        """The pack's id; its folder's name where the manifest does not say."""
        said = self.manifest.data.get("id") if self.manifest else None
        return said if isinstance(said, str) else self.folder.resolve().name

    @property
    def language(self) -> str:
        """The language the pack is written in."""
        return str(self.manifest.data["language"]) if self.manifest else "en"

    def of(self, *kinds: str) -> Iterator[tuple[str, Document]]:
        """Give the items of some kinds with their ids."""
        for (kind, slug), document in self.items.items():
            if kind in kinds:
                yield slug, document

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids of all items by kind, bad ones included."""
        return ids(self.folder)

    def words(self, name: str) -> dict[str, Any]:
        """Give the pack's own shared words of a name; empty where there are none."""
        document = self.items.get(("words", name))
        return document.data if document else {}


def ids(folder: Path) -> dict[str, set[str]]:
    """List the ids of all items in a pack's folder by kind."""
    return {kind: {file.stem for file in (folder / kind).glob("*.toml")} for kind in KINDS}


def model_of(kind: str, slug: str) -> type[Model]:
    """Give the model of an item, or of a file of words."""
    return WORDS_TYPES[slug] if kind == "words" else ITEM_TYPES[kind]


def core() -> Path:
    """Say where the app's own pack lies."""
    return places.content() / finding.CORE


def read(folder: Path) -> PackRead:
    """Read a pack's files, each on its own, and say what is wrong with the form of each."""
    pack = PackRead(folder)
    pack.manifest = _read(pack, folder / "pack.toml", Manifest)
    if pack.manifest:
        pack.problems += finding.too_new(pack.manifest)
    for inner in _listed(pack, folder):
        if inner.name in KINDS and inner.is_dir():
            for file in _listed(pack, inner):
                _item(pack, inner.name, file)
        elif inner.is_dir() and inner.name not in _BESIDE and not inner.name.startswith("."):
            help_ = did_you_mean(inner.name, KINDS, "folders of a pack")
            message = f"nothing is read from the folder `{inner.name}`"
            pack.problems.append(Diagnostic("PC307", str(inner), message, help=help_))
        elif inner.suffix == ".toml" and inner.name != "pack.toml":
            message = "nothing is read from this file"
            help_ = f"items lie in folders: {', '.join(KINDS)}"
            pack.problems.append(Diagnostic("PC307", str(inner), message, help=help_))
    _overlays(pack)
    return pack


def _listed(pack: PackRead, folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        pack.problems.append(reading.cannot_be_read(error, str(folder)))
        return []


def _item(pack: PackRead, kind: str, file: Path) -> None:
    if not _is_item(pack, file):
        return
    if kind == "words" and file.stem not in WORDS_TYPES:
        help_ = did_you_mean(file.stem, WORDS_TYPES, "files of words")
        message = f"there are no words called `{file.stem}`"
        pack.problems.append(Diagnostic("PC307", str(file), message, help=help_))
        return
    document = _read(pack, file, model_of(kind, file.stem))
    if document:
        pack.items[kind, file.stem] = document


def _is_item(pack: PackRead, file: Path) -> bool:
    """Tell whether a file is meant as an item and has a name that can be an id."""
    if file.suffix != ".toml":
        if not file.name.startswith("."):
            message = "nothing is read from this; items are .toml files"
            help_ = "keep it beside the pack, not among its items"
            pack.problems.append(Diagnostic("PC307", str(file), message, help=help_))
        return False
    if not finding.is_slug(file.stem):
        pack.problems.append(
            Diagnostic(
                "PC301",
                str(file),
                f"`{file.stem}` cannot be an id, and a file's name is its item's id",
                help="small letters, digits and single hyphens, like long-exhale.toml",
            )
        )
        return False
    return True


def _read(pack: PackRead, file: Path, model: type[Model]) -> Document | None:
    read = reading.read(file, root=pack.folder, file=str(file))
    found = read if isinstance(read, list) else shape.problems(read, model)
    if isinstance(read, Document) and not found:
        found = inside.problems(read)
    pack.problems += found
    return read if isinstance(read, Document) and not found else None


def _overlays(pack: PackRead) -> None:
    for file in sorted((pack.folder / "i18n").glob("*/*/*")):
        language, kind = file.parent.parent.name, file.parent.name
        if not _is_item(pack, file):
            continue
        read = reading.read(file, root=pack.folder, file=str(file))
        if isinstance(read, Document):
            pack.overlays[language, kind, file.stem] = read
        else:
            pack.problems += read
