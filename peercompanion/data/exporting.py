"""What stands, as files for other programs."""

import datetime
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from peercompanion.data.telling import place
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal.export import Exporter, Form
from peercompanion.journal.framing import Entry
from peercompanion.journal.index import Index
from peercompanion.language import _, ngettext
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.packs.library import Library
    from peercompanion.practice.plan import Plans


def forms() -> list[Choice]:
    """The forms, to be chosen from."""
    return [
        Choice(_("To read"), "md", "1", _("Markdown, a file a year")),
        Choice(_("For a table"), "csv", "2", _("CSV, a file for each kind")),
        Choice(_("To bring in elsewhere"), "json", "3", _("JSON, all in one file")),
    ]


def new_folder(near: Path, day: datetime.date) -> Path:
    """Name a folder for a copy that is not there yet."""
    name = f"peercompanion-{day}"
    names = (name if number == 1 else f"{name}-{number}" for number in range(1, 1000))
    return next((near / name for name in names if not (near / name).exists()), near / name)


def folder_of(typed: str, near: Path) -> Path:
    """Understand a folder or file that was typed; `~`, and what begins with neither, is `near`."""
    path = Path(typed)
    return near.joinpath(*path.parts[1:]) if path.parts[:1] == ("~",) else near / path


def private_parts(library: "Library", plans: "Plans") -> set[str]:
    """Find the parts of plans that are private, because the pack or the person says so.

    What no pack knows is not given away either.
    """
    from peercompanion.packs.models import Plan

    open_ones = set()
    for full in {part.plan for part in plans.parts.values()}:
        plan = library.item("plans", full)
        if isinstance(plan, Plan):
            sections = plans.sections(plan, full, hidden=True)
            open_ones |= {section.part.id for section in sections if not section.private}
    written = {id_ for id_, part in plans.parts.items() if part.lines or part.title}
    return written - open_ones


def export(
    whole: Whole, form: Form, folder: Path, private: Collection[str] | None = ()
) -> list[str]:
    """Write what stands into new files.

    Args:
        whole: What it is about.
        form: For which readers.
        folder: Where to; made when it is not there.
        private: Ids that are left out, besides what says of itself that it is private. None
            leaves nothing out.

    Raises:
        NotDone: It could not be written, and nothing of it was.

    """
    left_out: set[str] = set()

    def wanted(entry: Entry) -> bool:
        if private is None or not (entry.id in private or entry.fields.get("private") is True):
            return True
        left_out.add(entry.id)
        return False

    def write(index: Index) -> Exporter:
        exporter = Exporter(folder, index, wanted, whole.journal.now())
        try:
            exporter.write(form)
            if not (exporter.entries or left_out):
                raise _nothing()
        except BaseException:
            for file in exporter.files:
                with suppress(OSError):
                    file.unlink()
            raise
        return exporter

    if not whole.journal.is_begun():
        raise _nothing()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        done = whole.history.ask(write)
    except FileExistsError as error:
        said = _("{file} is there already, and stays as it is. Another folder has room.")
        raise NotDone(said.format(file=place(Path(error.filename or folder)))) from error
    except OSError as error:
        raise whole.not_done(error, folder) from error
    return list(_in_words(done, folder, len(left_out)))


def _nothing() -> NotDone:
    return NotDone(_("There is nothing to take along yet."))


def _in_words(done: Exporter, folder: Path, left_out: int) -> Iterator[str]:
    files = ngettext("{n} file", "{n} files", len(done.files)).format(n=len(done.files))
    said = ngettext(
        "{n} thing was written to {files} in {folder}.",
        "{n} things were written to {files} in {folder}.",
        done.entries,
    )
    yield said.format(n=f"{done.entries:,}", files=files, folder=place(folder))
    if left_out:
        said = ngettext(
            "{n} private part was left out.", "{n} private parts were left out.", left_out
        )
        yield said.format(n=left_out)
    yield _("Who has these files can read them.")
