"""Questions and their answers: one prompt, and the words that mean the same everywhere."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from peercompanion.language import _
from peercompanion.plain.rows import MORE, named, numbered, pages, row_said
from peercompanion.plain.typed import Ended, Typed
from peercompanion.plain.voice import Voice
from peercompanion.practice.choice import Choice
from peercompanion.text import one_line

Answer = TypeVar("Answer")

_SHORT = {"h": "help", "b": "back", "q": "stop"}


class Back(Exception):  # noqa: N818 (says what was asked for)
    """Go back by one."""


class Stop(Exception):  # noqa: N818
    """Stop what is going on."""


class Enough(Exception):  # noqa: N818
    """Leave the room one is in."""


def commands() -> Mapping[str, str]:
    """The words that mean the same everywhere, in English and in the person's language."""
    return {
        "help": "help",
        _("help"): "help",
        "back": "back",
        _("back"): "back",
        "stop": "stop",
        _("stop"): "stop",
        "list": "list",
        _("list"): "list",
    }


class Talk:
    """Asks, and takes what is typed.

    Attributes:
        voice: Says things.
        help_now: What `help` does, from anywhere; it comes back when it is done.

    """

    def __init__(self, voice: Voice, typed: Typed) -> None:
        self.voice = voice
        self.say = voice.say
        self.help_now: Callable[[], None] = lambda: None
        self.heard = False
        """Something was typed, if only Enter."""
        self._typed = typed
        self._helping = False

    def hear_through(self, way: Callable[[Typed], Typed]) -> None:
        """Hear what is typed by another way from now on, made of the one there was."""
        self._typed = way(self._typed)

    @property
    def alone(self) -> bool:
        """Nobody types: it is a script's input, and nothing has come from it."""
        return not (self.heard or self._typed.echoes)

    def listen(self, seconds: float | None = None) -> str | None:
        """Wait for a line without a question, for ever or for some seconds.

        Raises:
            Ended: Nothing more will be typed.

        """
        line = self._typed.line(seconds)
        self.heard = self.heard or line is not None
        return line

    def ask(
        self,
        prompt: str,
        take: Callable[[str], Answer | None],
        *,
        again: Callable[[], None] = lambda: None,
        text: bool = False,
    ) -> Answer:
        """Ask until there is an answer.

        Args:
            prompt: What can be typed, and what Enter alone does.
            take: Makes an answer of a line; None where it is not understood.
            again: Says what there is to choose from once more, where that is asked for.
            text: Any line is an answer: then only whole words such as `help` are commands, and a
                space in front makes even those text.

        Raises:
            Back: One step back was asked for.
            Stop: The end of it was asked for.
            Ended: Nothing more will be typed.

        """
        before = ""
        while True:
            self.voice.ask(f"{before}{prompt}")
            line = self._typed_line()
            before = ""
            match self.command(line, text=text):
                case "help":
                    self.get_help()
                    self.say(_("You are back where you were. Type list to hear it once more."))
                case "list":
                    again()
                case "back":
                    raise Back
                case "stop":
                    raise Stop
                case _:
                    if (answer := take(one_line(line))) is not None:
                        return answer
                    before = not_understood(line) + " "

    def _typed_line(self) -> str:
        try:
            line = self.listen() or ""
        except Ended:
            self.voice.end_line()
            raise
        if not self._typed.echoes:
            self.voice.end_line()
        return line

    @staticmethod
    def command(line: str, *, text: bool = False) -> str:
        """The command that a line is; empty where it is none."""
        word = line.rstrip().casefold() if text else line.strip().casefold()
        return commands().get(word, "" if text else _SHORT.get(word, ""))

    def get_help(self) -> None:
        """Show the help lines, and come back; asked for once more there, they are said again."""
        if self._helping:
            self.help_now()
            return
        self._helping = True
        try:
            self.help_now()
        except Back:
            pass
        finally:
            self._helping = False

    # The kinds of question

    def choose(
        self,
        rows: Iterable[Choice],
        *,
        enter: str = "",
        enter_says: str = "",
        also: Iterable[str] = (),
        silent: bool = False,
    ) -> str:
        """Let one of some rows be chosen, by its number or the first letters of its name.

        Args:
            rows: The rows; one without an id is a heading. At most seven are said at once.
            enter: The id that Enter alone chooses; empty: it goes back.
            enter_says: What Enter alone does, where that is not one of the rows.
            also: Words that can be typed besides; they are their own ids.
            silent: The rows were said before; `list` says them again.

        Returns:
            The id of what was chosen.

        """
        every = [row for row in rows if row.title.strip()]
        portions, at = pages(every), 0
        while True:
            if not silent:
                self.say_rows(portions[at])
            chosen = self._choose_of(portions[at], every, enter, enter_says, tuple(also))
            if chosen != MORE:
                return chosen
            at, silent = (at + 1) % len(portions), False

    def room(
        self,
        title: str,
        rows: Callable[[], Iterable[Choice]],
        chosen: Callable[[str], object],
        *,
        enter: str = "",
    ) -> None:
        """Offer rows and do what is chosen, until the person goes back.

        Rows that have not changed are not said again.

        Args:
            title: Where one is.
            rows: Gives the rows as they are now.
            chosen: Does what the row with an id stands for; `Back` from it leads here.
            enter: The id that Enter alone chooses; empty: it goes back.

        """
        before: list[Choice] = []
        while True:
            now = list(rows())
            if now == before:
                self.say(_("{place}: type list to hear what there is.").format(place=title))
            picked = self.choose(now, enter=enter, silent=now == before)
            before = now
            try:
                chosen(picked)
            except Back:
                continue
            except Enough:
                return

    def _choose_of(
        self,
        page: Sequence[Choice],
        every: Sequence[Choice],
        enter: str,
        enter_says: str,
        also: Sequence[str],
    ) -> str:
        open_rows = [row for row in page if row.id]
        at = next((n for n, row in enumerate(open_rows, start=1) if row.id == enter), 0)
        if at:
            enter_says = _("is {number}").format(number=at)
        elif not enter:
            enter_says = _("goes back")
        elif not enter_says:
            titles = {row.id: row.title for row in every}
            enter_says = _("is {title}").format(title=titles.get(enter, enter))

        def take(line: str) -> str | None:
            if not line:
                if enter:
                    return enter
                raise Back
            if line.casefold() in also:
                return line.casefold()
            return numbered(line, open_rows) or named(line, open_rows) or named(line, every)

        said = _("Enter {does}:")
        if open_rows:
            said = _("Type {span}, or h for help. Enter {does}:")
        span = "1" if len(open_rows) == 1 else _("1 to {n}").format(n=len(open_rows))
        prompt = said.format(span=span, does=enter_says)
        return self.ask(prompt, take, again=lambda: self.say_rows(page))

    def say_rows(self, page: Sequence[Choice]) -> None:
        """Say some rows, those that can be chosen with their numbers."""
        number = 0
        for row in page:
            number += bool(row.id)
            self.voice.row(row_said(row, number if row.id else None))

    def number(self, low: int, high: int, *, given: int | None = None) -> int | None:
        """Ask for a number; every digit is an answer.

        Returns:
            The number; None where Enter alone left it as it was.

        """
        kept = _("keeps {given}").format(given=given) if given is not None else _("goes on")
        prompt = _("Type {low} to {high}, or h for help. Enter {does}:")

        def take(line: str) -> tuple[int | None] | None:
            if not line:
                return (None,)
            fits = line.isascii() and line.isdecimal() and len(line) < 9
            return (int(line),) if fits and low <= int(line) <= high else None

        return self.ask(prompt.format(low=low, high=high, does=kept), take)[0]

    def line(self, prompt: str, *, again: Callable[[], None] = lambda: None) -> str:
        """Ask for a line of text; empty for Enter alone."""
        return self.ask(prompt, lambda line: line, again=again, text=True)

    def enter(
        self, prompt: str, *, also: Iterable[str] = (), again: Callable[[], None] = lambda: None
    ) -> str:
        """Wait for Enter, or one of some words.

        Returns:
            Empty for Enter, else the word.

        """
        words = ("", *also)

        def take(line: str) -> str | None:
            return line.casefold() if line.casefold() in words else None

        return self.ask(prompt, take, again=again)


def not_understood(line: str) -> str:
    """What is said to a line that is no answer."""
    return _("I did not understand {typed}.").format(typed=one_line(line, most=30))
