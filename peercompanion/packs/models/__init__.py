"""What a pack may hold: one frozen model per type of item.

`ITEM_TYPES` maps the folder an item lies in to its model; the file's name is the item's id.

The models are looked up when the first of them is asked for: they bring pydantic, which lists
made of `head.Head` do without.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peercompanion.packs.models.kinds import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        from importlib import import_module

        return getattr(import_module("peercompanion.packs.models.kinds"), name)
