"""A plan on paper: which parts go onto it, and in which form it is written."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from peercompanion import paper
from peercompanion.language import _
from peercompanion.planning.whole import WholePlan
from peercompanion.practice.choice import Choice
from peercompanion.practice.plan import Section
from peercompanion.printing import FORMS, not_written, rendered, save

if TYPE_CHECKING:
    from peercompanion.sitting import Sitting


class OnPaper:
    """Parts are chosen one by one; private ones are left out unless chosen.

    Args:
        sitting: What was read.
        full: The plan's full id.
        region: Whose help lines go onto it.
        folder: Where files are put; the person's own folder.
    """

    def __init__(
        self, sitting: "Sitting", full: str, region: str | None, folder: Path | None = None
    ) -> None:
        self._sitting = sitting
        self._full = full
        self._region = region
        self.folder = folder or Path.home()
        self.parts = paper.chosen_at_first(self.sections)

    @property
    def sections(self) -> list[Section]:
        """The parts that can be chosen."""
        return self._sitting.sections(self._full)

    def rows(self) -> Iterable[Choice]:
        """The parts, then the forms."""
        for number, section in enumerate(self.sections, start=1):
            mark = "●" if section.part.slug in self.parts else "○"
            note = _("private") if section.private else ""
            key = str(number) if number < 10 else ""
            yield Choice(section.title, f"part:{section.part.slug}", key, note, mark=mark)
        yield Choice(" ")
        for key, (form, words) in zip("abcde", _forms().items(), strict=True):
            yield Choice(words, f"form:{form}", key, mark="›")

    def where(self) -> str:
        """Where a file goes."""
        said = _("A file is put into {folder}. Nothing is sent anywhere.")
        return said.format(folder=self.folder)

    def chosen(self, what: str, which: str) -> str:
        """Take a part in or out, or write the file; what came of that, in a sentence."""
        if what == "part":
            self.parts ^= {which}
            return ""
        try:
            file = save(self._text(which), self.folder, self._name(which))
        except OSError as error:
            return not_written(error, self.folder)
        return _("● Written to {file}. Whoever can open it can read it.").format(file=file)

    def _text(self, form: str) -> str:
        return rendered(
            form,
            WholePlan(self._sitting, self._full).title,
            self.sections,
            self._sitting.days.plans.people(),
            self._sitting.help_lines(self._region),
            chosen=self.parts,
        )

    def _name(self, form: str) -> str:
        return self._full.partition("/")[2] + FORMS[form]


def _forms() -> dict[str, str]:
    return {
        "page": _("A page to print (opens in a browser)"),
        "text": _("Plain text"),
        "markdown": _("Markdown"),
        "wallet": _("A card for the wallet"),
        "helpers": _("The page for people who want to help"),
    }
