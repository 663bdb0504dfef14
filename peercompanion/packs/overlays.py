"""Translations: one overlay file beside each item, holding its texts and nothing else."""

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peercompanion.packs import reading
from peercompanion.packs.document import Document
from peercompanion.packs.finding import Pack
from peercompanion.packs.texts import Address, entries, shape_of


def overlay(pack: Pack, kind: str, slug: str, language: str) -> Path | None:
    """Find the overlay of an item for a language, or for the wider one it belongs to."""
    for name in (language, language.split("-")[0]):
        if name == pack.language:
            return None
        path = pack.folder / "i18n" / name / kind / f"{slug}.toml"
        if path.is_file():
            return path
    return None


def translated(
    pack: Pack, kind: str, slug: str, data: Mapping[str, Any], language: str
) -> dict[str, Any] | None:
    """Give an item's data in a language, or None where it has no complete translation."""
    path = overlay(pack, kind, slug, language)
    read = reading.read(path, root=pack.folder, file=str(path)) if path else None
    if not isinstance(read, Document) or not_translated(data, read.data):
        return None
    return put_in(data, read.data)


def not_translated(data: Mapping[str, Any], overlay: Mapping[str, Any]) -> list[Address]:
    """Name the texts of an item that its overlay lacks, or has in another shape."""
    said = dict(entries(overlay))
    return [
        address
        for address, entry in entries(data)
        if address not in said or shape_of(said[address].value) != shape_of(entry.value)
    ]


def put_in(data: Mapping[str, Any], overlay: Mapping[str, Any]) -> dict[str, Any]:
    """Put a complete overlay's texts in the place of an item's own."""
    said = {address: entry.value for address, entry in entries(overlay)}
    whole = copy.deepcopy(dict(data))
    for address, entry in entries(data):
        inner: Any = whole
        for part in entry.path[:-1]:
            inner = inner[part]
        inner[entry.path[-1]] = said[address]
    return whole
