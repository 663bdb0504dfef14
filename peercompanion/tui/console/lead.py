"""The room a supporter leads from: what to say, what comes, and every act a key away."""

from collections.abc import Mapping

from peercompanion.language import _
from peercompanion.link.acts import acts
from peercompanion.tui.console.room import Room, Styled
from peercompanion.tui.widgets.choices import Choice

KEYS: Mapping[str, tuple[str, ...]] = {
    "next": ("right", "down", "pagedown"),
    "back": ("left", "up", "pageup"),
    "space": ("space",),
    "blank": ("b", "full_stop"),
    "lines": ("h", "l", "f2"),
    "serious": ("!",),
    "board": ("d",),
    "here": ("enter",),
    "offered": ("e",),
    "on": ("u",),
    "open": ("g",),
    "agenda": ("a",),
    "freeze": ("f",),
    "lead": ("w",),
    "slower": ("plus", "equals_sign"),
    "faster": ("minus",),
    "other-way": ("o",),
    "small": ("s",),
    "latecomer": ("t",),
    "thanks": ("z",),
    "before": ("p",),
    "after": ("c",),
    "agency-steps": ("y",),
    "helped": ("m",),
    "take": ("T",),
}
"""The keys of each act. Escape twice is `hide`, since it is the key hands find in a hurry."""
NAMES = {"right": "→", "left": "←", "plus": "+", "minus": "-", "space": "space"}


class Lead(Room):
    """What the supporter says, and what only they see."""

    leads = True

    def text(self) -> Styled:
        """The step, the words for it, what follows, and the private note."""
        words = self.leading.words()
        body: Styled = []
        if words.title:
            at = f"  {words.number}/{words.of}" if words.number else ""
            body.append((f"{words.title}{at}   {self.leading.times()}\n\n", "$quiet"))
        body += [(f"  {line}\n", "bold") for line in words.say]
        if words.further:
            body.append((f"\n{_('then')}  {words.further}\n", "$foreground"))
        if words.private:
            body.append((f"\n{words.private}\n", "$secondary"))
        if words.opens:
            opens = _("e  opens {title}").format(title=words.opens)
            body.append((f"\n{opens}\n", "$foreground"))
        if words.next:
            body.append((f"\n{_('Next: {step}').format(step=words.next)}\n", "$quiet"))
        return body

    def key_names(self) -> list[tuple[str, str, str]]:
        """Those needed most; all of them are behind the last."""
        return [
            ("h", _("Help lines"), "lines"),
            ("q", _("Leave"), "leave"),
            ("b", _("Blank"), "blank"),
            ("!", _("Serious"), "serious"),
            ("→ ←", _("Step"), "next"),
            ("space", _("Start"), "space"),
            ("?", _("All keys"), "keys"),
        ]


class AllKeys(Room):
    """Every act with its key; choosing one does it, for hands that use no letters."""

    def rows(self) -> list[Choice]:
        """A row for each."""
        every = [Choice(act.title, act.id, _key(act.id), act.help) for act in acts()]
        leave = _("the stage finishes the breath and holds its card")
        return [*every, Choice(_("Leave"), "leave", "q", leave)]

    def key_names(self) -> list[tuple[str, str, str]]:
        """Choose, or go back."""
        return [("enter", _("Do it"), ""), *super().key_names()]

    def chosen(self, row: Choice, at: int) -> None:
        """Do it, where it belongs."""
        self.console.lead()
        self.console.act(row.id)


def _key(act: str) -> str:
    first = "esc esc" if act == "hide" else KEYS[act][0]
    return NAMES.get(first, first)
