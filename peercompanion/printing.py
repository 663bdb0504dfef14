"""A plan made into a file: which form has which name, and how it is written."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from peercompanion import paper
from peercompanion.language import _
from peercompanion.packs.help_lines import HelpLine
from peercompanion.practice.contacts import Contact
from peercompanion.practice.plan import Section
from peercompanion.text import clean

FORMS = {
    "page": ".html",
    "text": ".txt",
    "markdown": ".md",
    "wallet": "-wallet.html",
    "helpers": "-for-helpers.html",
}
"""The forms, with what their file names end in."""
MOST_FILES = 1000


def rendered(
    form: str,
    title: str,
    sections: Sequence[Section],
    people: Sequence[Contact],
    lines: Sequence[HelpLine],
    *,
    chosen: Collection[str] | None = None,
) -> str:
    """A plan in one of `FORMS`; arguments as in `paper.sheet`."""
    page = paper.sheet(title, sections, people, lines, chosen=chosen)
    match form:
        case "text":
            return paper.as_text(page)
        case "markdown":
            return paper.as_markdown(page)
        case "wallet":
            return paper.as_html(paper.wallet(page, sections), card=True)
        case "helpers":
            wanted = paper.chosen_at_first(sections) if chosen is None else chosen
            shown = [section for section in sections if section.part.slug in wanted]
            return paper.as_html(paper.for_helpers(shown, people))
        case _:
            return paper.as_html(page)


def not_written(error: OSError, folder: Path) -> str:
    """Say where a file could not be written, and why."""
    words = _("It could not be written to {folder}: {why}.")
    return words.format(folder=folder, why=error.strerror or error)


def save(text: str, folder: Path, name: str) -> Path:
    """Write a new file that only its owner can read; no file that is there is touched.

    What a terminal would obey is left out, for whoever looks at the file in one.

    Raises:
        OSError: It could not be written.

    """
    stem, dot, ending = name.partition(".")
    for number in range(1, MOST_FILES):
        file = folder / (name if number == 1 else f"{stem}-{number}{dot}{ending}")
        try:
            opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        try:
            with os.fdopen(opened, "w", encoding="utf-8") as out:
                out.write(clean(text, most=len(text)))
        except OSError:
            file.unlink(missing_ok=True)  # half a page is no page
            raise
        return file
    raise FileExistsError(name)
