"""Which keys do what on a screen, and what they are called: the footer and the menu ask here."""

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


def names(page: "Page", *, menu: bool = False) -> tuple[KeyName, ...]:
    """The keys that do something at this moment, each action once, by its first key.

    Args:
        page: The screen.
        menu: With what has no key of its own while letters are off.
    """
    if page.typing:
        return (
            KeyName("F2", _("Help now"), "help_now"),
            KeyName("esc", _("Done typing"), "stop_typing"),
            KeyName("enter", _("Keep the line"), "submit"),
        )
    found: dict[str, KeyName] = {}
    for binding in page.declared_bindings():
        action = binding.action.partition("(")[0]
        key = _key(page, binding)
        new = action not in found or not found[action].key
        if new and (key or menu) and page.names_key(action) and page.check_action(action, ()):
            found[action] = KeyName(key, page.words_for(binding), binding.action)
    first = [found.pop(action) for action in FIRST if action in found]
    last = [found.pop(action) for action in LAST if action in found]
    return (*first, *found.values(), *last)


def _key(page: "Page", binding: Binding) -> str:
    """A key as people call it; empty for a letter while letters are off."""
    letters = page.app.preferences.letter_keys
    if not letters and is_letter(binding.key):
        return ""
    if binding.key_display and (letters or not is_letter(binding.key_display)):
        return binding.key_display
    plain = binding.key.upper() if binding.key[1:].isdigit() else binding.key
    return KEY_WORDS.get(binding.key, plain)
