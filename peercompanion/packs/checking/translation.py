"""PC601-PC603: whether translations hold the texts of their items, all of them, and no more."""

from collections.abc import Iterator, Mapping
from typing import Any

from peercompanion.packs.checking import shape
from peercompanion.packs.checking.inside import FILLED_IN, NAME
from peercompanion.packs.checking.nearest import nearest
from peercompanion.packs.checking.pack import PackRead, model_of
from peercompanion.packs.diagnostics import Diagnostic, first_few
from peercompanion.packs.document import Document
from peercompanion.packs.models.fields import Model
from peercompanion.packs.overlays import not_translated, put_in
from peercompanion.packs.positions import Path
from peercompanion.packs.texts import (
    TEXT_KEYS,
    Address,
    Entry,
    entries,
    is_tables,
    name_of,
    shape_of,
)

Texts = Mapping[Address, Entry]

_NAMES_A_TABLE = ("id", "at")


def problems(pack: PackRead) -> Iterator[Diagnostic]:
    """Compare every overlay with the item it translates."""
    for (_, kind, slug), overlay in pack.overlays.items():
        item = pack.items.get((kind, slug))
        if item:
            yield from _compared(overlay, item)
            yield from _too_long(overlay, item, model_of(kind, slug))
        elif slug not in pack.ids.get(kind, ()):
            near = nearest(slug, pack.ids.get(kind, ()))
            yield Diagnostic(
                "PC603",
                overlay.file,
                f"there is no {kind}/{slug}.toml that this translates",
                help=f"did you mean `{near}`?" if near else "name it like the item it translates",
            )


def _compared(overlay: Document, item: Document) -> Iterator[Diagnostic]:
    texts = dict(entries(item.data))
    yield from first_few(_table(overlay, overlay.data, (), (), texts))
    if missing := not_translated(item.data, overlay.data):
        few = ", ".join(" ".join(map(str, address)) for address in missing[:5])
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        yield overlay.problem(
            "PC602",
            (),
            f"{len(missing)} of {len(texts)} texts are to come; until then none of it is shown",
            help_=f"not translated yet: {few}{more}",
        )


def _too_long(overlay: Document, item: Document, model: type[Model]) -> Iterator[Diagnostic]:
    """Find translated texts that are longer than their place."""
    if not_translated(item.data, overlay.data):
        return
    said, own = dict(entries(overlay.data)), dict(entries(item.data))
    places = {
        place: there
        for address, entry in own.items()
        for (place, _), (there, _) in zip(entry.texts(), said[address].texts(), strict=True)
    }
    for path, why in shape.too_long(put_in(item.data, overlay.data), model):
        yield overlay.problem(
            "PC604",
            places.get(path, path),
            f"this text {why}",
            label="does not fit",
            help_="fewer words, on one line where the item has one",
        )


def _table(
    overlay: Document, table: Mapping[str, Any], path: Path, address: Address, texts: Texts
) -> Iterator[Diagnostic]:
    """Compare a table of an overlay, and all tables in it, with the item's texts."""
    for key, value in table.items():
        here, there = (*path, key), (*address, key)
        if isinstance(value, dict):
            yield from _table(overlay, value, here, there, texts)
        elif is_tables(value):
            known = {each[len(there)] for each in texts if each[: len(there)] == there}
            for place, inner in enumerate(value):
                name = name_of(inner, place)
                if name in known:
                    yield from _table(overlay, inner, (*here, place), (*there, name), texts)
                else:
                    near = nearest(str(name), map(str, known))
                    yield overlay.problem(
                        "PC603",
                        (*here, place, "id"),
                        f"there is no `{name}` with texts among `{key}`",
                        label="not found",
                        help_=f"did you mean `{near}`?" if near else "leave it out",
                    )
        elif not (path and key in _NAMES_A_TABLE):
            yield from _text(overlay, here, value, texts.get(there))


def _text(overlay: Document, path: Path, value: Any, entry: Entry | None) -> Iterator[Diagnostic]:
    """Compare a text, or a list of them, with the item's own."""
    key = path[-1]
    if entry is None:
        is_text = key in TEXT_KEYS
        yield overlay.problem(
            "PC603" if is_text else "PC601",
            path,
            f"the item has no `{key}` here" if is_text else f"`{key}` is not text for people",
            key=True,
            label="nothing to translate",
            help_="a translation holds texts and the ids they belong to",
        )
    elif shape_of(value) != shape_of(entry.value):
        yield overlay.problem(
            "PC601",
            path,
            f"the item has {shape_of(entry.value)} for `{key}`",
            label=shape_of(value),
            help_="keep as many as the item has, in the same order",
        )
    else:
        original = " ".join(text for _, text in entry.texts())
        known = {*FILLED_IN, *NAME.findall(original)}
        for place, text in Entry(path, value).texts():
            for found in NAME.finditer(text):
                if found[1] not in known:
                    yield overlay.within(
                        "PC305",
                        place,
                        found[0],
                        f"nothing is known that fills in `{found[0]}`",
                        label="not known here",
                        help_=f"known here: {', '.join(f'{{{name}}}' for name in sorted(known))}",
                    )
