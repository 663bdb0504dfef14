"""The keys that screens name."""

import pytest
from textual.binding import Binding

from peercompanion.tui.app import CompanionApp
from peercompanion.tui.page import Page

from .test_everywhere import pages


@pytest.mark.parametrize("kind", sorted(pages(), key=lambda kind: kind.__name__))
def test_a_key_that_is_named_can_be_chosen_by_its_name(kind: type[Page]) -> None:
    for binding in kind.BINDINGS:
        assert isinstance(binding, Binding)
        action = binding.action.partition("(")[0].removeprefix("app.")
        assert hasattr(kind, f"action_{action}") or hasattr(CompanionApp, f"action_{action}")
