"""PC4xx: licence, review, sources, and the day help lines were checked."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from peercompanion.packs import reading
from peercompanion.packs.checking.pack import PackRead
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.document import Document

STALE_AFTER = datetime.timedelta(days=180)

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPDX = (
    "CC0-1.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "MIT",
    "Apache-2.0",
    "GFDL-1.3-or-later",
    "OGL-UK-3.0",
    "Unlicense",
)
"""The licences in use for texts; others can be named as `LicenseRef-…`."""


def problems(pack: PackRead, today: datetime.date) -> Iterator[Diagnostic]:
    """Say what a pack leaves open about where it comes from.

    Args:
        pack: the pack.
        today: the day it is checked on.

    """
    if pack.manifest:
        yield from _licence(pack.manifest)
        if "reviewed" not in pack.manifest.data:
            yield pack.manifest.problem(
                "PC403",
                (),
                "the pack does not say when it was last reviewed",
                help_=f"add: reviewed = {today}",
            )
    if not any((pack.folder / name).exists() for name in ("LICENSE", "LICENSE.txt", "LICENSE.md")):
        message = "the pack has no LICENSE file"
        help_ = "put the licence's text beside pack.toml"
        yield Diagnostic("PC409", str(pack.folder / "pack.toml"), message, help=help_)
    readme = _readme(pack.folder)
    for document in (*filter(None, [pack.manifest]), *pack.items.values()):
        yield from _licence(document) if document is not pack.manifest else ()
        yield from _in_future(document, today)
    for _, document in pack.of("exercises", "tools", "plans"):
        yield from _sources(document, readme)
    for _, document in pack.of("resources"):
        yield from _resource(document, today)


def _readme(folder: Path) -> str | None:
    text = reading.read_text(folder / "README.md", root=folder, file="README.md")
    return text if isinstance(text, str) else None


def _licence(document: Document) -> Iterator[Diagnostic]:
    said = document.data.get("license", _SPDX[0])
    if said not in _SPDX and not said.startswith("LicenseRef-"):
        yield document.problem(
            "PC409",
            ("license",),
            f"`{said}` is not an SPDX id of a licence for texts",
            label="not known",
            help_=f"known: {', '.join(_SPDX)}, or LicenseRef- and a name of your own",
        )


def _sources(document: Document, readme: str | None) -> Iterator[Diagnostic]:
    if not document.data.get("source"):
        yield document.problem(
            "PC404", (), "this names no source", help_='add: source = ["…"], listed in the README'
        )
    for place, source in enumerate(document.data.get("source", ())):
        if readme is not None and not re.search(rf"(?<!\w){re.escape(source)}(?!\w)", readme):
            yield document.problem(
                "PC404",
                ("source", place),
                f"the pack's README does not list the source `{source}`",
                label="not listed",
                help_="add it to the sources in README.md",
            )


def _in_future(document: Document, today: datetime.date) -> Iterator[Diagnostic]:
    for key in ("reviewed", "checked"):
        day = document.data.get(key)
        if isinstance(day, datetime.date) and day > today:
            yield document.problem(
                "PC406",
                (key,),
                f"`{key}` lies in the future",
                label=f"after {today}",
                help_="the day it was done",
            )


def _resource(document: Document, today: datetime.date) -> Iterator[Diagnostic]:
    data = document.data
    checked = data["checked"]
    if isinstance(checked, datetime.date) and today - checked > STALE_AFTER:
        yield document.problem(
            "PC405",
            ("checked",),
            f"this was checked {(today - checked).days} days ago",
            label="more than 180 days ago",
            help_="look at the source again, and put today's date here",
        )
    if data.get("open") and "zone" not in data:
        yield document.problem(
            "PC407", ("open",), "these times need a `zone`", help_='add: zone = "America/New_York"'
        )
    for place, hours in enumerate(data.get("open", ())):
        if wrong := [day for day in hours["days"].split("-") if day not in (*_DAYS, "daily")]:
            yield document.problem(
                "PC407",
                ("open", place, "days"),
                f"`{wrong[0]}` is not a day",
                label="not a day",
                help_=f"days: {', '.join(_DAYS)}, daily",
            )
    a_person_answers = data["role"] != "directory"
    if a_person_answers and not (data.get("always") or data.get("open") or data.get("hours")):
        yield document.problem(
            "PC408",
            (),
            "this does not say when it is open",
            help_="add `always = true`, `open` times with a `zone`, or `hours` in words",
        )
