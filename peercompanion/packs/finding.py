"""Finding packs in their places, and reading what each says about itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peercompanion
from peercompanion.packs import reading
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.document import Document

FORMAT = 1
"""The newest format of packs this version reads; it reads all older ones as well."""

CORE = "core"
"""The id of the app's own pack, which every other pack may refer to."""


_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(name: str) -> bool:
    """Tell whether a name is an id: small letters, digits and single hyphens."""
    return bool(_SLUG.fullmatch(name))


@dataclass(frozen=True)
class Pack:
    """A pack that was found."""

    id: str
    name: str
    version: str
    language: str
    license: str
    authors: tuple[str, ...]
    folder: Path

    def slugs(self, kind: str) -> list[str]:
        """List the ids of its items of one kind, such as `exercises`, without reading any."""
        try:
            files = sorted((self.folder / kind).glob("*.toml"))
        except OSError:
            return []
        return [file.stem for file in files if is_slug(file.stem)]

    def has(self, kind: str, slug: str) -> bool:
        """Tell whether there is such an item, without reading it."""
        return is_slug(slug) and self.path(kind, slug).exists()

    def path(self, kind: str, slug: str) -> Path:
        """Say where an item lies."""
        return self.folder / kind / f"{slug}.toml"


def find_packs(folders: Sequence[Path]) -> tuple[list[Pack], list[Diagnostic]]:
    """Find the packs in some folders, the first of an id winning, and say what is wrong.

    The app's own folder comes last. Its `core` holds help lines and texts for danger, so no
    other pack takes that name.
    """
    packs: dict[str, Pack] = {}
    problems: list[Diagnostic] = []
    for folder in folders:
        for inside in _folders(folder):
            pack = read_pack(inside)
            if isinstance(pack, list):
                problems += pack
            elif pack.id in packs or (pack.id == CORE and folder != folders[-1]):
                problems.append(_taken(pack))
            else:
                packs[pack.id] = pack
    return list(packs.values()), problems


def read_pack(folder: Path) -> Pack | list[Diagnostic]:
    """Read a pack's manifest; what is wrong with it is said by the models."""
    file = folder / "pack.toml"
    document = reading.read(file, root=folder, file=str(file))
    if isinstance(document, list):
        return document
    pack = _pack(document.data, folder)
    if isinstance(pack, Pack) and not (found := too_new(document)):
        return pack
    from peercompanion.packs.checking import shape
    from peercompanion.packs.models import Manifest

    return shape.problems(document, Manifest) or found


def too_new(document: Document) -> list[Diagnostic]:
    """Say where a manifest asks for a newer app than this one."""
    format_, wanted = document.data.get("format"), document.data.get("min_app", "0")
    has = peercompanion.__version__
    found = []
    if type(format_) is int and format_ > FORMAT:
        message = f"this pack has format {format_}; this version reads up to {FORMAT}"
        found.append(("format", message))
    if isinstance(wanted, str) and _numbers(wanted) > _numbers(has):
        found.append(("min_app", f"this pack needs PeerCompanion {wanted}; this is {has}"))
    return [
        document.problem("PC108", (key,), message, help_="a newer PeerCompanion can use it")
        for key, message in found
    ]


def _folders(folder: Path) -> list[Path]:
    """List the folders in a folder that hold a pack."""
    try:
        return sorted(inside for inside in folder.iterdir() if (inside / "pack.toml").exists())
    except OSError:
        return []


def _pack(data: dict[str, Any], folder: Path) -> Pack | None:
    """Make a pack of a manifest, or None where that is not what it should be."""
    names = ("id", "name", "version", "language", "license")
    texts = [text for name in names if isinstance(text := data.get(name), str)]
    authors, format_ = data.get("authors"), data.get("format")
    if len(texts) < len(names) or not is_slug(texts[0]) or not isinstance(authors, list):
        return None
    if type(format_) is not int or format_ < 1:
        return None
    known = [one["name"] for one in authors if isinstance(one, dict) and "name" in one]
    if not known or not all(isinstance(name, str) for name in known):
        return None
    id_, name, version, language, license_ = texts
    return Pack(id_, name, version, language, license_, tuple(known), folder)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)[:4]]


def _taken(pack: Pack) -> Diagnostic:
    return Diagnostic(
        "PC306",
        str(pack.folder / "pack.toml"),
        f"another pack already has the id `{pack.id}`",
        help="give this one an id of its own",
    )
