"""What stands, as files for other programs."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from peercompanion.data.telling import place
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal.export import Exporter, Form
from peercompanion.journal.framing import Entry
from peercompanion.journal.index import Index
from peercompanion.language import _, ngettext


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
        except BaseException:
            for file in exporter.files:
                with suppress(OSError):
                    file.unlink()
            raise
        return exporter

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        done = whole.history.ask(write)
    except FileExistsError as error:
        said = _("{file} is there already, and stays as it is. Another folder has room.")
        raise NotDone(said.format(file=place(Path(error.filename or folder)))) from error
    except OSError as error:
        raise whole.not_done(error, folder) from error
    return list(_in_words(done, folder, len(left_out)))


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
            "{n} private part was left out. `--private` takes it along.",
            "{n} private parts were left out. `--private` takes them along.",
            left_out,
        )
        yield said.format(n=left_out)
    yield _("Who has these files can read them.")
