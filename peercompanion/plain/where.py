"""Where the data lies, and what can be done with it: the same as the full screen, in menus."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, cast

from peercompanion import preferences
from peercompanion.data import backing_up, erasing, exporting, looking, taking_in
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal.export import Form
from peercompanion.language import _
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

SLOW = 1.0
"""Seconds after which it is said that something takes its time."""


def where(face: "Companion") -> None:
    """Name the folders, and offer what can be done."""
    face.talk.say(_("Everything stays on this computer. Nothing is sent anywhere."))
    whole = face.kept.whole
    for line in looking.where(whole):
        face.talk.voice.row(line)
    doing = Doing(face, whole)
    face.talk.room(_("Where is my data?"), lambda: looking.ways(whole), doing.chosen)


class Doing:
    """Does one thing at a time with all that is kept, and says what came of it."""

    def __init__(self, face: "Companion", whole: Whole) -> None:
        self.face, self.talk, self.whole = face, face.talk, whole

    def chosen(self, what: str) -> None:
        """Do what was chosen."""
        match what:
            case "check":
                self._do(lambda: looking.in_it(self.whole) + looking.check(self.whole)[0])
            case "backup":
                self._do(lambda: backing_up.back_up(self.whole))
            case "bring":
                self._bring()
            case "export":
                self._export()
            case "erase":
                today = self.face.today
                self.talk.room(_("Erase"), lambda: erasing.ways(today), self._erase)

    def _do(self, what: Callable[[], Iterable[str]], *, changes: bool = False) -> bool:
        """Do it, and say what it tells or why it could not.

        Returns:
            Whether it could.

        """
        slow = Timer(SLOW, self.talk.say, (_("This may take a moment."),))
        slow.start()
        try:
            for line in what():
                self.talk.voice.row(line)
        except NotDone as problem:
            self.talk.voice.row(str(problem))
            return False
        finally:
            slow.cancel()
            if changes:
                self.face.sitting.read_again(self.face.today)
                self.face.sitting.copy_plan(self.face.region)
        return True

    def _sure(self, yes: str) -> bool:
        rows = [Choice(_("Leave it as it is"), "leave"), Choice(yes, "yes")]
        return self.talk.choose(rows, enter="leave") == "yes"

    def _bring(self) -> None:
        self.talk.say(_("It adds what is not there. You hear first what that would be."))
        rows = [*backing_up.made(self.whole), Choice(_("From a file"), "file")]
        file = Path(self.talk.choose(rows))
        if file == Path("file"):
            typed = self.talk.line(_("Where is the file? Enter for none:"))
            if not typed:
                return
            file = exporting.folder_of(typed, Path.home())
        coming: list[taking_in.Coming] = []

        def look() -> Iterable[str]:
            coming.append(taking_in.coming(self.whole, file))
            return coming[0].lines

        if self._do(look) and coming[0].anything and self._sure(_("Add it")):
            self._do(lambda: taking_in.bring(self.whole, coming[0]), changes=True)
            self.face.prefer(preferences.load(self.face.places)[0])

    def _export(self) -> None:
        self.talk.say(_("What is the copy for?"))
        form = cast("Form", self.talk.choose(exporting.forms()))
        self.talk.say(_("With the private parts?"))
        rows = [Choice(_("Without them"), "no"), Choice(_("With them"), "yes")]
        private = self.talk.choose(rows, enter="no") == "yes"
        near = Path.home()
        to = exporting.new_folder(near, self.face.today)
        self.talk.voice.row(_("It goes into {folder}.").format(folder=to))
        if typed := self.talk.line(_("Type another folder, or Enter for this one:")):
            to = exporting.folder_of(typed, near)
        sitting = self.face.sitting
        left_out = None
        if not private:
            left_out = exporting.private_parts(sitting.library, sitting.days.plans)
        self._do(lambda: exporting.export(self.whole, form, to, left_out))

    def _erase(self, way: str) -> None:
        if way == erasing.EVERYTHING:
            if self._do(lambda: erasing.everything(self.whole)) and self._sure(_("Erase it")):
                self._do(lambda: erasing.erase_everything(self.whole), changes=True)
            return
        if way == erasing.ANOTHER_DAY:
            way = self.talk.line(_("On which day? Like 2026-11-21. Enter for none:"))
            if not way:
                return
        try:
            day = None if way == erasing.STANDING else erasing.day_of(way)
            found = erasing.things(self.whole, day)
        except NotDone as problem:
            self.talk.say(str(problem))
            return
        thing = self.talk.choose(found)
        self.talk.voice.row(erasing.thing(self.whole, thing) or "")
        if self._sure(_("Erase it for good")):
            self._do(lambda: erasing.erase(self.whole, thing), changes=True)
