"""PC303, PC308, PC309: whether what one file refers to is there in another."""

from collections.abc import Iterator, Mapping
from typing import Any

from peercompanion.packs.checking.nearest import did_you_mean, nearest
from peercompanion.packs.checking.pack import PackRead
from peercompanion.packs.diagnostics import Diagnostic, first_few
from peercompanion.packs.document import Document
from peercompanion.packs.finding import CORE
from peercompanion.packs.positions import Path
from peercompanion.packs.texts import is_tables

_ITEMS = {"instead": "exercises", "replaces": "exercises", "exercise": "exercises"}
"""Keys that name an item of one kind."""
_LINKS = ("item", "open", "offer", "links")
"""Keys that name items of any kind, such as `tool:weighing`."""
_WORDS = {"cautions": ("cautions", "caution"), "scale": ("scales", "scale")}
"""Keys that name shared words: the file, and the list in it."""

Packs = Mapping[str, PackRead]


def problems(pack: PackRead, others: Packs) -> Iterator[Diagnostic]:
    """Find references that lead nowhere.

    Args:
        pack: the pack to look through.
        others: the packs that are at hand, by id; core among them.

    """
    at_hand = {**others, pack.id: pack}
    for document in pack.items.values():
        yield from first_few(_document(document, pack, at_hand))
    if pack.id != CORE and CORE in at_hand:
        yield from _taken(pack, at_hand[CORE])


def _document(document: Document, pack: PackRead, at_hand: Packs) -> Iterator[Diagnostic]:
    for path, value in _values(document.data):
        key = next(part for part in reversed(path) if isinstance(part, str))
        if key in _ITEMS:
            yield from _item(document, path, _ITEMS[key], value, pack, at_hand)
        elif key in _LINKS:
            yield from _link(document, path, value, pack, at_hand)
        elif key in _WORDS:
            yield from _named(document, path, value, *_words(key, value, pack, at_hand))
        elif key == "gives" and value.startswith("plan:"):
            section = value.removeprefix("plan:")
            known = [one for plan in _plans(pack, at_hand) for one in _sections(plan)]
            missing = f"no plan has a section `{section}`"
            yield from _named(document, path, section, missing, known)


def _values(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text value of a document with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _values(inner, (*path, place))


def _item(
    document: Document, path: Path, kind: str, ref: str, pack: PackRead, packs: Packs
) -> Iterator[Diagnostic]:
    name, _, slug = ref.rpartition("/")
    if name and name not in packs:
        yield document.problem(
            "PC308",
            path,
            f"the pack `{name}` is not here, so this cannot be checked",
            label="in another pack",
            help_="put both packs into one folder, and check that",
        )
        return
    owners = [packs[name]] if name else _own_and_core(pack, packs)
    known = sorted(id_ for owner in owners for id_ in owner.ids[kind])
    yield from _named(document, path, slug, f"there is no {kind.removesuffix('s')} `{slug}`", known)


def _own_and_core(pack: PackRead, packs: Packs) -> list[PackRead]:
    """Give the packs a reference without a name is looked up in."""
    return [pack, *(packs[name] for name in packs if name == CORE and packs[name] is not pack)]


def _link(
    document: Document, path: Path, link: str, pack: PackRead, packs: Packs
) -> Iterator[Diagnostic]:
    """Check `kind:id` and, after `#`, a section of a plan or a step of a guide."""
    kind, _, rest = link.partition(":")
    ref, _, part = rest.partition("#")
    found = list(_item(document, path, f"{kind}s", ref, pack, packs))
    yield from found
    if not part or found:
        return
    name, _, slug = ref.rpartition("/")
    owners = [packs[name]] if name else _own_and_core(pack, packs)
    targets = (owner.items.get((f"{kind}s", slug)) for owner in owners)
    target = next((document for document in targets if document), None)
    if target:
        lists = (target.data.get(key) for key in ("section", "step", "small", "item", "block"))
        known = [one["id"] for tables in lists if is_tables(tables) for one in tables or ()]
        yield from _named(document, path, part, f"`{slug}` has no part `{part}`", known)


def _named(
    document: Document, path: Path, name: str, missing: str, known: list[str]
) -> Iterator[Diagnostic]:
    """Say that something is missing, unless it is among what is known."""
    if name not in known:
        near = nearest(name, known)
        few = did_you_mean(name, known, "known") if len(known) <= 12 else ""
        yield document.problem(
            "PC303",
            path,
            missing,
            label="not found",
            help_=few or (f"did you mean `{near}`?" if near else "see the files of the pack"),
        )


def _words(key: str, name: str, pack: PackRead, packs: Packs) -> tuple[str, list[str]]:
    file, tables = _WORDS[key]
    known = [
        one["id"]
        for owner in _own_and_core(pack, packs)
        for one in owner.words(file).get(tables, ())
    ]
    return f"words/{file}.toml has no {tables} `{name}`", known


def _plans(pack: PackRead, packs: Packs) -> Iterator[Document]:
    for owner in _own_and_core(pack, packs):
        for _, plan in owner.of("plans"):
            yield plan


def _sections(plan: Document) -> list[str]:
    return [section["id"] for section in plan.data["section"]]


def _taken(pack: PackRead, core: PackRead) -> Iterator[Diagnostic]:
    """Find shared words that have an id of core's: those would never be shown."""
    for slug, document in pack.of("words"):
        for key, tables in document.data.items():
            theirs = core.words(slug).get(key, ())
            if not is_tables(tables) or not is_tables(theirs):
                continue
            taken = {one.get("id") for one in theirs} - {None}
            for place, one in enumerate(tables):
                if one.get("id") in taken:
                    yield document.problem(
                        "PC309",
                        (key, place, "id"),
                        f"the app already has `{one['id']}`, and its words cannot be replaced",
                        label="taken",
                        help_="give yours an id of its own",
                    )
