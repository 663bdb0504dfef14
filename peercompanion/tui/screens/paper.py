"""The plan on paper: which parts, and in which form. A file is written only when asked for."""

from collections.abc import Iterable
from pathlib import Path

from peercompanion import paper
from peercompanion.language import _
from peercompanion.packs.help_lines import first_lines
from peercompanion.practice.plan import Section
from peercompanion.printing import FORMS, rendered, save
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class PaperPage(AskingPage):
    """Parts are chosen one by one; private ones are left out unless chosen.

    Args:
        sitting: What was read.
        full: The plan's full id.
        folder: Where files are put; the person's own folder.
    """

    def __init__(self, sitting: Sitting, full: str, folder: Path | None = None) -> None:
        super().__init__(sitting)
        self.full = full
        self.folder = folder or Path.home()
        self.chosen_parts = paper.chosen_at_first(self.sections)

    def title_text(self) -> str:
        """What this is."""
        return _("On paper")

    @property
    def sections(self) -> list[Section]:
        """The parts that are shown."""
        return self.sitting.sections(self.full)

    def lead(self) -> str:
        """What is asked."""
        return _("What goes onto the page?")

    def below(self) -> str:
        """Where it goes."""
        said = _("A file is put into {folder}. Nothing is sent anywhere.")
        return said.format(folder=self.folder)

    def rows(self) -> Iterable[Choice]:
        """The parts, then the forms."""
        for number, section in enumerate(self.sections, start=1):
            mark = "●" if section.part.slug in self.chosen_parts else "○"
            note = _("private") if section.private else ""
            key = str(number) if number < 10 else ""
            yield Choice(section.title, f"part:{section.part.slug}", key, note, mark=mark)
        yield Choice(" ")
        for key, (form, words) in zip("abcde", self._forms().items(), strict=True):
            yield Choice(words, f"form:{form}", key, mark="›")

    def _forms(self) -> dict[str, str]:
        return {
            "page": _("A page to print (opens in a browser)"),
            "text": _("Plain text"),
            "markdown": _("Markdown"),
            "wallet": _("A card for the wallet"),
            "helpers": _("The page for people who want to help"),
        }

    async def chosen(self, what: str, which: str) -> None:
        """Choose a part, or write the file."""
        if what == "part":
            self.chosen_parts ^= {which}
            self.fill()
            return
        plan = self.sitting.plan(self.full)
        text = rendered(
            which,
            plan.title if plan else self.title_text(),
            self.sections,
            self.days.plans.people(),
            first_lines(self.app.region),
            chosen=self.chosen_parts,
        )
        name = self.full.partition("/")[2] + FORMS[which]
        try:
            file = save(text, self.folder, name)
        except OSError as error:
            why = error.strerror or str(error)
            self.say(
                _("It could not be written to {folder}: {why}.").format(folder=self.folder, why=why)
            )
        else:
            self.say(_("● Written to {file}. Whoever can open it can read it.").format(file=file))
