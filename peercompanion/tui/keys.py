"""Which keys do what on a screen, and what they are called: the footer and the menu ask here."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingsMap

from peercompanion.language import _
from peercompanion.tui.widgets.frame import KeyName

if TYPE_CHECKING:
    from peercompanion.tui.page import Page

KEY_WORDS = {
    "escape": "esc",
    "question_mark": "?",
    "left": "←",
    "right": "→",
    "slash": "/",
    "plus": "+",
    "minus": "-",
}
FIRST = ("help_now", "leave")
"""The way to help stands first, the way out second, on every screen."""
LAST = ("cover", "menu")


def is_letter(key: str) -> bool:
    """Whether a key types a letter; with letter keys off it does nothing else."""
    return len(key) == 1 and key.isalpha()


def without_letters(bindings: BindingsMap) -> None:
    """Take the letters out of what keys do."""
    for key in [key for key in bindings.key_to_bindings if is_letter(key)]:
        del bindings.key_to_bindings[key]


def names(page: "Page") -> tuple[KeyName, ...]:
    """The keys that do something at this moment, each action once, by its first key."""
    if page.typing:
        return (
            KeyName("F2", _("Help now"), "help_now"),
            KeyName("esc", _("Done typing"), "stop_typing"),
            KeyName("enter", _("Keep the line"), "submit"),
        )
    found: dict[str, KeyName] = {}
    for binding in _working(page):
        action = binding.action.partition("(")[0]
        if action not in found and page.names_key(action):
            found[action] = KeyName(_key(page, binding), page.words_for(binding), binding.action)
    first = [found.pop(action) for action in FIRST if action in found]
    last = [found.pop(action) for action in LAST if action in found]
    return (*first, *found.values(), *last)


def _working(page: "Page") -> Iterable[Binding]:
    """The bindings that are named and do something now."""
    for bindings in page.bindings_map.key_to_bindings.values():
        for binding in bindings:
            action = binding.action.partition("(")[0]
            if binding.description and page.check_action(action, ()):
                yield binding


def _key(page: "Page", binding: Binding) -> str:
    """A key as people call it; what a letter is shown for goes by another key without letters."""
    shown = binding.key_display
    if shown and (page.app.preferences.letter_keys or not is_letter(shown)):
        return shown
    return KEY_WORDS.get(
        binding.key, binding.key.upper() if binding.key[1:].isdigit() else binding.key
    )
